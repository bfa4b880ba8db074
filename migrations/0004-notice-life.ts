import { sql, type Kysely } from 'kysely'

/*
 * The life of a notice: who checked and reviewed it before it was posted, what the public objected, how it ended and where it is kept.
 * A CHECK cannot be widened, so `notice` is made anew around its rows; its file goes first and comes back last, because a parent that is
 * dropped may leave no child pointing at nothing, not even inside a transaction.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const DAY_OR_NULL = (column: string) => `${column} IS NULL OR (${DAY(column)})`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`
const SAID = (column: string) => `${column} TEXT NOT NULL CHECK (length(trim(${column})) > 0)`
const BOTH_OR_NEITHER = (left: string, right: string) => `CHECK ((${left} IS NULL) = (${right} IS NULL))`

const OLD_COLUMNS =
  'id, number, layout, as_of, posted_on, working_days, ends_on, file_name, content_sha256, journal_head, recorded_at'

const REBUILD = [
  `CREATE TABLE notice_kept AS SELECT ${OLD_COLUMNS} FROM notice ORDER BY rowid`,
  `CREATE TABLE notice_file_kept AS SELECT notice_id, content FROM notice_file ORDER BY rowid`,
  `DROP TABLE notice_file`,
  `DROP TABLE notice`,
  // 长期公开: neither working_days nor ends_on.
  `CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    layout TEXT NOT NULL CHECK (layout IN ('tree','table','nine','units','short')),
    as_of TEXT NOT NULL CHECK (${DAY('as_of')}),
    posted_on TEXT NOT NULL CHECK (${DAY('posted_on')}),
    working_days INTEGER CHECK (working_days > 0),
    ends_on TEXT CHECK (ends_on IS NULL OR (${DAY('ends_on')} AND ends_on > posted_on)),
    file_name TEXT NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    journal_head TEXT NOT NULL,
    ${RECORDED},
    checked_by TEXT CHECK (length(trim(checked_by)) > 0),
    checked_on TEXT CHECK (${DAY_OR_NULL('checked_on')}),
    reviewed_by TEXT CHECK (length(trim(reviewed_by)) > 0),
    reviewed_on TEXT CHECK (${DAY_OR_NULL('reviewed_on')}),
    listing_sha256 TEXT CHECK (length(listing_sha256) = 64),
    ${BOTH_OR_NEITHER('working_days', 'ends_on')},
    ${BOTH_OR_NEITHER('checked_by', 'checked_on')},
    ${BOTH_OR_NEITHER('reviewed_by', 'reviewed_on')},
    CHECK (checked_on IS NULL OR checked_on <= posted_on),
    CHECK (reviewed_on IS NULL OR reviewed_on <= posted_on),
    CHECK (checked_on IS NULL OR reviewed_on IS NULL OR checked_on <= reviewed_on)
  ) STRICT`,
  `INSERT INTO notice (${OLD_COLUMNS}) SELECT ${OLD_COLUMNS} FROM notice_kept ORDER BY rowid`,
  // Who stood on the sheet, as data: what the next notice is compared with.
  `CREATE TABLE notice_file (
    notice_id TEXT PRIMARY KEY REFERENCES notice (id),
    content BLOB NOT NULL,
    listing TEXT CHECK (listing IS NULL OR json_valid(listing))
  ) STRICT`,
  `INSERT INTO notice_file (notice_id, content) SELECT notice_id, content FROM notice_file_kept ORDER BY rowid`,
  `DROP TABLE notice_file_kept`,
  `DROP TABLE notice_kept`,
]

const TABLES = [
  `CREATE TABLE objection (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    received_on TEXT NOT NULL CHECK (${DAY('received_on')}),
    channel TEXT NOT NULL CHECK (channel IN ('call','letter','visit','mailbox','online','other')),
    raised_by TEXT,
    ${SAID('content')},
    answer TEXT CHECK (length(trim(answer)) > 0),
    outcome TEXT CHECK (outcome IN ('kept','corrected')),
    correcting_seq INTEGER REFERENCES journal (seq),
    closed_on TEXT CHECK (closed_on IS NULL OR (${DAY('closed_on')} AND closed_on >= received_on)),
    closed_by TEXT,
    ${RECORDED},
    ${BOTH_OR_NEITHER('closed_on', 'outcome')},
    ${BOTH_OR_NEITHER('closed_on', 'answer')},
    ${BOTH_OR_NEITHER('closed_on', 'closed_by')},
    CHECK ((outcome IS 'corrected') = (correcting_seq IS NOT NULL))
  ) STRICT`,
  `CREATE TABLE notice_photo (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    ${RECORDED},
    UNIQUE (notice_id, sha256)
  ) STRICT`,
  `CREATE TABLE notice_closing (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL UNIQUE REFERENCES notice (id),
    closed_on TEXT NOT NULL CHECK (${DAY('closed_on')}),
    ${SAID('closed_by')},
    note TEXT,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE notice_archive (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL UNIQUE REFERENCES notice (id),
    closing_id TEXT NOT NULL REFERENCES notice_closing (id),
    archived_on TEXT NOT NULL CHECK (${DAY('archived_on')}),
    ${SAID('archived_by')},
    note TEXT,
    ${RECORDED}
  ) STRICT`,
  // 公开内容例外: a column beyond the public ones, masked, with the reason it was let onto the sheet.
  `CREATE TABLE notice_exception (
    id TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    field TEXT NOT NULL CHECK (field IN ('maskedId','maskedPhone')),
    ${SAID('reason')},
    ${SAID('decided_by')},
    ${RECORDED},
    UNIQUE (notice_id, field)
  ) STRICT`,
]

const INDEXES = [
  `CREATE INDEX objection_notice ON objection (notice_id, received_on)`,
  `CREATE INDEX objection_open ON objection (received_on) WHERE closed_on IS NULL`,
  `CREATE INDEX objection_correcting ON objection (correcting_seq) WHERE correcting_seq IS NOT NULL`,
  `CREATE INDEX notice_archive_closing ON notice_archive (closing_id)`,
]

function refuse(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table}
    BEGIN SELECT RAISE(ABORT, 'append_only:${table}'); END`,
  )
}

/** INSERT OR REPLACE fires no delete trigger in a shell that leaves recursive_triggers off. */
function noReplace(table: string, key: string): string {
  return `CREATE TRIGGER ${table}_no_replace BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} AS other WHERE other.${key} = NEW.${key})
    BEGIN SELECT RAISE(ABORT, 'append_only:${table}'); END`
}

const TRIGGERS = [
  ...refuse('notice'),
  ...refuse('notice_file'),
  ...refuse('notice_exception'),
  noReplace('notice', 'id'),
  noReplace('notice_file', 'notice_id'),
  noReplace('notice_exception', 'id'),
  ...['INSERT', 'UPDATE'].map(
    (event) => `CREATE TRIGGER objection_closed_${event.toLowerCase()} BEFORE ${event} ON objection
    WHEN EXISTS (SELECT 1 FROM notice_closing WHERE notice_closing.notice_id = NEW.notice_id)
    BEGIN SELECT RAISE(ABORT, 'notice_closed'); END`,
  ),
  `CREATE TRIGGER objection_closed_delete BEFORE DELETE ON objection
    WHEN EXISTS (SELECT 1 FROM notice_closing WHERE notice_closing.notice_id = OLD.notice_id)
    BEGIN SELECT RAISE(ABORT, 'notice_closed'); END`,
  `CREATE TRIGGER notice_closing_open BEFORE INSERT ON notice_closing
    WHEN EXISTS (SELECT 1 FROM objection WHERE objection.notice_id = NEW.notice_id AND objection.closed_on IS NULL)
    BEGIN SELECT RAISE(ABORT, 'notice_open_objection'); END`,
]

/** Adds the life of notices to a book whose notices end when they are issued. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...REBUILD, ...TABLES, ...INDEXES, ...TRIGGERS]) await sql.raw(statement).execute(db)
}
