import { sql, type Kysely } from 'kysely'

/* Fields of a person that the township declares for itself, and the county's own words led to national and bureau codes. */

const RECORDED = `recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z')`

const TABLES = [
  `CREATE TABLE own_field (
    id TEXT PRIMARY KEY,
    field TEXT NOT NULL UNIQUE CHECK (field GLOB 'own[0-9][0-9]'),
    title TEXT NOT NULL UNIQUE CHECK (length(trim(title)) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('text','date','list')),
    choices TEXT NOT NULL CHECK (json_valid(choices) AND json_type(choices) = 'array'),
    masked INTEGER NOT NULL CHECK (masked IN (0,1)),
    ${RECORDED}
  ) STRICT`,
  `CREATE TABLE code_word (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL CHECK (length(trim(list)) > 0),
    word TEXT NOT NULL CHECK (length(trim(word)) > 0),
    meant TEXT NOT NULL CHECK (length(trim(meant)) > 0),
    ${RECORDED},
    UNIQUE (list, word)
  ) STRICT`,
]

/** Adds both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
