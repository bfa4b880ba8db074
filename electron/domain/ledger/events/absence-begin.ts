import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, PlanResult } from '../event-plan.ts'
import type { AbsenceKind } from '../fact-rows.ts'
import type { LedgerBook } from '../ledger-book.ts'
import { badTerm, impossible, mainHolding, nameOf, notInPost, unitOfHolding } from '../people-in-events.ts'
import { eventRow, insertRow, optionalDocument, personMark, type EventCommon } from '../pieces.ts'
import { earlierEnd, presentUntil } from '../presence.ts'
import { rowInForce } from '../snapshot-at.ts'

export interface AbsenceBegin extends EventCommon {
  readonly type: 'absence.begin'
  readonly person: string
  readonly kind: AbsenceKind
  readonly until?: PlainDate | undefined
}

const WORDS: Readonly<Record<AbsenceKind, string>> = { sickLeave: '病休', study: '离岗学习', offPost: '离岗', suspended: '停职' }

/** 病休, 学习, 离岗, 停职: away, and still counted. */
export function planAbsenceBegin(event: AbsenceBegin, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const main = mainHolding(ledger, person, on)
  if (main === undefined) return notInPost(ledger, person, on)
  const wrong = badTerm(on, event.until)
  if (wrong !== null) return wrong
  const own = ledger.facts.absence.filter((row) => row.person_id === person)
  const running = own.find((row) => rowInForce(row, on))
  if (running !== undefined) return impossible(`${nameOf(ledger, person)}从 ${running.valid_from} 起已登记${WORDS[running.kind]}，请先登记返岗`)
  const next = own.map((row) => row.valid_from).filter((day) => day > on).toSorted()[0] ?? null
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      insertRow('absence', {
        id: tools.newId(), person_id: person, kind: event.kind, document_number: event.document?.number ?? null, due_on: event.until ?? null,
        valid_from: on, valid_to: earlierEnd(presentUntil(ledger, person, on), next), recorded_at: tools.recordedAt,
      }),
      eventRow(event, { personId: person, unitId: unitOfHolding(ledger, main, on), category: main.category }, tools),
    ],
    summary: `${personMark(person)}${WORDS[event.kind]}${event.until === undefined ? '' : `，至 ${event.until}`}，仍占编制`,
    touches: [],
  }
}
