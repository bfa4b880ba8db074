import { ABSENCE_KIND_NAMES, type AbsenceKind } from '../../../vocabulary/standing.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { badTerm, impossible, mainHolding, nameOf, notInPost, unitOfHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, insertRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { earlierEnd, presentUntil } from '../book/presence.ts'
import { rowInForce } from '../rows/row-in-force.ts'

export interface AbsenceBegin extends EventCommon {
  readonly type: 'absence.begin'
  readonly person: string
  readonly kind: AbsenceKind
  readonly until?: PlainDate | undefined
}

/** 病休, 学习, 离岗, 停职: away, and still counted. */
export function planAbsenceBegin(event: AbsenceBegin, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const main = mainHolding(ledger, person, on)
  if (main === undefined) return notInPost(ledger, person, on)
  const wrong = badTerm(on, event.until)
  if (wrong !== null) return wrong
  const own = ledger.facts.absence.filter((row) => row.person_id === person)
  const running = own.find((row) => rowInForce(row, on))
  if (running !== undefined)
    return impossible(
      `${nameOf(ledger, person)}从 ${running.valid_from} 起已登记${ABSENCE_KIND_NAMES[running.kind]}，请先登记返岗`,
    )
  const next =
    own
      .map((row) => row.valid_from)
      .filter((day) => day > on)
      .toSorted()[0] ?? null
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      insertRow('absence', {
        id: tools.newId(),
        person_id: person,
        kind: event.kind,
        document_number: event.document?.number ?? null,
        due_on: event.until ?? null,
        valid_from: on,
        valid_to: earlierEnd(presentUntil(ledger, person, on), next),
        recorded_at: tools.recordedAt,
      }),
      eventRow(event, { personId: person, unitId: unitOfHolding(ledger, main, on), category: main.category }, tools),
    ],
    summary: `${personMark(person)}${ABSENCE_KIND_NAMES[event.kind]}${event.until === undefined ? '' : `，至 ${event.until}`}，仍占编制`,
    touches: [],
  }
}
