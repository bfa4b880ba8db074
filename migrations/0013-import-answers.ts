import { sql, type Kysely } from 'kysely'

/* What the clerk answered about sheets from outside: kept by the sheet's shape, so that the same question is not asked again. */

const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const TABLES = [
  `CREATE TABLE import_answer (
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'object'),
    ${RECORDED}
  ) STRICT`,
]

/** Adds the answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
