import type { LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { RecordNames } from '../../domain/views/record-view.ts'

/** Names of people and units as they are on the day. */
export function recordNames(ledger: LedgerBook, day: PlainDate): RecordNames {
  const unit = (id: string) => ledger.unitAt(id, day)?.name ?? null
  return {
    person: (id) => ledger.person(id)?.name ?? null,
    unit,
    unitOfPerson: (id) => {
      const holding = ledger.countedHolding(id, day) ?? ledger.holdingsOf(id, day)[0]
      const post = holding === undefined || holding.post_id === null ? undefined : ledger.postAt(holding.post_id, day)
      return post === undefined ? null : unit(post.unit_id)
    },
  }
}
