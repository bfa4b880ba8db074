import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'

/*
 * A real Chromium for the end-to-end tests, without a download: the one inside the npm package @sparticuz/chromium (x64 Linux),
 * or one the system has. Its own `executablePath()` is not used: it unpacks to a fixed name in the common temporary folder,
 * where two test runs meet half-written files.
 */

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ROOT_NEEDS = ['--no-sandbox', '--disable-setuid-sandbox']
const ARGUMENTS = [
  ...ROOT_NEEDS,
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-zygote',
  '--font-render-hinting=none',
  '--lang=zh-CN',
]

export type Launched = { readonly browser: Browser } | { readonly browser: null; readonly reason: string }

/** Starts the browser, or says why there is none; a test then skips with that reason. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Launched> {
  const reasons: string[] = []
  for (const candidate of await candidates(reasons)) {
    try {
      return {
        browser: await chromium.launch({
          executablePath: candidate,
          headless: true,
          args: [...ARGUMENTS, ...extra],
          timeout: 300_000,
        }),
      }
    } catch (error) {
      reasons.push(`${candidate}: ${firstLine(error)}`)
    }
  }
  return { browser: null, reason: `skipped: no Chromium (${reasons.join('; ')})` }
}

async function candidates(reasons: string[]): Promise<readonly string[]> {
  const own = process.env['CHROMIUM']
  const bundled = await unpackBundled().catch((error: unknown) => {
    reasons.push(`@sparticuz/chromium: ${firstLine(error)}`)
    return null
  })
  if (bundled === null) reasons.push(`no bundled Chromium for ${process.platform} ${process.arch}`)
  return [own, bundled, ...SYSTEM].filter((path): path is string => typeof path === 'string' && existsSync(path))
}

/** The bundled binary, unpacked once beside the packages under its version. */
async function unpackBundled(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = require(join(folder, 'package.json')) as { readonly version: string }
  const cache = join(folder, '..', '..', '.cache', 'chromium')
  const path = join(cache, `chromium-${version}`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const part = `${path}.${process.pid}.part`
  try {
    await pipeline(
      createReadStream(join(folder, 'bin', 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(part, { mode: 0o755 }),
    )
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
  }
  return path
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ').slice(0, 300)
}
