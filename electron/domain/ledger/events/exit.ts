import type { PlainDate } from '../../model/plain-date.ts'
import { causeCode, EXIT_CAUSE_NAMES } from '../sentences/cause-names.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { leaveLine, leavePost } from '../planning/leave-post.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, mainHolding, nameOf, notInPost, unitOfHolding, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { endRow, eventRow, optionalDocument, updateRow, type EventCommon } from '../planning/pieces.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { touchedLines } from '../planning/touched-lines.ts'

export interface Exit extends EventCommon {
  readonly type: 'exit'
  readonly person: string
  readonly cause: string
}

/** 出编: everything the person holds ends on the day, which is the first they are not counted; the posts stay, vacant. */
export function planExit(event: Exit, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const cause = causeCode(EXIT_CAUSE_NAMES, event.cause)
  if (cause === null) return impossible(`退出原因没有“${event.cause}”这一项`)
  const running = ledger.holdingsOf(person, on)
  const main = mainHolding(ledger, person, on)
  if (main === undefined)
    return running.length === 0
      ? notInPost(ledger, person, on)
      : impossible(`${nameOf(ledger, person)}不占编制：编外人员请登记编外退出，借用挂职请登记期满返回`)
  const later = firstLater(ledger, person, on)
  if (later !== null) return impossible(`${nameOf(ledger, person)}在 ${later} 还登记了变动，请先撤销它`)
  const previous = main.valid_from === on ? previousOf(ledger, main, on) : undefined
  // A holding of no day is none: its end would leave neither the cause nor the seat that was taken.
  if (main.valid_from === on && previous === undefined)
    return impossible(`${nameOf(ledger, person)} ${on} 当天才入编，请撤销那一条登记`)
  const unitId = unitOfHolding(ledger, main, on)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...running.flatMap((row) => leavePost(ledger, row, on, row.id === main.id ? { exit_cause: cause } : {})),
      ...(previous === undefined ? [] : [updateRow('holding', previous.id, { exit_cause: cause })]),
      ...ledger.facts.absence
        .filter((row) => row.person_id === person && rowInForce(row, on))
        .flatMap((row) => endRow('absence', row, on)),
      ...ledger.facts.retirement_arrangement
        .filter((row) => row.person_id === person && rowInForce(row, on))
        .flatMap((row) => endRow('retirement_arrangement', row, on)),
      ...leaveLine(ledger, person, on),
      eventRow(event, { personId: person, unitId, category: main.category, cause }, tools),
    ],
    summary: `${personMark(person)}出编，${EXIT_CAUSE_NAMES[cause] ?? ''}，原在${unitTitle(ledger, unitId, on)}`,
    touches: touchedLines([unitId, main.category]),
  }
}

/** First later day on which something of the person is registered to begin; null: none. */
function firstLater(ledger: LedgerBook, person: string, day: PlainDate): PlainDate | null {
  const own = [...ledger.facts.absence, ...ledger.facts.retirement_arrangement].filter(
    (row) => row.person_id === person,
  )
  const begins = [...ledger.allHoldingsOf(person), ...own].map((row) => row.valid_from).filter((begin) => begin > day)
  return begins.toSorted()[0] ?? null
}

/** Somebody who was moved on the very day they leave: the cause stands on the post they really held last. */
function previousOf(ledger: LedgerBook, main: HoldingTable, day: PlainDate): HoldingTable | undefined {
  return ledger
    .allHoldingsOf(main.person_id)
    .find((row) => row.valid_to === day && row.occupies_quota === main.occupies_quota && row.kind === main.kind)
}
