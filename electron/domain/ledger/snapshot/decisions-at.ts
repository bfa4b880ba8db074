import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { compareText } from '../../model/counted-holding.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { rowInForce, type RangedRow } from '../rows/row-in-force.ts'
import type { SnapshotRows } from './snapshot-rows.ts'

/** What was decided of seats: approvals in force, who came by them, who was chosen to stand over. */
export function decisionsAt(
  rows: SnapshotRows,
  asOf: PlainDate,
): Pick<BookSnapshot, 'approvals' | 'arrivals' | 'overQuotaChoices'> {
  const inForce = <R extends RangedRow & { readonly id: string }>(list: readonly R[]) =>
    list.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compareText(left.id, right.id))
  const approvals = inForce(rows.entry_approval)
  return {
    arrivals: arrivalsAt(rows, asOf, new Set(approvals.map((row) => row.id))),
    approvals: approvals.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      category: row.category,
      amount: row.amount,
      number: row.number,
      expiresOn: row.expires_on,
      personId: row.person_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    overQuotaChoices: inForce(rows.over_quota_choice).map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      category: row.category,
      personId: row.person_id,
      reason: row.reason,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  }
}

/** Ended holdings count: a seat once taken by approval is used up. */
function arrivalsAt(rows: SnapshotRows, asOf: PlainDate, approvals: ReadonlySet<string>): BookSnapshot['arrivals'] {
  if (approvals.size === 0) return []
  return rows.holding.flatMap((row) =>
    row.approval_id !== null && row.occupies_quota === 1 && row.valid_from <= asOf && approvals.has(row.approval_id)
      ? [{ approvalId: row.approval_id, personId: row.person_id, on: row.valid_from }]
      : [],
  )
}
