import { sql, type Kysely } from 'kysely'

/*
 * Files kept of a person: the photo, and the 任免审批表 as it came from outside, so that it can be written back as it was. And two more
 * kinds of records of which a person has one at a time.
 */

const ONE_AT_A_TIME = `'township','unitProfile','personFile','personGrade','workplace','payStatus','resume','appointment'`

const STATEMENTS = [
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
  ...['INSERT', 'UPDATE'].flatMap((event) => [
    `DROP TRIGGER record_range_${event.toLowerCase()}`,
    `CREATE TRIGGER record_range_${event.toLowerCase()} BEFORE ${event} ON record
    WHEN NEW.kind IN (${ONE_AT_A_TIME}) AND EXISTS (
      SELECT 1 FROM record AS other
      WHERE other.kind = NEW.kind AND other.person_id IS NEW.person_id AND other.unit_id IS NEW.unit_id AND other.id <> NEW.id
        AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
        AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from))
    BEGIN SELECT RAISE(ABORT, 'overlap:record'); END`,
  ]),
]

/** Adds the files of people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
