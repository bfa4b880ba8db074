import { sql, type Kysely } from 'kysely'

/*
 * For an hour a book's table of kept files had no `basis`: step 0010 got it after books of schema 10 and 11 had been written.
 * Those books get the table of every other one, with whatever is in it; all others are left as they are.
 */

const COLUMNS = 'id, person_id, purpose, file_name, media_type, bytes, sha256, recorded_at'

const STATEMENTS = [
  `CREATE TABLE kept_meanwhile AS SELECT ${COLUMNS} FROM person_document`,
  `DROP TABLE person_document`,
  `CREATE TABLE person_document (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('photo','appointmentForm')),
    file_name TEXT NOT NULL CHECK (length(trim(file_name)) > 0),
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    basis TEXT CHECK (basis IS NULL OR (json_valid(basis) AND json_type(basis) = 'object')),
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')
  ) STRICT`,
  `CREATE INDEX person_document_person ON person_document (person_id, purpose)`,
  `INSERT INTO person_document (${COLUMNS}) SELECT ${COLUMNS} FROM kept_meanwhile`,
  `DROP TABLE kept_meanwhile`,
]

/** Gives the table its column where it has none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info('person_document') WHERE name = 'basis'`.execute(db)
  if (rows.length > 0) return
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
