import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DISPLAY_LOOK_TITLES, DISPLAY_SIZES } from '../vocabulary/display.ts'

/*
 * What the program remembers beside the books: how she likes the window drawn, and where the books lie that she opened last.
 * Nothing here is a fact; a file that is gone or cannot be read is the same as none.
 */

const FILE = 'preferences.json'
const MOST_BOOKS = 20

const preferences = z.object({
  size: z.literal([...DISPLAY_SIZES]).catch(100),
  look: z.enum(Object.keys(DISPLAY_LOOK_TITLES) as (keyof typeof DISPLAY_LOOK_TITLES)[]).catch('system'),
  /** Paths of books, the one opened last first. */
  books: z.array(z.string()).catch([]),
})

export type Preferences = z.output<typeof preferences>

/** What is remembered; the usual where nothing is. */
export function readPreferences(dataFolder: string): Preferences {
  const kept = preferences.safeParse(parsed(join(dataFolder, FILE)))
  return kept.success ? kept.data : preferences.parse({})
}

/** Keeps a change. A folder that cannot be written to keeps nothing, and the program goes on. */
export function changePreferences(dataFolder: string, change: Partial<Preferences>): Preferences {
  const next = { ...readPreferences(dataFolder), ...change }
  const path = join(dataFolder, FILE)
  const part = `${path}.part`
  try {
    writeFileSync(part, JSON.stringify(next), { mode: 0o600 })
    renameSync(part, path)
  } catch {
    rmSync(part, { force: true })
  }
  return next
}

/** Puts a book at the head of those opened last. */
export function rememberBook(dataFolder: string, path: string): void {
  const { books } = readPreferences(dataFolder)
  if (books[0] === path) return
  changePreferences(dataFolder, { books: [path, ...books.filter((one) => one !== path)].slice(0, MOST_BOOKS) })
}

function parsed(path: string): unknown {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
