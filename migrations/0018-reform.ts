import { sql, type Kysely } from 'kysely'

/*
 * 改革方案: a draft beside the book, and its steps in their order. A step is what it does as JSON, and what it said when it was written;
 * `outcome` is what the draft came to when it was taken into force.
 */

/** `IS`, not `=`: date() of a day that cannot be is NULL, and a CHECK that comes to NULL passes. */
const DAY = (column: string) =>
  `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(${column}) IS ${column}`
const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const TABLES = [
  `CREATE TABLE reform_plan (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL UNIQUE CHECK (length(trim(title)) > 0),
    day TEXT NOT NULL CHECK (${DAY('day')}),
    document TEXT CHECK (document IS NULL OR (json_valid(document) AND json_type(document) = 'object')),
    state TEXT NOT NULL CHECK (state IN ('draft','inForce')),
    base_seq INTEGER NOT NULL CHECK (base_seq >= 0),
    outcome TEXT CHECK (outcome IS NULL OR (json_valid(outcome) AND json_type(outcome) = 'object')),
    ${RECORDED},
    CHECK ((state = 'inForce') = (outcome IS NOT NULL)),
    CHECK (state = 'draft' OR document IS NOT NULL)
  ) STRICT`,
  `CREATE TABLE reform_step (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES reform_plan (id),
    place INTEGER NOT NULL CHECK (place >= 0),
    content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
    said TEXT NOT NULL,
    ${RECORDED}
  ) STRICT`,
  `CREATE INDEX reform_step_plan ON reform_step (plan_id, place)`,
]

/** Adds the drafts and their steps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
