import { sql, type Kysely } from 'kysely'

/** A refusal whose cause is gone: the same file was received again and agreed. It stays with its reason, and stands against nothing more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE refused ADD COLUMN lifted_seq INTEGER REFERENCES county_journal (seq) DEFERRABLE INITIALLY DEFERRED`,
    )
    .execute(db)
}
