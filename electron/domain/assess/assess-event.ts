import { NEWCOMER } from '../../vocabulary/events.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { NamedEvent } from './named-event.ts'
import { causeCode, EXIT_CAUSE_NAMES } from '../ledger/sentences/cause-names.ts'
import { applyWrites, type EventPlan, type EventTools, type FactWrite } from '../ledger/planning/event-plan.ts'
import { planEvent } from '../ledger/events/index.ts'
import { missingExitProofs } from '../ledger/planning/exit-proofs.ts'
import { holidayTableOf } from '../ledger/snapshot/decided-here.ts'
import { rowById } from '../ledger/rows/edit-rows.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { continuityOf, findingsDifference, subjectOf } from '../findings/findings-difference.ts'
import {
  GATES,
  gateOf,
  missingGrounds,
  NO_SEAT_RULE,
  seatFindings,
  type Act,
  type Gate,
} from '../ledger/planning/gates.ts'
import { isLateEntry } from '../ledger/journal/late-entry.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import { leadershipSentences } from '../ledger/sentences/leadership-sentence.ts'
import { movedLines, quotaSentence } from '../ledger/planning/quota-sentence.ts'
import type { Finding } from '../model/finding.ts'
import { singleTitlesInForce } from '../rules/single-titles-in-force.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { BookState } from '../state/book-state.ts'
import { stateOn } from '../state/state-on.ts'
import { resolveEvent } from './resolve-event.ts'
import { answerOf, askedLines, standingView, type DayStates } from './standing.ts'
import { viewBook } from '../views/book-view.ts'
import { findingView } from '../views/finding-view.ts'
import { markedPersonIds, withNames } from '../ledger/journal/person-marks.ts'

export interface EventRequest {
  readonly event: NamedEvent
  readonly correction?: boolean | undefined
}

/**
 * What an event would write and what it would do to figures and findings. It is planned over the facts, and the book looked at on the days
 * it matters, before and after: the same for a preview and for saving. Nothing is written here.
 * @throws what `resolveEvent` throws, and the planner's refusal.
 */
export function assessEvent(facts: FactRows, request: EventRequest, tools: EventTools) {
  const { event } = request
  const correction = request.correction === true
  refuseEarlyEnd(event)
  const ledger = ledgerBook(facts)
  const days = daysThatMatter(event, tools.today).map((day) => ({
    day,
    before: checkedOn(facts, day),
  }))
  const [first] = days
  const guarded = first === undefined ? tools : { ...tools, singleTitles: singleTitlesInForce(first.before.snapshot) }
  const plan = requirePlan(planEvent(resolveEvent(event, ledger, tools.today), ledger, guarded))
  const writes = correction ? plan.writes.map(markedAsCorrection) : plan.writes
  const planned = applyWrites(facts, writes)
  const states = days.map((one): DayStates => ({ ...one, after: stateOn(planned, one.day) }))
  const asked = askedLines(states)
  const answer = answerOf(event, asked, facts, planned, tools)
  const after = applyWrites(planned, answer)
  const known = personIn(facts)
  const compared = states.map((one) =>
    compareOn(answer.length === 0 ? one : { ...one, after: stateOn(after, one.day) }, plan, event),
  )
  const summary = correction ? `更正：${plan.summary}` : plan.summary
  return {
    writes: [...writes, ...answer],
    summary,
    outcome: {
      text: withNames(summary, namesIn(after, summary)),
      ...outcomeOf(event, correction, compared, facts, tools),
      standing: asked.map((line) => standingView(line, (id) => (known(id) === undefined ? NEWCOMER : id))),
    },
  }
}

/** Names of the people a sentence speaks of. */
function namesIn(facts: FactRows, sentence: string): ReadonlyMap<string, string> {
  return new Map(
    markedPersonIds(sentence).flatMap((id) => {
      const person = rowById(facts.person, id)
      return person === undefined ? [] : [[id, person.name] as const]
    }),
  )
}

const personIn = (facts: FactRows) => (id: string) => rowById(facts.person, id)

/** Checked before anything is planned on it: what comes after is then only checked again. */
function checkedOn(facts: FactRows, day: PlainDate): BookState {
  const state = stateOn(facts, day)
  void state.findings
  return state
}

function refuseEarlyEnd(event: NamedEvent): void {
  if (event.overUntil !== undefined && event.overUntil <= event.on)
    throw new Refusal('invalid_input', { field: '计划消化日期', problem: '应在生效日之后' })
}

function requirePlan(result: ReturnType<typeof planEvent>): EventPlan {
  if (!('refusal' in result)) return result
  throw new Refusal(result.refusal, result.details)
}

function markedAsCorrection(write: FactWrite): FactWrite {
  return write.op === 'insert' && write.table === 'ledger_event'
    ? { ...write, row: { ...write.row, is_correction: 1 } }
    : write
}

/** The day it takes force; today too for what is entered late; the day of arrival where that is later. */
export function daysThatMatter(event: NamedEvent, today: PlainDate): readonly PlainDate[] {
  const arrives =
    event.type === 'entry' && typeof event.arrivesOn === 'string' && event.arrivesOn > event.on ? [event.arrivesOn] : []
  return [...new Set([event.on, ...(event.on < today ? [today] : []), ...arrives])]
}

/** Units a merger ends, with the one they go into. */
export function mergedUnits(writes: readonly FactWrite[]): ReadonlyMap<string, string> {
  return new Map(
    writes.flatMap((write) =>
      write.op === 'insert' &&
      write.table === 'ledger_event' &&
      write.row.type === 'unit.merge' &&
      write.row.unit_id !== null &&
      write.row.other_unit_id !== null
        ? [[write.row.unit_id, write.row.other_unit_id] as const]
        : [],
    ),
  )
}

interface DayCompared {
  readonly day: PlainDate
  readonly sentences: readonly string[]
  readonly created: readonly { readonly finding: Finding; readonly view: ReturnType<typeof findingView> }[]
  readonly cured: readonly { readonly finding: Finding; readonly view: ReturnType<typeof findingView> }[]
}

function compareOn({ day, before, after }: DayStates, plan: EventPlan, event: NamedEvent): DayCompared {
  const difference = findingsDifference(
    before.findings,
    after.findings,
    continuityOf(before.snapshot, after.snapshot, mergedUnits(plan.writes)),
  )
  const taken = seatFindings(event, before, after)
  const created = [
    ...taken,
    ...difference.created.filter(
      (finding) => finding.rule !== NO_SEAT_RULE || taken.every((seat) => seat.unitId !== finding.unitId),
    ),
  ]
  const [oldView, newView] = [viewBook(before), viewBook(after)]
  const number = event.document?.number ?? null
  return {
    day,
    sentences: [
      ...movedLines(plan.touches, before.figures, after.figures).flatMap(
        (line) => quotaSentence(line, before, after, number) ?? [],
      ),
      ...leadershipSentences(before, after, number),
    ],
    created: created.map((finding) => ({ finding, view: findingView(newView, finding) })),
    cured: difference.cured.map((finding) => ({ finding, view: findingView(oldView, finding) })),
  }
}

function outcomeOf(
  event: NamedEvent,
  correction: boolean,
  days: readonly DayCompared[],
  facts: FactRows,
  tools: EventTools,
) {
  const act: Act = {
    type: event.type,
    reason: event.reason !== undefined && event.reason !== '',
    document: event.document !== undefined,
    plannedEnd:
      event.type === 'entry' || event.type === 'move'
        ? event.overUntil !== undefined || event.handoverUntil !== undefined
        : null,
  }
  const gates = gateSettings(facts)
  const created = newOnEachDay(days.map((day) => day.created)).map(({ finding, view }) => ({
    ...view,
    gate: gateOf(finding, act, gates.get(finding.rule)),
  }))
  return {
    sentences: sentencesOf(days),
    created,
    cured: newOnEachDay(days.map((day) => day.cured)).map(({ view }) => view),
    late: isLateEntry(event.on, tools.recordedAt, facts.holiday_calendar.map(holidayTableOf)),
    needs: needsOf(event, correction, act, created),
  }
}

/** Of the first day as they are; of the others those that say something else, with their day. */
function sentencesOf(days: readonly DayCompared[]): string[] {
  const [first, ...others] = days
  const own = first?.sentences ?? []
  return [
    ...own,
    ...others.flatMap((other) =>
      other.sentences.filter((sentence) => !own.includes(sentence)).map((sentence) => `截至 ${other.day}：${sentence}`),
    ),
  ]
}

function needsOf(
  event: NamedEvent,
  correction: boolean,
  act: Act,
  created: readonly { readonly rule: string; readonly gate: Gate }[],
): string[] {
  const overSeats = created.some(({ rule, gate }) => rule === NO_SEAT_RULE && gate !== 'hint')
    ? missingGrounds(act)
    : []
  const asksWhy = correction || created.some(({ gate }) => gate === 'record')
  const cause = event.type === 'exit' && event.cause !== undefined ? causeCode(EXIT_CAUSE_NAMES, event.cause) : null
  const proofs = cause === null ? [] : missingExitProofs(cause, event.proofs ?? [])
  return [...new Set([...(asksWhy && !act.reason ? ['理由'] : []), ...overSeats, ...proofs])]
}

/** A finding that an earlier day already shows of the same subject is not told twice. */
function newOnEachDay<T extends { readonly finding: Finding }>(days: readonly (readonly T[])[]): readonly T[] {
  const subject = ({ finding }: T) => subjectOf(finding)
  const told = new Set<string>()
  return days.flatMap((day) => {
    const fresh = day.filter((one) => !told.has(subject(one)))
    for (const one of fresh) told.add(subject(one))
    return fresh
  })
}

/** The book's own gates: settings `gate.<rule>`. */
export function gateSettings(facts: FactRows): ReadonlyMap<string, Gate> {
  const told = facts.setting.flatMap((row) => {
    const gate = GATES.find((candidate) => candidate === row.value)
    return row.id.startsWith('gate.') && gate !== undefined ? [[row.id.slice('gate.'.length), gate] as const] : []
  })
  return new Map(told)
}
