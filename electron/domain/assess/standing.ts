import { Refusal } from '../../vocabulary/refusals.ts'
import type { NamedEvent } from './named-event.ts'
import { EVENT_TITLES, NEWCOMER } from '../../vocabulary/events.ts'
import type { EventTools, FactWrite } from '../ledger/planning/event-plan.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import { answerWrites, standingQuestions, type StandingQuestion } from '../ledger/planning/stands-over.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { lineKey } from '../model/holding-groups.ts'
import type { BookState } from '../state/book-state.ts'
import { personNamed } from './resolve-event.ts'

/** One day of a change: the book without it and with it. */
export interface DayStates {
  readonly day: PlainDate
  readonly before: BookState
  readonly after: BookState
}

/** A line that is asked about, with the book it was found in. */
export interface AskedLine {
  readonly question: StandingQuestion
  readonly state: BookState
}

/** The lines a change brings over, each on the first day it does. */
export function askedLines(days: readonly DayStates[]): readonly AskedLine[] {
  const asked = new Map<string, AskedLine>()
  for (const { before, after } of days.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    for (const question of standingQuestions(before, after)) {
      const key = lineKey(question.unitId, question.category)
      if (!asked.has(key)) asked.set(key, { question, state: after })
    }
  }
  return [...asked.values()]
}

/**
 * The rows by which the event's own answer holds; none where it gives none.
 * @throws `invalid_input` for somebody who is not asked about, `choice_count` for too few or too many, what `personNamed` throws.
 */
export function answerOf(
  event: NamedEvent,
  asked: readonly AskedLine[],
  known: FactRows,
  planned: FactRows,
  tools: EventTools,
): readonly FactWrite[] {
  if (event.standsOver === undefined || event.standsOver.length === 0) return []
  const ledger = ledgerBook(planned)
  const old = new Set(known.person.map((person) => person.id))
  const brought = planned.person.find((person) => !old.has(person.id))
  const personIds = event.standsOver.map((name) =>
    name === NEWCOMER && brought !== undefined ? brought.id : personNamed(ledger, name, event.on).id,
  )
  const reason =
    event.reason === undefined || event.reason.trim() === '' ? `登记“${EVENT_TITLES[event.type]}”时指定` : event.reason
  return answerRows(asked, personIds, planned, reason, tools)
}

/** The rows by which the named people stand as over. @throws `invalid_input` for somebody who is not asked about, `choice_count` */
export function answerRows(
  asked: readonly AskedLine[],
  personIds: readonly string[],
  planned: FactRows,
  reason: string,
  tools: EventTools,
): readonly FactWrite[] {
  const ledger = ledgerBook(planned)
  const writes = answerWrites(
    asked.map(({ question }) => question),
    [...new Set(personIds)],
    planned.over_quota_choice,
    reason,
    tools,
  )
  if (!('wrong' in writes)) return writes
  if (writes.wrong === 'stranger')
    throw new Refusal('invalid_input', {
      field: '列为超编的人',
      problem: `里的${ledger.person(writes.personId)?.name ?? '此人'}不在本次变动造成超编的机构和编制类型里`,
    })
  const { unitId, category, count } = writes.question
  throw new Refusal('choice_count', {
    unit: ledger.unitAt(unitId, writes.question.day)?.name ?? '',
    category: QUOTA_CATEGORY_NAMES[category],
    over: count,
    count: writes.given,
  })
}

/** The question as the form asks it. `keyOf`: what the answer will call somebody. */
export function standingView({ question, state }: AskedLine, keyOf: (personId: string) => string) {
  const { unitId, category, day, count, candidates } = question
  const names = new Map(state.snapshot.people.map((person) => [person.id, person.name]))
  return {
    unitId,
    unit: state.snapshot.units.find((unit) => unit.id === unitId)?.name ?? '',
    categoryCode: category,
    category: QUOTA_CATEGORY_NAMES[category],
    on: day,
    count,
    people: candidates.map((one) => ({
      key: keyOf(one.personId),
      name: names.get(one.personId) ?? '',
      newcomer: one.newcomer,
      since: one.since,
      enteredOn: one.enteredOn,
      overUntil: one.overUntil,
      proposed: one.proposed,
    })),
  }
}
