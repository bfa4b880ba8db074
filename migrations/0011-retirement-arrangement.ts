import { sql, type Kysely } from 'kysely'

/*
 * 退休安排: the month that was agreed or approved instead of the statutory one (弹性提前, 弹性延迟, 特殊工种, 病退, 高级专家延长). One at a time
 * for a person; a later one begins where the earlier ends.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`

const STATEMENTS = [
  `CREATE TABLE retirement_arrangement (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('earlyFlexible','lateFlexible','earlySpecial','illness','expertExtension')),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND date(month || '-01') IS month || '-01'),
    document_number TEXT NOT NULL CHECK (length(trim(document_number)) > 0),
    valid_from TEXT NOT NULL CHECK (${DAY('valid_from')}),
    valid_to TEXT CHECK (valid_to IS NULL OR ((${DAY('valid_to')}) AND valid_to > valid_from)),
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')
  ) STRICT`,
  `CREATE INDEX retirement_arrangement_person ON retirement_arrangement (person_id, valid_from)`,
  ...['INSERT', 'UPDATE'].map(
    (
      event,
    ) => `CREATE TRIGGER retirement_arrangement_range_${event.toLowerCase()} BEFORE ${event} ON retirement_arrangement
    WHEN EXISTS (
      SELECT 1 FROM retirement_arrangement AS other
      WHERE other.person_id = NEW.person_id AND other.id <> NEW.id
        AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
        AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from))
    BEGIN SELECT RAISE(ABORT, 'overlap:retirement_arrangement'); END`,
  ),
]

/** Adds 退休安排. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
