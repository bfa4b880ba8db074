import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase, NoticeDraftTable } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/* The draft of the next notice: one a book, journalled like everything else. */

/** The draft that waits; undefined: none. */
export async function readNoticeDraft(db: Kysely<BookDatabase>): Promise<NoticeDraftTable | undefined> {
  return db.selectFrom('notice_draft').selectAll().executeTakeFirst()
}

/** Puts the draft in the place of the one before. */
export async function writeNoticeDraft(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  row: NoticeDraftTable,
): Promise<void> {
  const { id, ...facts } = row
  if ((await readNoticeDraft(tx)) === undefined) await journal.insert('notice_draft', [row])
  else await journal.update('notice_draft', id, facts)
}

/** Lets the draft go, where there is one: it was issued, or given up. */
export async function dropNoticeDraft(tx: Transaction<BookDatabase>, journal: JournalWriter): Promise<void> {
  const known = await readNoticeDraft(tx)
  if (known !== undefined) await journal.remove('notice_draft', known.id)
}

/** Who saved the draft last; null where nobody has. */
export async function readDrafter(db: Kysely<BookDatabase>): Promise<string | null> {
  const row = await db
    .selectFrom('journal')
    .select('actor')
    .where('operation', '=', 'notice.saveDraft')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.actor ?? null
}
