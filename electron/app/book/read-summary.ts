import type { Kysely } from 'kysely'
import { clockDoubt, type ClockDoubt } from '../../domain/ledger/journal/clock-doubt.ts'
import { packById } from '../../domain/rules/packs/index.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readLocalPacks } from '../../store/pack-store.ts'
import { readBookCounts, type BookCounts } from '../../store/book-store.ts'
import type { Clock } from '../context.ts'

/** What the top bar says of the open book. */
export async function readBookSummary(
  db: Kysely<BookDatabase>,
  clock: Clock,
): Promise<Omit<BookCounts, 'lastAt'> & { readonly packTitle: string | null; readonly clock: ClockDoubt | null }> {
  const { lastAt, ...counts } = await readBookCounts(db, clock.today())
  return {
    ...counts,
    clock: clockDoubt(clock.now(), lastAt),
    packTitle:
      packById(counts.packId)?.title ??
      (await readLocalPacks(db)).find((pack) => pack.id === counts.packId)?.title ??
      null,
  }
}
