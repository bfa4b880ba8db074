import { OFF_QUOTA_END_NAMES, type OffQuotaEndCause } from '../../../vocabulary/causes.ts'
import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { leavePost } from '../planning/leave-post.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, nameOf, unitOfHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, textOrNull, type EventCommon } from '../planning/pieces.ts'

export interface OffQuotaEnd extends EventCommon {
  readonly type: 'offQuota.end'
  readonly person: string
  readonly cause?: OffQuotaEndCause | undefined
}

/** 编外退出; 清退 only with its reason. */
export function planOffQuotaEnd(event: OffQuotaEnd, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = ledger.holdingsOf(person, on).find((held) => held.kind === 'offQuota')
  if (row === undefined) return impossible(`${nameOf(ledger, person)} ${on} 这天不是编外人员`)
  const cause = event.cause ?? null
  const why = textOrNull(event.note) ?? textOrNull(event.reason)
  if (cause === 'dismissed' && why === null)
    return impossible(`清退${nameOf(ledger, person)}要写明原因，请写在备注或理由里`)
  const told = cause === 'dismissed' ? { ...event, note: why ?? undefined } : event
  const kind = row.off_quota_kind === null ? '' : OFF_QUOTA_KIND_NAMES[row.off_quota_kind]
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...leavePost(ledger, row, on),
      eventRow(told, { personId: person, unitId: unitOfHolding(ledger, row, on), cause }, tools),
    ],
    summary: `${personMark(person)}编外退出（${[kind, cause === null ? '' : (OFF_QUOTA_END_NAMES[cause] ?? '')].filter((word) => word !== '').join('，')}）`,
    touches: [],
  }
}
