import { sql, type Kysely } from 'kysely'

/* Rosters the clerk puts together herself, kept by name: which columns, who, in what order. Content is JSON, checked before it is written. */

const STATEMENT = `CREATE TABLE roster_layout (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    layout TEXT NOT NULL CHECK (json_valid(layout) AND json_type(layout) = 'object'),
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')
  ) STRICT`

/** Adds named layouts of ad-hoc rosters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(STATEMENT).execute(db)
}
