import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { beginHolding } from '../planning/holding-row.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, mainHolding, nameOf, notInPost, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { presentUntil } from '../book/presence.ts'
import { takeSeat } from '../planning/seat-person.ts'

export interface ConcurrentBegin extends EventCommon, Handover {
  readonly type: 'concurrent.begin'
  readonly person: string
  readonly unit: string
  readonly post: string
}

/** 兼任: a second post, shown and never counted; the person is counted once, at the 主职. */
export function planConcurrentBegin(event: ConcurrentBegin, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  if (mainHolding(ledger, person, on) === undefined) return notInPost(ledger, person, on)
  const to = presentUntil(ledger, person, on)
  const held = new Set(ledger.holdingsOf(person, on).map((row) => row.post_id))
  if (ledger.postsTitled(event.unit, event.post, on).some((version) => held.has(version.post_id)))
    return impossible(`${nameOf(ledger, person)}这天已任此职`)
  const seat = takeSeat(
    ledger,
    {
      unitId: event.unit,
      post: event.post,
      from: on,
      to,
      personId: person,
      kind: 'concurrent',
      handover: event.handover,
    },
    tools,
  )
  if (isRefusal(seat)) return seat
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...seat.writes,
      beginHolding(
        {
          person_id: person,
          post_id: seat.postId,
          kind: 'concurrent',
          overlap_allowed: seat.overlapAllowed,
          due_on: event.handoverUntil ?? null,
          entry_document_number: event.document?.number ?? null,
          valid_from: on,
          valid_to: to,
        },
        tools,
      ),
      eventRow(event, { personId: person, unitId: event.unit }, tools),
    ],
    summary: `${personMark(person)}兼任${unitTitle(ledger, event.unit, on)}${seat.title}，不另计人数`,
    touches: [],
  }
}
