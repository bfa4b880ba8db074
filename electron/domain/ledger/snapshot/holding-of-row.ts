import { factsOfRow } from '../../../vocabulary/person-fields.ts'
import type { Holding } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'

/** A 任职 row as the rules and figures read it. `lineSince`: see `lineStarts`; null where nobody asks. */
export function holdingOfRow(row: HoldingTable, lineSince: PlainDate | null): Holding {
  return {
    id: row.id,
    personId: row.person_id,
    postId: row.post_id,
    kind: row.kind,
    offQuotaKind: row.off_quota_kind,
    occupiesQuota: row.occupies_quota === 1,
    occupiesLeadership: row.occupies_leadership === 1,
    overlapAllowed: row.overlap_allowed === 1,
    counterpart: row.counterpart,
    entryCause: row.entry_cause,
    exitCause: row.exit_cause,
    approvalId: row.approval_id,
    occupiedRank: row.occupied_rank,
    dueOn: row.due_on,
    lineSince,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ...factsOfRow('holding', row),
  }
}
