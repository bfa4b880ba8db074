import { sql, type Kysely } from 'kysely'

/*
 * 主管本: what townships handed in, each submission whole and as it came (`content`), and beside it flat rows of the newest one for adding up.
 * The rows follow from the content and are written in the same commit; figures of an earlier day come from `line`, kept for every submission.
 */

const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const HASH = (column: string) => `length(${column}) = 64`

const STATEMENTS = [
  `CREATE TABLE county (
    id TEXT PRIMARY KEY CHECK (id = 'county'),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    level TEXT NOT NULL CHECK (level IN ('county','city','province','nation')),
    code TEXT CHECK (code IS NULL OR code GLOB '[0-9]*'),
    secret_key TEXT NOT NULL,
    public_key TEXT NOT NULL,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE region (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES region (id),
    level TEXT NOT NULL CHECK (level IN ('county','city','province','nation')),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    code TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX region_name ON region (coalesce(parent_id, 0), name)`,
  `CREATE TABLE township (
    id INTEGER PRIMARY KEY,
    region_id INTEGER NOT NULL REFERENCES region (id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    code TEXT,
    type TEXT,
    ethnic INTEGER NOT NULL CHECK (ethnic IN (0, 1)),
    book TEXT NOT NULL,
    current_submission INTEGER REFERENCES submission (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT`,
  `CREATE UNIQUE INDEX township_name ON township (region_id, name, coalesce(code, ''))`,
  `CREATE UNIQUE INDEX township_book ON township (book)`,
  `CREATE UNIQUE INDEX township_code ON township (code) WHERE code IS NOT NULL`,
  `CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    township_id INTEGER NOT NULL REFERENCES township (id),
    as_of TEXT NOT NULL CHECK (${DAY('as_of')}),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    journal_seq INTEGER NOT NULL,
    head TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('full','changes')),
    format_version INTEGER NOT NULL,
    numbers TEXT NOT NULL CHECK (numbers IN ('masked','whole')),
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL CHECK (${HASH('file_sha256')}),
    content_sha256 TEXT NOT NULL CHECK (${HASH('content_sha256')}),
    people INTEGER NOT NULL,
    received_seq INTEGER NOT NULL REFERENCES county_journal (seq) DEFERRABLE INITIALLY DEFERRED,
    content BLOB NOT NULL
  ) STRICT`,
  `CREATE INDEX submission_township ON submission (township_id, as_of)`,
  `CREATE INDEX submission_content ON submission (content_sha256)`,
  `CREATE TABLE unit (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    parent TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sort_order REAL NOT NULL,
    PRIMARY KEY (submission_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE line (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    unit TEXT NOT NULL,
    category TEXT NOT NULL,
    quota INTEGER NOT NULL,
    actual INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    vacancy INTEGER NOT NULL CHECK (vacancy = max(0, quota - actual - reserved)),
    over INTEGER NOT NULL CHECK (over = max(0, actual - quota)),
    PRIMARY KEY (submission_id, unit, category)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE total (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    ceiling INTEGER,
    quota INTEGER NOT NULL,
    actual INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    vacancy INTEGER NOT NULL,
    over INTEGER NOT NULL,
    PRIMARY KEY (submission_id, category)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE standing (
    submission_id INTEGER PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    leader_quota INTEGER NOT NULL,
    leader_actual INTEGER NOT NULL,
    leader_vacancy INTEGER NOT NULL,
    leader_over INTEGER NOT NULL,
    chief_quota INTEGER,
    chief_actual INTEGER NOT NULL,
    deputy_quota INTEGER,
    deputy_actual INTEGER NOT NULL,
    in_quota INTEGER NOT NULL,
    over_quota INTEGER NOT NULL,
    non_compliant INTEGER NOT NULL,
    off_quota INTEGER NOT NULL,
    seconded INTEGER NOT NULL,
    units INTEGER NOT NULL,
    institutions INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE person (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT,
    sex TEXT,
    birth TEXT,
    unit TEXT,
    post TEXT NOT NULL,
    category TEXT,
    list TEXT NOT NULL,
    status TEXT NOT NULL,
    counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
    leads TEXT,
    retires TEXT,
    PRIMARY KEY (submission_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX person_number ON person (number, name) WHERE number IS NOT NULL AND counted = 1`,
  `CREATE TABLE seat (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    title TEXT NOT NULL,
    leadership TEXT,
    state TEXT NOT NULL,
    person TEXT,
    kind TEXT,
    PRIMARY KEY (submission_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE finding (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    rule TEXT NOT NULL,
    title TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error','warning','info')),
    state TEXT NOT NULL CHECK (state IN ('open','explained')),
    unit TEXT,
    person TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (submission_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE duty (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    due_on TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (submission_id, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE refused (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    township TEXT,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    received_seq INTEGER NOT NULL REFERENCES county_journal (seq) DEFERRABLE INITIALLY DEFERRED
  ) STRICT`,
  `CREATE TABLE unit_name (
    township_id INTEGER NOT NULL REFERENCES township (id),
    name TEXT NOT NULL,
    former TEXT NOT NULL,
    PRIMARY KEY (township_id, name)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ledger_total (
    township_id INTEGER NOT NULL REFERENCES township (id),
    category TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    document_number TEXT,
    PRIMARY KEY (township_id, category)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    township_id INTEGER NOT NULL REFERENCES township (id),
    submission_id INTEGER REFERENCES submission (id),
    number TEXT NOT NULL UNIQUE,
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    made_seq INTEGER NOT NULL REFERENCES county_journal (seq) DEFERRABLE INITIALLY DEFERRED
  ) STRICT`,
  `CREATE TABLE county_journal (
    seq INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    operation TEXT NOT NULL,
    summary TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  ...['UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER county_journal_no_${event.toLowerCase()} BEFORE ${event} ON county_journal
      BEGIN SELECT RAISE(ABORT, 'append_only:journal'); END`,
  ),
  ...['UPDATE', 'DELETE'].map(
    (event) => `CREATE TRIGGER submission_no_${event.toLowerCase()} BEFORE ${event} ON submission
      BEGIN SELECT RAISE(ABORT, 'append_only:submission'); END`,
  ),
]

/** First schema of a 主管本. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
