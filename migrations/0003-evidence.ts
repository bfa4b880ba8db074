import { sql, type Kysely } from 'kysely'

/*
 * What rules need to know beside posts and holdings: population and area, training days, annual reviews, workplaces, contracts, tasks …
 * One table for all: every kind has a schema of its own above the store, and the next form from the county brings the next kind.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`

const TABLES = [
  `CREATE TABLE record (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    person_id TEXT REFERENCES person (id),
    unit_id TEXT REFERENCES unit (id),
    content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
    document_number TEXT,
    valid_from TEXT NOT NULL CHECK (${DAY('valid_from')}),
    valid_to TEXT CHECK (valid_to IS NULL OR ((${DAY('valid_to')}) AND valid_to > valid_from)),
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')
  ) STRICT`,
]

const INDEXES = [
  `CREATE INDEX record_kind ON record (kind, valid_from)`,
  `CREATE INDEX record_person ON record (person_id, kind) WHERE person_id IS NOT NULL`,
  `CREATE INDEX record_unit ON record (unit_id, kind) WHERE unit_id IS NOT NULL`,
]

/** Kinds of which a township, a unit or a person has one at a time. */
const ONE_AT_A_TIME = `'township','unitProfile','personFile','personGrade','workplace','payStatus'`

const TRIGGERS = ['INSERT', 'UPDATE'].map(
  (event) => `CREATE TRIGGER record_range_${event.toLowerCase()} BEFORE ${event} ON record
    WHEN NEW.kind IN (${ONE_AT_A_TIME}) AND EXISTS (
      SELECT 1 FROM record AS other
      WHERE other.kind = NEW.kind AND other.person_id IS NEW.person_id AND other.unit_id IS NEW.unit_id AND other.id <> NEW.id
        AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
        AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from))
    BEGIN SELECT RAISE(ABORT, 'overlap:record'); END`,
)

/** Adds the records to a book that holds the second schema. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES, ...TRIGGERS]) await sql.raw(statement).execute(db)
}
