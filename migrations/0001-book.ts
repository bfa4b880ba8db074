import { sql, type Kysely } from 'kysely'

/*
 * The whole book: facts with two dates (valid_from/valid_to: when it is true in the world, half-open;
 * recorded_at: when the book learnt it) and the journal every change goes through.
 * What must never happen is refused here, by the file itself, also to raw SQL.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const DAY_OR_NULL = (column: string) => `${column} IS NULL OR (${DAY(column)})`
/** A month (1985-06) or a day (1985-06-16): old files know no better than the month. */
const MONTH_OR_DAY = (column: string) =>
  `${column} IS NULL OR (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND date(${column} || '-01') IS ${column} || '-01') OR (${DAY(column)})`
const RANGE = `valid_from TEXT NOT NULL CHECK (${DAY('valid_from')}),
  valid_to TEXT CHECK (valid_to IS NULL OR ((${DAY('valid_to')}) AND valid_to > valid_from))`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`
const FLAG = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`

const CATEGORIES =
  `'administrative','politicalLegal','discipline','worker','institutionCivilService','institution',` +
  `'institutionFull','institutionPartial','institutionSelf','other'`

const TABLES = [
  `CREATE TABLE book (
    id TEXT PRIMARY KEY CHECK (id = 'book'),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    pack_id TEXT NOT NULL,
    pack_from TEXT CHECK (${DAY_OR_NULL('pack_from')}),
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE setting (
    id TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE basis_document (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (length(trim(number)) > 0),
    title TEXT,
    issuing_body TEXT,
    issued_on TEXT CHECK (${DAY_OR_NULL('issued_on')}),
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE unit_version (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    parent_id TEXT REFERENCES unit (id) CHECK (parent_id <> unit_id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('township','leadership','office','institution','armedForces','discipline','special','other')),
    managing_body TEXT,
    sort_order INTEGER NOT NULL,
    document_id TEXT REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE nameplate (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    document_id TEXT REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE quota (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    category TEXT NOT NULL CHECK (category IN (${CATEGORIES})),
    role TEXT NOT NULL CHECK (role IN ('allocation','ceiling')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE leadership_quota (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    chief_amount INTEGER CHECK (chief_amount >= 0),
    deputy_amount INTEGER CHECK (deputy_amount >= 0),
    document_id TEXT NOT NULL REFERENCES basis_document (id),
    ${RANGE},
    ${RECORDED},
    CHECK (chief_amount IS NULL OR deputy_amount IS NULL OR chief_amount + deputy_amount = amount)
  ) STRICT`,
  `CREATE TABLE post (
    id TEXT PRIMARY KEY,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE post_version (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES post (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    leadership TEXT CHECK (leadership IN ('chief','deputy')),
    state TEXT NOT NULL CHECK (state IN ('planned','inUse','frozen','abolished')),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    sex TEXT CHECK (sex IN ('男','女')),
    id_number TEXT CHECK (length(id_number) BETWEEN 15 AND 18),
    disputed_id_number TEXT,
    birth TEXT CHECK (${MONTH_OR_DAY('birth')}),
    ethnicity TEXT,
    work_started TEXT CHECK (${MONTH_OR_DAY('work_started')}),
    quota_card_number TEXT,
    retirement_category TEXT CHECK (retirement_category IN ('male60','female55','female50')),
    ${RECORDED},
    CHECK (id_number IS NULL OR disputed_id_number IS NULL)
  ) STRICT`,
  `CREATE TABLE person_version (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    political_status TEXT,
    education TEXT,
    professional_title TEXT,
    rank TEXT,
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE holding (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    post_id TEXT REFERENCES post (id),
    kind TEXT NOT NULL CHECK (kind IN ('substantive','concurrent','attached','secondedIn','secondedOut','offQuota')),
    category TEXT CHECK (category IN (${CATEGORIES})),
    off_quota_kind TEXT CHECK (off_quota_kind IN ('selfHired','agency','purchasedService','publicWelfare','temporary')),
    ${FLAG('occupies_quota')},
    ${FLAG('occupies_leadership')},
    ${FLAG('overlap_allowed')},
    entered_on TEXT CHECK (${MONTH_OR_DAY('entered_on')}),
    entry_route TEXT,
    entry_document_number TEXT,
    counterpart TEXT,
    remark TEXT,
    ${RANGE},
    ${RECORDED},
    CHECK (post_id IS NOT NULL OR kind = 'secondedOut'),
    CHECK ((kind = 'offQuota') = (off_quota_kind IS NOT NULL)),
    CHECK (occupies_quota = 0 OR category IS NOT NULL)
  ) STRICT`,
  `CREATE TABLE entry_approval (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    category TEXT NOT NULL CHECK (category IN (${CATEGORIES})),
    amount INTEGER NOT NULL CHECK (amount > 0),
    number TEXT NOT NULL CHECK (length(trim(number)) > 0),
    expires_on TEXT CHECK (${DAY_OR_NULL('expires_on')}),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE over_quota_choice (
    id TEXT PRIMARY KEY,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    category TEXT NOT NULL CHECK (category IN (${CATEGORIES})),
    person_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    ${RANGE},
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    layout TEXT NOT NULL CHECK (layout IN ('tree','table')),
    as_of TEXT NOT NULL CHECK (${DAY('as_of')}),
    posted_on TEXT NOT NULL CHECK (${DAY('posted_on')}),
    working_days INTEGER NOT NULL CHECK (working_days > 0),
    ends_on TEXT NOT NULL CHECK (${DAY('ends_on')} AND ends_on > posted_on),
    file_name TEXT NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    journal_head TEXT NOT NULL,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE notice_file (
    notice_id TEXT PRIMARY KEY REFERENCES notice (id),
    content BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    operation TEXT NOT NULL,
    effective_on TEXT CHECK (${DAY_OR_NULL('effective_on')}),
    document_number TEXT,
    reason TEXT,
    summary TEXT NOT NULL,
    reverses INTEGER REFERENCES journal (seq),
    change_count INTEGER NOT NULL,
    changes_digest TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE journal_change (
    seq INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    before_hash TEXT,
    after_hash TEXT,
    salt TEXT NOT NULL,
    PRIMARY KEY (seq, ordinal)
  ) STRICT, WITHOUT ROWID`,
]

const INDEXES = [
  `CREATE UNIQUE INDEX person_id_number ON person (id_number) WHERE id_number IS NOT NULL`,
  `CREATE INDEX person_disputed ON person (disputed_id_number) WHERE disputed_id_number IS NOT NULL`,
  `CREATE INDEX unit_version_unit ON unit_version (unit_id, valid_from)`,
  `CREATE INDEX nameplate_unit ON nameplate (unit_id)`,
  `CREATE INDEX quota_unit ON quota (unit_id, category, role, valid_from)`,
  `CREATE INDEX leadership_quota_unit ON leadership_quota (unit_id, valid_from)`,
  `CREATE INDEX post_version_post ON post_version (post_id, valid_from)`,
  `CREATE INDEX post_version_unit ON post_version (unit_id)`,
  `CREATE INDEX person_version_person ON person_version (person_id, valid_from)`,
  `CREATE INDEX holding_person ON holding (person_id, valid_from)`,
  `CREATE INDEX holding_post ON holding (post_id, valid_from)`,
  `CREATE INDEX entry_approval_unit ON entry_approval (unit_id)`,
  `CREATE INDEX over_quota_choice_unit ON over_quota_choice (unit_id, category)`,
  `CREATE INDEX journal_change_row ON journal_change (table_name, row_id)`,
]

/** Refuses a row whose range meets another row's range for the same key. `when` limits it to the rows it is about. */
function noOverlap(
  table: string,
  name: string,
  sameKey: string,
  when: string,
  otherWhen: string,
  message: string,
): string[] {
  return ['INSERT', 'UPDATE'].map(
    (event) => `CREATE TRIGGER ${table}_${name}_${event.toLowerCase()} BEFORE ${event} ON ${table}
    WHEN ${when} AND EXISTS (
      SELECT 1 FROM ${table} AS other
      WHERE ${sameKey} AND other.id <> NEW.id AND ${otherWhen}
        AND (other.valid_to IS NULL OR other.valid_to > NEW.valid_from)
        AND (NEW.valid_to IS NULL OR NEW.valid_to > other.valid_from))
    BEGIN SELECT RAISE(ABORT, '${message}'); END`,
  )
}

function refuse(table: string, event: 'UPDATE' | 'DELETE'): string {
  return `CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table}
    BEGIN SELECT RAISE(ABORT, 'append_only:${table}'); END`
}

const TRIGGERS = [
  ...noOverlap('unit_version', 'range', 'other.unit_id = NEW.unit_id', '1', '1', 'overlap:unit_version'),
  ...noOverlap(
    'quota',
    'range',
    'other.unit_id = NEW.unit_id AND other.category = NEW.category AND other.role = NEW.role',
    '1',
    '1',
    'overlap:quota',
  ),
  ...noOverlap('leadership_quota', 'range', 'other.unit_id = NEW.unit_id', '1', '1', 'overlap:leadership_quota'),
  ...noOverlap('post_version', 'range', 'other.post_id = NEW.post_id', '1', '1', 'overlap:post_version'),
  ...noOverlap('person_version', 'range', 'other.person_id = NEW.person_id', '1', '1', 'overlap:person_version'),
  // 一人一编: one person occupies one quota at a time (domain.md D1, D7).
  ...noOverlap(
    'holding',
    'one_quota',
    'other.person_id = NEW.person_id',
    'NEW.occupies_quota = 1',
    'other.occupies_quota = 1',
    'overlap:person_quota',
  ),
  // 定编到人: one counted person a post, unless a handover overlap was switched on for the row.
  ...noOverlap(
    'holding',
    'one_holder',
    'other.post_id = NEW.post_id',
    'NEW.occupies_quota = 1 AND NEW.overlap_allowed = 0',
    'other.occupies_quota = 1 AND other.overlap_allowed = 0',
    'overlap:post_holder',
  ),
  refuse('journal', 'UPDATE'),
  refuse('journal', 'DELETE'),
  refuse('journal_change', 'UPDATE'),
  refuse('journal_change', 'DELETE'),
  // An issued notice is frozen: what hangs on the wall and what the book says was hung stay the same.
  refuse('notice', 'UPDATE'),
  refuse('notice', 'DELETE'),
  refuse('notice_file', 'UPDATE'),
  refuse('notice_file', 'DELETE'),
  `CREATE TRIGGER journal_gapless BEFORE INSERT ON journal
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
    BEGIN SELECT RAISE(ABORT, 'journal_gap'); END`,
]

/** First schema of a book. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES, ...TRIGGERS]) await sql.raw(statement).execute(db)
}
