import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { approvalEnd } from '../planning/approvals.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, unitOn } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, insertRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'

export interface ApprovalGrant extends EventCommon {
  readonly type: 'approval.grant'
  readonly unit: string
  readonly category: QuotaCategory
  readonly count: number
  readonly number: string
  /** Last day on which it may be used. */
  readonly expiresOn?: PlainDate | undefined
  readonly person?: string | undefined
}

/** 用编核准: seats are reserved from the day to the last day of the approval. */
export function planApprovalGrant(event: ApprovalGrant, ledger: LedgerBook, tools: EventTools): PlanResult {
  const unit = unitOn(ledger, event.unit, event.on)
  if (isRefusal(unit)) return unit
  if (event.expiresOn !== undefined && event.expiresOn < event.on)
    return impossible(`有效期 ${event.expiresOn} 早于核准日 ${event.on}`)
  if (event.person !== undefined && event.count !== 1) return impossible('核定给一个人的用编核准只能是 1 名')
  const same = ledger.facts.entry_approval.some(
    (row) => row.number === event.number && row.unit_id === event.unit && row.category === event.category,
  )
  if (same) return impossible(`编号“${event.number}”的用编核准已经登记过`)
  const end = approvalEnd(ledger, event.unit, event.on, event.expiresOn ?? null)
  if (isRefusal(end)) return end
  const document = optionalDocument(ledger, event.document, tools)
  const personId = event.person ?? null
  return {
    writes: [
      ...document.writes,
      insertRow('entry_approval', {
        id: tools.newId(),
        unit_id: event.unit,
        category: event.category,
        amount: event.count,
        number: event.number,
        expires_on: event.expiresOn ?? null,
        person_id: personId,
        valid_from: event.on,
        valid_to: end.validTo,
        recorded_at: tools.recordedAt,
      }),
      eventRow(event, { personId, unitId: event.unit, category: event.category }, tools),
    ],
    summary:
      `用编核准：${unit.name} ${event.count} 名，编号 ${event.number}` +
      (event.expiresOn === undefined ? '' : `，有效期至 ${event.expiresOn}`) +
      (personId === null ? '' : `，核定给${personMark(personId)}`),
    touches: [{ unitId: event.unit, category: event.category }],
  }
}
