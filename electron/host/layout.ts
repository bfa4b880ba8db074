import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The program's own folder. Sources (electron/host) and the bundle (out/main) both lie two levels below it. */
export const PROGRAM_FOLDER = join(import.meta.dirname, '..', '..')

/** The built screens. */
export const RENDERER_FOLDER = join(PROGRAM_FOLDER, 'out', 'renderer')

/** Makes a folder for this user alone, if it is missing. */
export function ensurePrivateFolder(path: string): void {
  if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 })
}
