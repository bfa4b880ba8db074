import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import type { EventTools, PlanResult } from '../event-plan.ts'
import { leavePost } from '../leave-post.ts'
import type { LedgerBook } from '../ledger-book.ts'
import { impossible, nameOf, unitOfHolding } from '../people-in-events.ts'
import { eventRow, optionalDocument, personMark, type EventCommon } from '../pieces.ts'

export interface OffQuotaEnd extends EventCommon {
  readonly type: 'offQuota.end'
  readonly person: string
}

/** 编外退出. */
export function planOffQuotaEnd(event: OffQuotaEnd, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = ledger.holdingsOf(person, on).find((held) => held.kind === 'offQuota')
  if (row === undefined) return impossible(`${nameOf(ledger, person)} ${on} 这天不是编外人员`)
  return {
    writes: [...optionalDocument(ledger, event.document, tools).writes, ...leavePost(ledger, row, on), eventRow(event, { personId: person, unitId: unitOfHolding(ledger, row, on) }, tools)],
    summary: `${personMark(person)}编外退出（${row.off_quota_kind === null ? '' : OFF_QUOTA_KIND_NAMES[row.off_quota_kind]}）`,
    touches: [],
  }
}
