import { sql, type Kysely } from 'kysely'
import type { BookDatabase } from './book-database.ts'

/** What was registered after an entry, apart from work on drafts: number and summary, oldest first. */
export async function readMovedOn(
  db: Kysely<BookDatabase>,
  after: number,
): Promise<readonly { readonly seq: number; readonly summary: string }[]> {
  return db
    .selectFrom('journal')
    .select(['seq', 'summary'])
    .where('seq', '>', after)
    .where(
      sql<boolean>`exists (select 1 from journal_change as c where c.seq = journal.seq
        and c.table_name not in ('reform_plan', 'reform_step'))`,
    )
    .orderBy('seq')
    .execute()
}
