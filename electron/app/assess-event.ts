import { isErrorCode, OperationError } from '../contract/errors.ts'
import type { EventInput } from '../contract/events.ts'
import type { EventOutcomeView } from '../contract/ledger-operations.ts'
import type { FindingView } from '../contract/shapes.ts'
import { causeCode, EXIT_CAUSE_NAMES } from '../domain/ledger/cause-names.ts'
import { applyWrites, type EventPlan, type EventTools, type FactWrite } from '../domain/ledger/event-plan.ts'
import { planEvent } from '../domain/ledger/events/index.ts'
import { missingExitProofs } from '../domain/ledger/exit-proofs.ts'
import { holidayTableOf } from '../domain/ledger/decided-here.ts'
import type { FactRows } from '../domain/ledger/fact-rows.ts'
import { findingsDifference } from '../domain/ledger/findings-difference.ts'
import { GATES, gateOf, missingGrounds, NO_SEAT_RULE, seatFindings, type Act, type Gate } from '../domain/ledger/gates.ts'
import { isLateEntry } from '../domain/ledger/late-entry.ts'
import { ledgerBook } from '../domain/ledger/ledger-book.ts'
import { movedLines, quotaSentence } from '../domain/ledger/quota-sentence.ts'
import { snapshotAt } from '../domain/ledger/snapshot-at.ts'
import type { Finding } from '../domain/model/finding.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { deriveBookState } from './read-book-state.ts'
import { resolveEvent } from './resolve-event.ts'
import { viewBook } from './views/book-view.ts'
import { findingView } from './views/finding-view.ts'
import { withNames } from './views/journal-entry-view.ts'

export interface EventRequest {
  readonly event: EventInput
  readonly correction?: boolean | undefined
}

/** What an event would write and what it would do to figures and findings. Nothing is written here. */
export interface AssessedEvent {
  readonly writes: readonly FactWrite[]
  readonly summary: string
  /** The summary with the people's names. */
  readonly text: string
  readonly outcome: EventOutcomeView
}

/**
 * Plans an event over the facts and looks at the book on the days it matters, before and after: the same for a preview and for saving.
 * @throws what `resolveEvent` throws, and the planner's refusal.
 */
export function assessEvent(facts: FactRows, request: EventRequest, tools: EventTools): AssessedEvent {
  const { event } = request
  const correction = request.correction === true
  refuseEarlyEnd(event)
  const ledger = ledgerBook(facts)
  const plan = requirePlan(planEvent(resolveEvent(event, ledger, tools.today), ledger, tools))
  const writes = correction ? plan.writes.map(markedAsCorrection) : plan.writes
  const after = applyWrites(facts, writes)
  const days = daysThatMatter(event, tools.today).map((day) => compareOn(day, facts, after, plan, event))
  const summary = correction ? `更正：${plan.summary}` : plan.summary
  return {
    writes,
    summary,
    text: withNames(summary, new Map(after.person.map((person) => [person.id, person.name]))),
    outcome: outcomeOf(event, correction, days, facts, tools),
  }
}

function refuseEarlyEnd(event: EventInput): void {
  if ('overUntil' in event && event.overUntil !== undefined && event.overUntil <= event.on) throw new OperationError('invalid_input', { field: '计划消化日期', problem: '应在生效日之后' })
}

function requirePlan(result: ReturnType<typeof planEvent>): EventPlan {
  if (!('refusal' in result)) return result
  if (!isErrorCode(result.refusal)) throw new Error(`a planner refused with an unknown code: ${result.refusal}`)
  throw new OperationError(result.refusal, result.details)
}

function markedAsCorrection(write: FactWrite): FactWrite {
  return write.op === 'insert' && write.table === 'ledger_event' ? { ...write, row: { ...write.row, is_correction: 1 } } : write
}

/** The day it takes force; today too for what is entered late; the day of arrival where that is later. */
function daysThatMatter(event: EventInput, today: PlainDate): readonly PlainDate[] {
  const arrives = event.type === 'entry' && typeof event.arrivesOn === 'string' && event.arrivesOn > event.on ? [event.arrivesOn] : []
  return [...new Set([event.on, ...(event.on < today ? [today] : []), ...arrives])]
}

interface DayCompared {
  readonly day: PlainDate
  readonly sentences: readonly string[]
  readonly created: readonly { readonly finding: Finding; readonly view: FindingView }[]
  readonly cured: readonly { readonly finding: Finding; readonly view: FindingView }[]
}

function compareOn(day: PlainDate, facts: FactRows, changedFacts: FactRows, plan: EventPlan, event: EventInput): DayCompared {
  const [before, after] = [deriveBookState(snapshotAt(facts, day)), deriveBookState(snapshotAt(changedFacts, day))]
  const difference = findingsDifference(before.findings, after.findings)
  const taken = seatFindings(event, before, after)
  const created = [...taken, ...difference.created.filter((finding) => finding.rule !== NO_SEAT_RULE || taken.every((seat) => seat.unitId !== finding.unitId))]
  const [oldView, newView] = [viewBook(before), viewBook(after)]
  return {
    day,
    sentences: movedLines(plan.touches, before.figures, after.figures).flatMap((line) => quotaSentence(line, before, after, event.document?.number ?? null) ?? []),
    created: created.map((finding) => ({ finding, view: findingView(newView, finding) })),
    cured: difference.cured.map((finding) => ({ finding, view: findingView(oldView, finding) })),
  }
}

function outcomeOf(event: EventInput, correction: boolean, days: readonly DayCompared[], facts: FactRows, tools: EventTools): EventOutcomeView {
  const act: Act = {
    type: event.type,
    reason: event.reason !== undefined && event.reason !== '',
    document: event.document !== undefined,
    plannedEnd: event.type === 'entry' || event.type === 'move' ? event.overUntil !== undefined : null,
  }
  const gates = gateSettings(facts)
  const created = newOnEachDay(days.map((day) => day.created)).map(({ finding, view }) => ({ ...view, gate: gateOf(finding, act, gates.get(finding.rule)) }))
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
  return [...own, ...others.flatMap((other) => other.sentences.filter((sentence) => !own.includes(sentence)).map((sentence) => `截至 ${other.day}：${sentence}`))]
}

function needsOf(event: EventInput, correction: boolean, act: Act, created: readonly { readonly rule: string; readonly gate: Gate }[]): string[] {
  const overSeats = created.some(({ rule, gate }) => rule === NO_SEAT_RULE && gate !== 'hint') ? missingGrounds(act) : []
  const asksWhy = correction || created.some(({ gate }) => gate === 'record')
  const cause = event.type === 'exit' ? causeCode(EXIT_CAUSE_NAMES, event.cause) : null
  const proofs = cause === null ? [] : missingExitProofs(cause, event.proofs ?? [])
  return [...new Set([...(asksWhy && !act.reason ? ['理由'] : []), ...overSeats, ...proofs])]
}

/** A finding that an earlier day already shows of the same subject is not told twice. */
function newOnEachDay<T extends { readonly finding: Finding }>(days: readonly (readonly T[])[]): readonly T[] {
  const subject = ({ finding }: T) => `${finding.rule}|${finding.unitId ?? ''}|${finding.personId ?? ''}`
  const told = new Set<string>()
  return days.flatMap((day) => {
    const fresh = day.filter((one) => !told.has(subject(one)))
    for (const one of fresh) told.add(subject(one))
    return fresh
  })
}

/** The book's own gates: settings `gate.<rule>`. */
function gateSettings(facts: FactRows): ReadonlyMap<string, Gate> {
  const told = facts.setting.flatMap((row) => {
    const gate = GATES.find((candidate) => candidate === row.value)
    return row.id.startsWith('gate.') && gate !== undefined ? [[row.id.slice('gate.'.length), gate] as const] : []
  })
  return new Map(told)
}
