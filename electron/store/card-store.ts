import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

const TARGETS = 'card.targets'

/** The book's own targets as they were written (JSON); null: as the program begins. */
export async function readOwnTargets(db: Kysely<BookDatabase>): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', TARGETS).executeTakeFirst()
  return row?.value ?? null
}

/** Keeps the targets as the book's own; null goes back to the program's. */
export async function writeOwnTargets(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  value: string | null,
  recordedAt: string,
): Promise<void> {
  const known = await readOwnTargets(tx)
  if (value === known) return
  if (value === null) await journal.remove('setting', TARGETS)
  else if (known === null) await journal.insert('setting', [{ id: TARGETS, value, recorded_at: recordedAt }])
  else await journal.update('setting', TARGETS, { value, recorded_at: recordedAt })
}

/** The event an entry of the journal registered; null: none. */
export async function readEventOfEntry(db: Kysely<BookDatabase>, seq: number): Promise<string | null> {
  const row = await db
    .selectFrom('journal_change')
    .select('row_id')
    .where('seq', '=', seq)
    .where('table_name', '=', 'ledger_event')
    .executeTakeFirst()
  return row?.row_id ?? null
}
