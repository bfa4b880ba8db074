import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { refusalText } from '../vocabulary/refusals.ts'
import { ARCHIVE_NAME, MAX_FORM_BYTES } from '../contract/lrmx-operations.ts'

/* Folders of 任免审批表 on the disk: which files they hold, and which are not even opened. */

const EXTENSIONS: ReadonlySet<string> = new Set(['.lrmx', '.lrm'])
const DEEPEST = 6
const MEGABYTE = 1024 * 1024

export interface FoundForm {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** The picture beside a form of the older kind; null: none. */
  readonly picture: string | null
}

export interface RefusedPath {
  readonly file: string
  readonly code: string
  readonly message: string
}

/** The forms of files and folders, folders within them too, in the order of their names. What is too large is not opened. */
export function findForms(paths: readonly string[]): {
  readonly forms: readonly FoundForm[]
  readonly refused: readonly RefusedPath[]
} {
  const forms = new Map<string, FoundForm>()
  const refused: RefusedPath[] = []
  const visit = (path: string, asked: boolean, depth: number) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined)
      refused.push({ file: basename(path), code: 'file_not_found', message: refusalText('file_not_found', { path }) })
    else if (found.isDirectory()) {
      if (depth > DEEPEST) return
      for (const name of readdirSync(path).toSorted((left, right) => left.localeCompare(right, 'zh-CN')))
        visit(join(path, name), false, depth + 1)
    } else if (found.isFile() && ARCHIVE_NAME.test(path)) {
      const file = basename(path)
      refused.push({ file, code: 'lrmx_archive', message: refusalText('lrmx_archive', { file }) })
    } else if (found.isFile() && (asked || EXTENSIONS.has(extname(path).toLowerCase()))) {
      const name = basename(path)
      if (found.size > MAX_FORM_BYTES) {
        const size = `${(found.size / MEGABYTE).toFixed(1)} MB`
        const message = refusalText('lrmx_too_large', { file: name, size, limit: `${MAX_FORM_BYTES / MEGABYTE} MB` })
        refused.push({ file: name, code: 'lrmx_too_large', message })
      } else forms.set(path, { path, name, bytes: found.size, picture: pictureBeside(path) })
    }
  }
  for (const path of paths) visit(path, true, 0)
  return { forms: [...forms.values()], refused }
}

/** 张三.pic beside 张三.lrm. */
function pictureBeside(path: string): string | null {
  if (extname(path).toLowerCase() !== '.lrm') return null
  const stem = path.slice(0, -extname(path).length)
  return (
    ['.pic', '.PIC', '.Pic']
      .map((extension) => stem + extension)
      .find((other) => {
        const found = statSync(other, { throwIfNoEntry: false })
        return found !== undefined && found.isFile() && found.size > 0 && found.size <= MAX_FORM_BYTES
      }) ?? null
  )
}

/** A file's bytes in Base64. */
export function readBase64(path: string): string {
  return readFileSync(path).toString('base64')
}
