import { sql, type Kysely } from 'kysely'

/*
 * The ledger in full: what happened (ledger_event), what it needs on record (causes, ranks, planned ends, absences, tolerances,
 * rank quotas, control numbers of 编外 staff, the run-off plan) and the scans of the documents.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const RANGE = `valid_from TEXT NOT NULL CHECK (${DAY('valid_from')}),
  valid_to TEXT CHECK (valid_to IS NULL OR ((${DAY('valid_to')}) AND valid_to > valid_from))`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`
const CATEGORIES =
  `'administrative','politicalLegal','discipline','worker','institutionCivilService','institution',` +
  `'institutionFull','institutionPartial','institutionSelf','other'`
const OFF_QUOTA_KINDS = `'selfHired','agency','purchasedService','publicWelfare','temporary'`

const COLUMNS = [
  // 进入方式 ZB77 and 退出原因 ZB78 codes; the words stand in entry_route and in the event.
  `ALTER TABLE holding ADD COLUMN entry_cause TEXT`,
  `ALTER TABLE holding ADD COLUMN exit_cause TEXT`,
  `ALTER TABLE holding ADD COLUMN approval_id TEXT REFERENCES entry_approval (id)`,
  // 占编职级: the rank the seat consumes; the person's own (享受职级) is person_version.rank.
  `ALTER TABLE holding ADD COLUMN occupied_rank TEXT`,
  // Planned end of 借出, 借入, 挂职, or of standing over quota; the range ends only when it really does.
  `ALTER TABLE holding ADD COLUMN due_on TEXT CHECK (due_on IS NULL OR (${DAY('due_on')}))`,
  `ALTER TABLE entry_approval ADD COLUMN person_id TEXT REFERENCES person (id)`,
]

const TABLES = [
  `CREATE TABLE ledger_event (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    effective_on TEXT NOT NULL CHECK (${DAY('effective_on')}),
    person_id TEXT REFERENCES person (id),
    unit_id TEXT REFERENCES unit (id),
    other_unit_id TEXT REFERENCES unit (id),
    category TEXT CHECK (category IN (${CATEGORIES})),
    cause TEXT,
    document_number TEXT,
    proofs TEXT NOT NULL CHECK (json_valid(proofs)),
    note TEXT,
    is_correction INTEGER NOT NULL CHECK (is_correction IN (0, 1)),
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE absence (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('sickLeave','study','offPost','suspended')),
    document_number TEXT,
    due_on TEXT CHECK (due_on IS NULL OR (${DAY('due_on')})),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE rank_quota (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    pool TEXT NOT NULL CHECK (length(trim(pool)) > 0),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE tolerance (
    id TEXT PRIMARY KEY,
    unit_id TEXT REFERENCES unit (id),
    category TEXT CHECK (category IN (${CATEGORIES})),
    amount INTEGER CHECK (amount >= 0),
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED},
    CHECK ((amount IS NULL) <> (percent IS NULL))
  ) STRICT`,
  `CREATE TABLE off_quota_control (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN (${OFF_QUOTA_KINDS})),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE run_off_plan (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN (${OFF_QUOTA_KINDS})),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2100),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    document_number TEXT,
    ${RECORDED},
    UNIQUE (kind, year)
  ) STRICT`,
  `CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    ${RECORDED}
  ) STRICT`,
  // By content: a scan taken back with its event leaves its bytes, so that the reversal can be reversed.
  `CREATE TABLE attachment_file (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
  ) STRICT`,
]

const INDEXES = [
  `CREATE INDEX ledger_event_person ON ledger_event (person_id)`,
  `CREATE INDEX ledger_event_unit ON ledger_event (unit_id)`,
  `CREATE INDEX ledger_event_day ON ledger_event (effective_on)`,
  `CREATE INDEX ledger_event_document ON ledger_event (document_number)`,
  `CREATE INDEX absence_person ON absence (person_id, valid_from)`,
  `CREATE INDEX rank_quota_unit ON rank_quota (unit_id, pool, valid_from)`,
  `CREATE INDEX attachment_document ON attachment (document_id)`,
  `CREATE INDEX holding_range ON holding (valid_from, valid_to)`,
  `CREATE INDEX journal_recorded ON journal (recorded_at)`,
  `CREATE INDEX journal_reverses ON journal (reverses) WHERE reverses IS NOT NULL`,
  // Rows that are no more are found by their last image; those that are, by their own columns.
  `CREATE INDEX journal_change_removed ON journal_change (table_name, row_id) WHERE after_json IS NULL`,
  // Taking rows out asks each of these columns whether anything still points there.
  `CREATE INDEX holding_approval ON holding (approval_id) WHERE approval_id IS NOT NULL`,
  `CREATE INDEX entry_approval_person ON entry_approval (person_id) WHERE person_id IS NOT NULL`,
  `CREATE INDEX over_quota_choice_person ON over_quota_choice (person_id)`,
  // 36…x and 36…X are one number.
  `CREATE UNIQUE INDEX person_id_number_any_case ON person (id_number COLLATE NOCASE) WHERE id_number IS NOT NULL`,
]

function noOverlap(table: string, sameKey: string): string[] {
  return ['INSERT', 'UPDATE'].map(
    (event) => `CREATE TRIGGER ${table}_range_${event.toLowerCase()} BEFORE ${event} ON ${table}
    WHEN EXISTS (
      SELECT 1 FROM ${table} AS other
      WHERE ${sameKey} AND other.id <> NEW.id
        AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
        AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from))
    BEGIN SELECT RAISE(ABORT, 'overlap:${table}'); END`,
  )
}

const TRIGGERS = [
  ...noOverlap('absence', 'other.person_id = NEW.person_id'),
  ...noOverlap('rank_quota', 'other.unit_id = NEW.unit_id AND other.pool = NEW.pool'),
  ...noOverlap('tolerance', 'other.unit_id IS NEW.unit_id AND other.category IS NEW.category'),
  ...noOverlap('off_quota_control', 'other.kind = NEW.kind'),
  ...['UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER attachment_file_no_${event.toLowerCase()} BEFORE ${event} ON attachment_file
    BEGIN SELECT RAISE(ABORT, 'append_only:attachment_file'); END`,
  ),
  // INSERT OR REPLACE fires no delete trigger in a shell that leaves recursive_triggers off.
  `CREATE TRIGGER journal_change_no_replace BEFORE INSERT ON journal_change
    WHEN EXISTS (SELECT 1 FROM journal_change AS other WHERE other.seq = NEW.seq AND other.ordinal = NEW.ordinal)
    BEGIN SELECT RAISE(ABORT, 'append_only:journal_change'); END`,
  `CREATE TRIGGER attachment_file_no_replace BEFORE INSERT ON attachment_file
    WHEN EXISTS (SELECT 1 FROM attachment_file AS other WHERE other.sha256 = NEW.sha256 AND other.content IS NOT NEW.content)
    BEGIN SELECT RAISE(ABORT, 'append_only:attachment_file'); END`,
]

/** Adds the ledger to a book that holds the first schema. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...COLUMNS, ...TABLES, ...INDEXES, ...TRIGGERS]) await sql.raw(statement).execute(db)
}
