import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { leavePost } from '../planning/leave-post.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, nameOf, unitOfHolding } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { runningTerm, termWord } from '../planning/seconding.ts'

export interface TermEnd extends EventCommon {
  readonly type: 'term.end'
  readonly person: string
}

/** 期满返回: 借出 or 挂职 outside ends and the person is back at their post; somebody 借入 or 挂职 here leaves. */
export function planTermEnd(event: TermEnd, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const term = runningTerm(ledger, person, on)
  if (term === undefined) return impossible(`${nameOf(ledger, person)} ${on} 这天没有在期的借用或挂职`)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...leavePost(ledger, term, on),
      eventRow(event, { personId: person, unitId: unitOfHolding(ledger, term, on) }, tools),
    ],
    summary: `${personMark(person)}${termWord(term)}期满返回`,
    touches: [],
  }
}
