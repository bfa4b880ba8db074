import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program's own folder: the nearest above that holds a package.json, run from source, from the bundle for a start, or packed. */
export const PROGRAM_FOLDER = programFolderOf(import.meta.dirname)

/** The built screens. */
export const RENDERER_FOLDER = join(PROGRAM_FOLDER, 'out', 'renderer')

/** The picture of the window and of the task bar. */
export const ICON = join(RENDERER_FOLDER, 'icon.png')

/** Makes a folder for this user alone, if it is missing. */
export function ensurePrivateFolder(path: string): void {
  if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 })
}

function programFolderOf(folder: string): string {
  const above = dirname(folder)
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : programFolderOf(above)
}
