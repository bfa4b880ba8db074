import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** All style sheets below a folder, POSIX paths from `root`. */
export function stylesheets(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
