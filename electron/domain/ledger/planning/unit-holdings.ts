import type { PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'

/** Versions of the unit's posts that run on the day or begin later. */
export function postsFrom(ledger: LedgerBook, unitId: string, day: PlainDate): readonly PostVersionTable[] {
  return ledger.facts.post_version.filter(
    (row) => row.unit_id === unitId && (row.valid_to === null || row.valid_to > day),
  )
}

/** Holdings of those posts that run on the day or begin later, while the post is the unit's. */
export function holdingsFrom(ledger: LedgerBook, unitId: string, day: PlainDate): readonly HoldingTable[] {
  return postsFrom(ledger, unitId, day).flatMap((post) => {
    const from = post.valid_from > day ? post.valid_from : day
    return ledger
      .allHoldersOf(post.post_id)
      .filter(
        (row) =>
          (row.valid_to === null || row.valid_to > from) && (post.valid_to === null || row.valid_from < post.valid_to),
      )
  })
}

/** Seats of an approval not taken by the day: its number less the counted people who came by it. */
export function openSeats(
  ledger: LedgerBook,
  approval: { readonly id: string; readonly amount: number },
  day: PlainDate,
): number {
  const arrived = ledger.facts.holding.filter(
    (row) => row.approval_id === approval.id && row.occupies_quota === 1 && row.valid_from <= day,
  )
  return Math.max(0, approval.amount - new Set(arrived.map((row) => row.person_id)).size)
}
