import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, mainHolding, nameOf, unitOfHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { endRow, eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { rowInForce } from '../rows/row-in-force.ts'

export interface AbsenceEnd extends EventCommon {
  readonly type: 'absence.end'
  readonly person: string
}

/** 返岗. */
export function planAbsenceEnd(event: AbsenceEnd, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = ledger.facts.absence.find((each) => each.person_id === person && rowInForce(each, on))
  if (row === undefined) return impossible(`${nameOf(ledger, person)} ${on} 这天没有离岗登记`)
  const main = mainHolding(ledger, person, on)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...endRow('absence', row, on),
      eventRow(
        event,
        {
          personId: person,
          unitId: main === undefined ? null : unitOfHolding(ledger, main, on),
          category: main?.category ?? null,
        },
        tools,
      ),
    ],
    summary: `${personMark(person)}返岗`,
    touches: [],
  }
}
