import type { Kysely } from 'kysely'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { packById } from '../../domain/rules/packs/index.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readLocalPacks } from '../../store/pack-store.ts'
import { readBookCounts, type BookCounts } from '../../store/book-store.ts'

/** What the top bar says of the open book. */
export async function readBookSummary(
  db: Kysely<BookDatabase>,
  today: PlainDate,
): Promise<BookCounts & { readonly packTitle: string | null }> {
  const counts = await readBookCounts(db, today)
  return {
    ...counts,
    packTitle:
      packById(counts.packId)?.title ??
      (await readLocalPacks(db)).find((pack) => pack.id === counts.packId)?.title ??
      null,
  }
}
