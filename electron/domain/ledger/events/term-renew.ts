import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, FactWrite, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { badTerm, impossible, nameOf } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, updateRow, type EventCommon } from '../planning/pieces.ts'
import { runningTerm, termWord } from '../planning/seconding.ts'
import { rowInForce } from '../rows/row-in-force.ts'

export interface TermRenew extends EventCommon {
  readonly type: 'term.renew'
  readonly person: string
  readonly until: PlainDate
}

/** 期限续延: the planned end of a running 借出, 借入, 挂职 or, where there is none, of an absence. Earlier ends stand in the events. */
export function planTermRenew(event: TermRenew, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person, until } = event
  const wrong = badTerm(on, until)
  if (wrong !== null) return wrong
  const term = runningTerm(ledger, person, on)
  const absence = ledger.facts.absence.find((row) => row.person_id === person && rowInForce(row, on))
  const running = term ?? absence
  if (running === undefined) return impossible(`${nameOf(ledger, person)} ${on} 这天没有在期的借用、挂职或离岗`)
  if (running.due_on !== null && until <= running.due_on)
    return impossible(`现登记的期满日是 ${running.due_on}，续延应晚于它`)
  if (running.valid_to !== null && until > running.valid_to)
    return impossible(`已登记从 ${running.valid_to} 起结束，不能续延到 ${until}`)
  const renewed: FactWrite = updateRow(term === undefined ? 'absence' : 'holding', running.id, { due_on: until })
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      renewed,
      eventRow(event, { personId: person }, tools),
    ],
    summary: `${personMark(person)}${term === undefined ? '离岗' : termWord(term)}期限续延至 ${until}`,
    touches: [],
  }
}
