import { sql, type Kysely } from 'kysely'

/*
 * What became of a finding and of a duty. finding_mark: one row an act of the clerk's (说明, 重新打开), the last one by the day stands;
 * duty_mark: a duty of a period that has been done. finding_cure is no fact but a finding aid: which journal entry made a finding go away.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const TABLES = [
  `CREATE TABLE finding_mark (
    id TEXT PRIMARY KEY,
    rule TEXT NOT NULL CHECK (length(rule) > 0),
    -- Whom or what the finding is about, the same from day to day.
    subject TEXT NOT NULL CHECK (length(subject) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('explained','reopened')),
    unit_id TEXT REFERENCES unit (id),
    person_id TEXT REFERENCES person (id),
    marked_on TEXT NOT NULL CHECK (${DAY('marked_on')}),
    -- Last day the explanation holds; NULL: no end.
    until_on TEXT CHECK (until_on IS NULL OR ((${DAY('until_on')}) AND until_on >= marked_on AND kind = 'explained')),
    said_by TEXT,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    document_number TEXT,
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE duty_mark (
    id TEXT PRIMARY KEY,
    duty TEXT NOT NULL CHECK (length(duty) > 0),
    period TEXT NOT NULL CHECK (length(period) > 0),
    done_on TEXT NOT NULL CHECK (${DAY('done_on')}),
    note TEXT,
    ${RECORDED},
    UNIQUE (duty, period)
  ) STRICT`,
  // Written before its journal entry in the same transaction.
  `CREATE TABLE finding_cure (
    seq INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    unit_id TEXT,
    person_id TEXT,
    severity TEXT NOT NULL CHECK (severity IN ('error','warning','info')),
    -- What the finding said last.
    text TEXT NOT NULL,
    PRIMARY KEY (seq, rule, subject)
  ) STRICT`,
]

const INDEXES = [
  `CREATE INDEX finding_mark_finding ON finding_mark (rule, subject)`,
  `CREATE INDEX finding_mark_person ON finding_mark (person_id) WHERE person_id IS NOT NULL`,
  `CREATE INDEX finding_mark_unit ON finding_mark (unit_id) WHERE unit_id IS NOT NULL`,
  `CREATE INDEX finding_cure_finding ON finding_cure (rule, subject)`,
]

const TRIGGERS = [
  `CREATE TRIGGER finding_cure_no_delete BEFORE DELETE ON finding_cure
    BEGIN SELECT RAISE(ABORT, 'append_only:finding_cure'); END`,
  // The sentence alone may change: a name in it may have to be erased one day.
  `CREATE TRIGGER finding_cure_no_update BEFORE UPDATE OF seq, rule, subject, unit_id, person_id, severity ON finding_cure
    BEGIN SELECT RAISE(ABORT, 'append_only:finding_cure'); END`,
  `CREATE TRIGGER finding_cure_no_replace BEFORE INSERT ON finding_cure
    WHEN EXISTS (SELECT 1 FROM finding_cure AS other WHERE other.seq = NEW.seq AND other.rule = NEW.rule AND other.subject = NEW.subject)
    BEGIN SELECT RAISE(ABORT, 'append_only:finding_cure'); END`,
]

/** Adds the states of findings and duties to a book. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES, ...TRIGGERS]) await sql.raw(statement).execute(db)
}
