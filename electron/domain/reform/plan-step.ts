import { isRefusalCode, Refusal } from '../../vocabulary/refusals.ts'
import type { NamedEvent } from '../assess/named-event.ts'
import { resolveEvent, unitIdNamed } from '../assess/resolve-event.ts'
import { ledgerBook, type LedgerBook } from '../ledger/book/ledger-book.ts'
import { planEvent } from '../ledger/events/index.ts'
import { applyWrites, type EventTools, type FactWrite } from '../ledger/planning/event-plan.ts'
import { unitTitle } from '../ledger/planning/unit-life.ts'
import { balanceOn } from '../ledger/planning/quota-line.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { planServiceMode } from './plan-service.ts'
import type {
  DraftedAct,
  DraftedEvent,
  PostTransfer,
  QuotaRecut,
  ReformFrame,
  ReformStep,
  ServiceModeSet,
  UnitSplit,
} from './reform-step.ts'

/** What a step would write on the book as the steps before it left it. */
export interface StepPlan {
  readonly writes: readonly FactWrite[]
  /** The facts after it. */
  readonly facts: FactRows
  /** One sentence; people as {person:ID}. */
  readonly summary: string
}

/**
 * Plans one step by the planners of the ledger's own events, so that a draft and the ledger cannot differ. All of it or nothing.
 * @throws Refusal what the event's names or its planner are refused for.
 */
export function planStep(facts: FactRows, step: ReformStep, frame: ReformFrame, tools: EventTools): StepPlan {
  return isAct(step) ? planAct(facts, step, frame, tools) : planOne(facts, eventOf(step, frame), tools)
}

function isAct(step: ReformStep): step is DraftedAct {
  return ['quota.recut', 'unit.split', 'post.transfer', 'service.mode'].includes(step.type)
}

function eventOf(step: DraftedEvent, frame: ReformFrame): NamedEvent {
  return { ...step, on: frame.on, document: step.document ?? frame.document }
}

function planOne(facts: FactRows, event: NamedEvent, tools: EventTools): StepPlan {
  const ledger = ledgerBook(facts)
  const result = planEvent(resolveEvent(event, ledger, tools.today), ledger, tools)
  if ('refusal' in result)
    throw new Refusal(isRefusalCode(result.refusal) ? result.refusal : 'internal', result.details)
  return { writes: result.writes, facts: applyWrites(facts, result.writes), summary: result.summary }
}

function planAct(facts: FactRows, step: DraftedAct, frame: ReformFrame, tools: EventTools): StepPlan {
  switch (step.type) {
    case 'quota.recut':
      return planRecut(facts, step, frame, tools)
    case 'unit.split':
      return planSplit(facts, step, frame, tools)
    case 'post.transfer':
      return planPostTransfer(facts, step, frame, tools)
    case 'service.mode':
      return planService(facts, step, frame, tools)
  }
}

/** Several events one after the other, as one step. */
function planInTurn(facts: FactRows, events: readonly NamedEvent[], tools: EventTools): StepPlan {
  const plans = events.reduce<readonly StepPlan[]>(
    (done, event) => [...done, planOne(done.at(-1)?.facts ?? facts, event, tools)],
    [],
  )
  return {
    writes: plans.flatMap(({ writes }) => writes),
    facts: plans.at(-1)?.facts ?? facts,
    summary: plans.map(({ summary }) => summary).join('；'),
  }
}

const said = (step: DraftedAct, frame: ReformFrame) => ({
  on: frame.on,
  document: step.document ?? frame.document,
  ...(step.note === undefined ? {} : { note: step.note }),
  ...(step.reason === undefined ? {} : { reason: step.reason }),
})

function planRecut(facts: FactRows, step: QuotaRecut, frame: ReformFrame, tools: EventTools): StepPlan {
  const ledger = ledgerBook(facts)
  const unit = unitIdNamed(ledger, step.unit, frame.on)
  const before = balanceOn(ledger, unit, step.category, frame.on)
  const by = step.amount - before
  if (by === 0)
    return {
      writes: [],
      facts,
      summary: `${nameOf(ledger, unit, frame)}${QUOTA_CATEGORY_NAMES[step.category]}仍核定 ${step.amount} 名`,
    }
  const change = { ...said(step, frame), unit, category: step.category, by: Math.abs(by) }
  // The contract checks the shape of an event; what is made here is one by construction.
  const event = { ...change, type: by > 0 ? 'quota.increase' : 'quota.decrease' } as NamedEvent
  return planOne(facts, event, tools)
}

function planSplit(facts: FactRows, step: UnitSplit, frame: ReformFrame, tools: EventTools): StepPlan {
  const unit = unitIdNamed(ledgerBook(facts), step.unit, frame.on)
  const common = said(step, frame)
  const events = step.into.flatMap((part): NamedEvent[] => [
    {
      ...common,
      type: 'unit.establish',
      name: part.name,
      kind: part.kind,
      ...(part.nameplates === undefined ? {} : { nameplates: part.nameplates }),
    } as NamedEvent,
    ...(part.quotas ?? [])
      .filter(({ amount }) => amount > 0)
      .map(
        ({ category, amount }) =>
          ({ ...common, type: 'quota.transfer', unit, to: part.name, category, by: amount }) as NamedEvent,
      ),
    ...((part.people ?? []).length === 0
      ? []
      : [{ ...common, type: 'batch.transfer' as const, people: part.people ?? [], unit: part.name }]),
  ])
  return planInTurn(facts, events, tools)
}

function planPostTransfer(facts: FactRows, step: PostTransfer, frame: ReformFrame, tools: EventTools): StepPlan {
  const ledger = ledgerBook(facts)
  const { on } = frame
  const [from, to] = [unitIdNamed(ledger, step.unit, on), unitIdNamed(ledger, step.to, on)]
  const titled = ledger.postsTitled(from, step.post, on).filter(({ state }) => state !== 'abolished')
  const post = titled.find(({ post_id }) => ledger.holdersOf(post_id, on).length === 0) ?? titled[0]
  if (post === undefined) throw new Refusal('name_unknown', { name: step.post, what: '岗位' })
  const holders = ledger
    .holdersOf(post.post_id, on)
    .filter((row) => row.occupies_quota === 1)
    .map((row) => row.person_id)
  const common = said(step, frame)
  if (holders.length > 0) return planOne(facts, { ...common, type: 'batch.transfer', people: holders, unit: to }, tools)
  return planInTurn(
    facts,
    [
      { ...common, type: 'post.abolish', unit: from, post: post.post_id },
      { ...common, type: 'post.plan', unit: to, post: post.title, leadership: post.leadership } as NamedEvent,
    ],
    tools,
  )
}

function planService(facts: FactRows, step: ServiceModeSet, frame: ReformFrame, tools: EventTools): StepPlan {
  const ledger = ledgerBook(facts)
  const id = unitIdNamed(ledger, step.unit, frame.on)
  const unit = { id, name: nameOf(ledger, id, frame) }
  const { writes, summary } = planServiceMode(step, unit, facts.record, frame, tools)
  return { writes, facts: applyWrites(facts, writes), summary }
}

function nameOf(ledger: LedgerBook, unitId: string, frame: ReformFrame): string {
  return unitTitle(ledger, unitId, frame.on)
}

/** Ids a step means by the names it gives, with the name each bears: what a draft is read by in another copy of the book. */
export function namesOfStep(facts: FactRows, step: ReformStep, on: string): Readonly<Record<string, string>> {
  const ledger = ledgerBook(facts)
  const words = Object.values(step).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
  const parts = step.type === 'unit.split' ? step.into.flatMap((part) => part.people ?? []) : []
  return Object.fromEntries(
    [...words, ...parts].flatMap((word): [string, string][] => {
      if (typeof word !== 'string') return []
      const name = ledger.unitAt(word, on)?.name ?? ledger.person(word)?.name ?? ledger.postAt(word, on)?.title
      return name === undefined ? [] : [[word, name]]
    }),
  )
}
