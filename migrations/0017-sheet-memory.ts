import { sql, type Kysely } from 'kysely'

/* How each list was left when it was last looked at. No fact about anybody: it stands beside the journal, not in it. */

const TABLE = `CREATE TABLE sheet_memory (
    list TEXT PRIMARY KEY CHECK (length(trim(list)) > 0),
    view TEXT,
    layout TEXT NOT NULL CHECK (json_valid(layout) AND json_type(layout) = 'object')
  ) STRICT`

/** Adds the memory. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLE).execute(db)
}
