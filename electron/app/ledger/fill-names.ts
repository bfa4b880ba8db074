import type { Kysely } from 'kysely'
import { markedPersonIds, withNames } from '../../domain/ledger/journal/person-marks.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readNamesEver } from '../../store/journal-history-store.ts'

/** A summary with today's names in the place of its marks. */
export async function fillNames(db: Kysely<BookDatabase>, summary: string): Promise<string> {
  return withNames(summary, await readNamesEver(db, markedPersonIds(summary)))
}
