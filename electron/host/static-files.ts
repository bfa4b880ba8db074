import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { RESPONSE_HEADERS } from '../security-policy.ts'

/** One file of the built screens, ready to be sent. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** Address path → file. A path that is not a key does not exist: nothing is joined, decoded or resolved at request time. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The list the build leaves beside the screens (`vite.config.ts`). */
const LIST = 'files.json'

/** Reads the built screens once. Files of a type not listed (source maps, say) are not served. @throws when the folder is missing. */
export function loadStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  for (const name of namesIn(folder)) {
    const type = TYPES[extname(name).toLowerCase()]
    if (type === undefined || name === LIST) continue
    files.set(`/${name}`, { body: new Uint8Array(readFileSync(join(folder, ...name.split('/')))), type })
  }
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`no index.html in ${folder}`)
  files.set('/', index)
  return files
}

/** As the build listed them; looked up only where it did not. A packed program is one file that only seems to be a folder: in it nothing is looked up. */
function namesIn(folder: string): readonly string[] {
  const list = join(folder, LIST)
  if (existsSync(list)) {
    const names: unknown = JSON.parse(readFileSync(list, 'utf8'))
    if (Array.isArray(names)) return names.map(String)
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

export interface StaticAnswer {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** The answer for a path, the same through app:// and through the loopback host. */
export function answerStatic(files: StaticFiles, method: string, path: string): StaticAnswer {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { ...RESPONSE_HEADERS, Allow: 'GET, HEAD' }, body: null }
  const file = files.get(path)
  if (file === undefined) return { status: 404, headers: RESPONSE_HEADERS, body: null }
  const headers = { ...RESPONSE_HEADERS, 'Content-Type': file.type, 'Content-Length': String(file.body.byteLength) }
  return { status: 200, headers, body: method === 'HEAD' ? null : file.body }
}
