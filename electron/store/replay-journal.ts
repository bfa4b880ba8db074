import { sql, type Kysely } from 'kysely'
import { factRowsFrom, rowOfImage, type Image } from '../domain/ledger/rows/fact-columns.ts'
import type { FactRows, FactTable } from '../domain/ledger/rows/fact-rows.ts'
import type { BookDatabase } from './book-database.ts'
import { StoreError } from './store-error.ts'
import { isFactTable } from '../domain/ledger/rows/table-titles.ts'

/** Up to and with an entry, or all that was registered up to and with a UTC instant. */
export type Until = { readonly seq: number } | { readonly instant: string }

const PAGE = 20_000

/**
 * The facts as the journal tells them: its after-images folded up to a point, each table's rows in the order they were entered.
 * Of the whole journal it is what the tables hold. The journal only grows, so the pages belong together without a transaction.
 * @throws StoreError `damaged` for an image that cannot be read.
 */
export async function replayFacts(db: Kysely<BookDatabase>, until: Until): Promise<FactRows> {
  const last = await lastSeq(db, until)
  const images = new Map<FactTable, Map<string, string>>()
  let from = { seq: 0, ordinal: 0 }
  for (;;) {
    const page = await readPage(db, from, last)
    for (const { seq, table_name: table, row_id: rowId, after_json: json } of page) {
      if (!isFactTable(table)) throw damaged(seq)
      const rows = images.get(table) ?? new Map<string, string>()
      images.set(table, rows)
      // A changed row keeps its place; one that was removed and comes back stands last, as in the table.
      if (json === null) rows.delete(rowId)
      else rows.set(rowId, json)
    }
    const end = page.at(-1)
    if (end === undefined || page.length < PAGE) break
    from = end
  }
  return factRowsFrom((table) =>
    [...(images.get(table)?.values() ?? [])].map((json) => rowOfImage(table, parseImage(json))),
  )
}

/** The clock may have been set back once: an entry belongs to what was known at an instant when any later one does. */
async function lastSeq(db: Kysely<BookDatabase>, until: Until): Promise<number> {
  if ('seq' in until) return until.seq
  const { seq } = await db
    .selectFrom('journal')
    .select((select) => select.fn.max('seq').as('seq'))
    .where('recorded_at', '<=', until.instant)
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

function readPage(db: Kysely<BookDatabase>, from: { readonly seq: number; readonly ordinal: number }, last: number) {
  return db
    .selectFrom('journal_change')
    .select(['seq', 'ordinal', 'table_name', 'row_id', 'after_json'])
    .where(sql<boolean>`(seq, ordinal) > (${from.seq}, ${from.ordinal})`)
    .where('seq', '<=', last)
    .orderBy('seq')
    .orderBy('ordinal')
    .limit(PAGE)
    .execute()
}

/** @throws StoreError `damaged` */
export function parseImage(json: string): Image {
  try {
    const image: unknown = JSON.parse(json)
    if (typeof image === 'object' && image !== null) return image as Image
  } catch {
    // Said below.
  }
  throw damaged(null)
}

function damaged(seq: number | null): StoreError {
  return new StoreError('damaged', {
    path: '',
    problem: seq === null ? '台账明细读不出' : `台账第 ${seq} 条的明细读不出`,
    backups: '',
  })
}
