import { sql, type Kysely } from 'kysely'

/*
 * What a locality decides for itself: rule packs written here or brought from elsewhere, and the holiday tables of years that came
 * out after the program. Content is JSON, checked before it is written.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const STATEMENTS = [
  `CREATE TABLE rule_pack (
    id TEXT PRIMARY KEY CHECK (id GLOB 'local-?*'),
    base_pack_id TEXT NOT NULL CHECK (base_pack_id NOT GLOB 'local-*'),
    title TEXT NOT NULL UNIQUE CHECK (length(trim(title)) > 0),
    content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE holiday_calendar (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1949 AND 2100 AND id = CAST(year AS TEXT)),
    notice TEXT NOT NULL CHECK (length(trim(notice)) > 0),
    issued_on TEXT CHECK (issued_on IS NULL OR (${DAY('issued_on')})),
    off TEXT NOT NULL CHECK (json_valid(off) AND json_type(off) = 'array'),
    worked TEXT NOT NULL CHECK (json_valid(worked) AND json_type(worked) = 'array'),
    ${RECORDED}
  ) STRICT`,
  // The pack in force is not to go from under the book.
  `CREATE TRIGGER rule_pack_in_force BEFORE DELETE ON rule_pack
    WHEN EXISTS (SELECT 1 FROM book WHERE pack_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'rule_pack_in_force'); END`,
  `CREATE TRIGGER rule_pack_known BEFORE UPDATE OF pack_id ON book
    WHEN NEW.pack_id GLOB 'local-*' AND NOT EXISTS (SELECT 1 FROM rule_pack WHERE id = NEW.pack_id)
    BEGIN SELECT RAISE(ABORT, 'rule_pack_unknown'); END`,
]

/** Adds local rule packs and imported holiday tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
