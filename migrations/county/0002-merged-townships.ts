import { sql, type Kysely } from 'kysely'

/*
 * 撤并: a township that is no more is added up only for days before. And a receipt may answer a township of which nothing could be received
 * yet: no program wrote one before this step, so the table is made anew.
 */
const STATEMENTS = [
  `ALTER TABLE township ADD COLUMN ended_on TEXT
    CHECK (ended_on IS NULL OR (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date(ended_on) IS ended_on))`,
  `ALTER TABLE township ADD COLUMN merged_into INTEGER REFERENCES township (id)`,
  `DROP TABLE answer`,
  `CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    township_id INTEGER REFERENCES township (id),
    township TEXT NOT NULL CHECK (length(trim(township)) > 0),
    submission_id INTEGER REFERENCES submission (id),
    number TEXT NOT NULL UNIQUE,
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    made_seq INTEGER NOT NULL REFERENCES county_journal (seq) DEFERRABLE INITIALLY DEFERRED
  ) STRICT`,
]

/** Townships may end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
