import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { inForceById } from './in-force-by-id.ts'
import type { EntryApprovalTable, HoldingTable } from '../rows/fact-rows.ts'
import type { SnapshotRows } from './snapshot-rows.ts'

/** What was decided of seats: approvals in force, who came by them, who was chosen to stand over. */
export function decisionsAt(
  rows: SnapshotRows,
  asOf: PlainDate,
): Pick<BookSnapshot, 'approvals' | 'arrivals' | 'overQuotaChoices'> {
  return {
    ...approvalsAt(rows, asOf),
    overQuotaChoices: inForceById(rows.over_quota_choice, asOf).map((row) => ({
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

/** What seats granted are told from. */
interface ApprovalRows {
  readonly entry_approval: readonly Omit<EntryApprovalTable, 'recorded_at'>[]
  readonly holding: readonly Pick<HoldingTable, 'person_id' | 'approval_id' | 'occupies_quota' | 'valid_from'>[]
}

/** Approvals in force, and who came by them. */
export function approvalsAt(rows: ApprovalRows, asOf: PlainDate): Pick<BookSnapshot, 'approvals' | 'arrivals'> {
  const approvals = inForceById(rows.entry_approval, asOf)
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
  }
}

/** Ended holdings count: a seat once taken by approval is used up. */
function arrivalsAt(rows: ApprovalRows, asOf: PlainDate, approvals: ReadonlySet<string>): BookSnapshot['arrivals'] {
  if (approvals.size === 0) return []
  return rows.holding.flatMap((row) =>
    row.approval_id !== null && row.occupies_quota === 1 && row.valid_from <= asOf && approvals.has(row.approval_id)
      ? [{ approvalId: row.approval_id, personId: row.person_id, on: row.valid_from }]
      : [],
  )
}
