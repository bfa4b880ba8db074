import { sql, type Kysely } from 'kysely'

/*
 * A notice before it hangs: the draft that waits for its check and its secrecy review, and what each of the two saw. And the pages of an
 * issued one as the window draws them, frozen with its file, so that it can be looked at and printed again here.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY_OR_NULL = (column: string) =>
  `${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column})`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`
/** Who, on which day, and the hash of what the sheet said then: all three or none. */
const SIGN_OFF = (step: string) => `
    ${step}_by TEXT CHECK (length(trim(${step}_by)) > 0),
    ${step}_on TEXT CHECK (${DAY_OR_NULL(`${step}_on`)}),
    ${step}_sheet TEXT CHECK (length(${step}_sheet) = 64),`
const WHOLE = (step: string) =>
  `CHECK ((${step}_by IS NULL) = (${step}_on IS NULL) AND (${step}_by IS NULL) = (${step}_sheet IS NULL))`

const STATEMENTS = [
  `CREATE TABLE notice_draft (
    id TEXT PRIMARY KEY CHECK (id = 'next'),
    content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),${SIGN_OFF('checked')}${SIGN_OFF('reviewed')}
    ${RECORDED},
    ${WHOLE('checked')},
    ${WHOLE('reviewed')},
    CHECK (reviewed_on IS NULL OR (checked_on IS NOT NULL AND checked_on <= reviewed_on))
  ) STRICT`,
  `CREATE TABLE notice_sheet (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL UNIQUE REFERENCES notice (id),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    ${RECORDED}
  ) STRICT`,
  ...['UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER notice_sheet_no_${event.toLowerCase()} BEFORE ${event} ON notice_sheet
    BEGIN SELECT RAISE(ABORT, 'append_only:notice_sheet'); END`,
  ),
  // INSERT OR REPLACE fires no delete trigger in a shell that leaves recursive_triggers off.
  `CREATE TRIGGER notice_sheet_no_replace BEFORE INSERT ON notice_sheet
    WHEN EXISTS (SELECT 1 FROM notice_sheet AS other WHERE other.id = NEW.id OR other.notice_id = NEW.notice_id)
    BEGIN SELECT RAISE(ABORT, 'append_only:notice_sheet'); END`,
]

/** Adds the draft of the next notice and the pages of issued ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
