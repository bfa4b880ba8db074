import { sql, type Kysely } from 'kysely'

/*
 * Which request made which entry, and what it was answered: a request that comes a second time is answered from here and does nothing.
 * `reply` is null from the commit until the answer is put down beside it, and where the answer is too long to keep.
 */

const STATEMENTS = [
  `CREATE TABLE request (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE REFERENCES journal (seq),
    client TEXT NOT NULL,
    operation TEXT NOT NULL,
    input_digest TEXT NOT NULL CHECK (length(input_digest) = 64),
    reply TEXT CHECK (reply IS NULL OR json_valid(reply))
  ) STRICT`,
]

/** Adds the requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
