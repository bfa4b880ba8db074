import { sql, type Kysely } from 'kysely'

/* 任现职时间 stands with the seat it belongs to: where a roster or a paper says it. A new seat begins without. */

/** Adds since when somebody holds their present post. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`ALTER TABLE holding ADD COLUMN post_since TEXT CHECK (post_since IS NULL OR length(post_since) IN (7, 10))`)
    .execute(db)
}
