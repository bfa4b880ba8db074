import type Database from 'better-sqlite3-multiple-ciphers'

/*
 * The index that finds who is counted twice. Numbers come in no order, so every township received touches as many of its pages as it has
 * people: past some thousand townships most of the receiving is writing these. A large receiving goes without, and sorts them once at its end.
 */

const NAME = 'person_number'
/** As the first schema step has it. */
const MADE = `CREATE INDEX IF NOT EXISTS ${NAME} ON person (number, name) WHERE number IS NOT NULL AND counted = 1`

interface Raw {
  readonly raw: Database.Database
}

/** Goes without it from now on. */
export function dropNumberIndex({ raw }: Raw): void {
  raw.exec(`DROP INDEX IF EXISTS ${NAME}`)
}

/** Puts it back where it is not there: after a large receiving, and on opening a book whose receiving was cut short. */
export function restoreNumberIndex(county: Raw): void {
  if (hasNumberIndex(county)) return
  county.raw.exec(MADE)
  // What is known of the tables is of the book before: the plans of what is asked next would be those of a small one.
  county.raw.pragma('optimize')
}

/** False during a large receiving. */
export function hasNumberIndex({ raw }: Raw): boolean {
  return raw.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?`).get(NAME) !== undefined
}
