import { sql, type Kysely } from 'kysely'

/* How a superior's blank form is filled: remembered once by the form's shape, used again whenever that shape comes back. */

const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const TABLES = [
  `CREATE TABLE template_mapping (
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    ${RECORDED}
  ) STRICT`,
]

/** Adds what the book remembers of sheets: mappings of foreign blanks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
