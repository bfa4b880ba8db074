import type { QuotaCategory } from '../../model/quota-category.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { beginHolding } from '../planning/holding-row.ts'
import { leaveForSeat } from '../planning/leave-post.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, nameOf, cannotBeSeated, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { takeSeat } from '../planning/seat-person.ts'

export interface Restore extends EventCommon, Handover {
  readonly type: 'restore'
  readonly person: string
  readonly unit: string
  readonly post: string
  readonly category: QuotaCategory
}

/** 恢复入编 of somebody who left. Refused while their ID number holds a quota anywhere. */
export function planRestore(event: Restore, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const held = cannotBeSeated(ledger, person, on)
  if (held !== null) return held
  const before = ledger
    .allHoldingsOf(person)
    .findLast((row) => row.occupies_quota === 1 && row.valid_to !== null && row.valid_to <= on)
  if (before === undefined) return impossible(`${nameOf(ledger, person)}此前没有在编记录，请登记入编`)
  const seat = takeSeat(
    ledger,
    {
      unitId: event.unit,
      post: event.post,
      from: on,
      to: null,
      personId: person,
      kind: 'substantive',
      handover: event.handover,
    },
    tools,
  )
  if (isRefusal(seat)) return seat
  const guest = ledger.holdingsOf(person, on).filter((row) => row.kind !== 'secondedOut' && row.kind !== 'concurrent')
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...guest.flatMap((row) => leaveForSeat(ledger, row, on, seat.postId)),
      ...seat.writes,
      beginHolding(
        {
          person_id: person,
          post_id: seat.postId,
          kind: 'substantive',
          category: event.category,
          occupies_quota: 1,
          occupies_leadership: seat.occupiesLeadership,
          overlap_allowed: seat.overlapAllowed,
          due_on: event.handoverUntil ?? null,
          entered_on: on,
          entry_route: '恢复入编',
          entry_document_number: event.document?.number ?? before.entry_document_number,
          valid_from: on,
        },
        tools,
      ),
      eventRow(event, { personId: person, unitId: event.unit, category: event.category }, tools),
    ],
    summary: `${personMark(person)}恢复入编${unitTitle(ledger, event.unit, on)}`,
    touches: [{ unitId: event.unit, category: event.category }],
  }
}
