import { OFF_QUOTA_KIND_NAMES, type OffQuotaKind } from '../../model/person.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { beginHolding } from '../planning/holding-row.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, nameOf, personPiece, unitOn, type EventPerson } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, textOrNull, type EventCommon } from '../planning/pieces.ts'
import { nextBegin } from '../book/presence.ts'
import { takeSeat } from '../planning/seat-person.ts'

export interface OffQuotaBegin extends EventCommon {
  readonly type: 'offQuota.begin'
  readonly person: EventPerson
  readonly unit: string
  readonly post?: string | undefined
  readonly kind: OffQuotaKind
}

/** 编外用工: a ledger of its own, never in 实有. */
export function planOffQuotaBegin(event: OffQuotaBegin, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on } = event
  const unit = unitOn(ledger, event.unit, on)
  if (isRefusal(unit)) return unit
  const here = typeof event.person === 'string' ? ledger.holdingsOf(event.person, on)[0] : undefined
  if (here !== undefined) return impossible(`${nameOf(ledger, here.person_id)} ${on} 这天已在本乡镇任职`)
  const person = personPiece(event.person, on, tools)
  const to = nextBegin(ledger, person.id, ['substantive', 'attached', 'secondedIn', 'offQuota'], on)
  const seat = takeSeat(
    ledger,
    {
      unitId: event.unit,
      post: textOrNull(event.post) ?? '编外人员',
      from: on,
      to,
      personId: person.id,
      kind: 'offQuota',
    },
    tools,
  )
  if (isRefusal(seat)) return seat
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...person.writes,
      ...seat.writes,
      beginHolding(
        {
          person_id: person.id,
          post_id: seat.postId,
          kind: 'offQuota',
          off_quota_kind: event.kind,
          entered_on: on,
          entry_document_number: event.document?.number ?? null,
          valid_from: on,
          valid_to: to,
        },
        tools,
      ),
      eventRow(event, { personId: person.id, unitId: event.unit }, tools),
    ],
    summary: `${personMark(person.id)}到${unit.name}，编外（${OFF_QUOTA_KIND_NAMES[event.kind]}），不占编制`,
    touches: [],
  }
}
