import type { PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from './ledger-book.ts'

/**
 * First day on which the person is no longer in the township by what is registered, from a day on which they are; null: open.
 * Something that begins now (借出, 兼任, 离岗) cannot outlast that.
 */
export function presentUntil(ledger: LedgerBook, personId: string, day: PlainDate): PlainDate | null {
  let end: PlainDate = day
  const own = ledger.allHoldingsOf(personId).filter((row) => row.kind !== 'secondedOut' && row.kind !== 'concurrent')
  for (const row of own) {
    if (row.valid_from > end) return end
    if (row.valid_to === null) return null
    if (row.valid_to > end) end = row.valid_to
  }
  return end
}

/** The earlier of two ends, null being open. */
export function earlierEnd(left: PlainDate | null, right: PlainDate | null): PlainDate | null {
  if (left === null || right === null) return left ?? right
  return left < right ? left : right
}

/** Begin of the person's next holding of these kinds after the day; null: none. */
export function nextBegin(
  ledger: LedgerBook,
  personId: string,
  kinds: readonly HoldingTable['kind'][],
  day: PlainDate,
): PlainDate | null {
  return (
    ledger.allHoldingsOf(personId).find((row) => kinds.includes(row.kind) && row.valid_from > day)?.valid_from ?? null
  )
}
