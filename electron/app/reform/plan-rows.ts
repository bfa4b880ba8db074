import type { EventDocument } from '../../domain/ledger/planning/pieces.ts'
import type { EventTools } from '../../domain/ledger/planning/event-plan.ts'
import type { FactRows, ReformPlanTable } from '../../domain/ledger/rows/fact-rows.ts'
import { assessDraft, type DraftAssessed } from '../../domain/reform/assess-draft.ts'
import type { KeptStep, ReformFrame, ReformStep } from '../../domain/reform/reform-step.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { BaseContext } from '../context.ts'

/* The rows of a draft as the domain takes them. */

/** Stands where a draft has no document yet; it is asked for when the draft takes force. */
const NO_NUMBER_YET = '（文号待定）'

/** The draft of that id or title. @throws `reform_unknown` */
export function planOf(facts: FactRows, idOrTitle: string): ReformPlanTable {
  const found =
    facts.reform_plan.find(({ id }) => id === idOrTitle) ?? facts.reform_plan.find(({ title }) => title === idOrTitle)
  if (found !== undefined) return found
  const titles = facts.reform_plan.map(({ title }) => `“${title}”`).join('、')
  throw new Refusal('reform_unknown', { name: idOrTitle, available: titles === '' ? '还没有方案' : titles })
}

/** The same, where it is still being drafted. @throws `reform_unknown`, `reform_in_force` */
export function draftOf(facts: FactRows, idOrTitle: string): ReformPlanTable {
  const plan = planOf(facts, idOrTitle)
  if (plan.state === 'inForce') throw new Refusal('reform_in_force', { title: plan.title, day: plan.day })
  return plan
}

export function documentOf(plan: ReformPlanTable): EventDocument | null {
  // Written from the contract's shape.
  return plan.document === null ? null : (JSON.parse(plan.document) as EventDocument)
}

/** The draft's steps in their order. */
export function keptSteps(facts: FactRows, planId: string): readonly KeptStep[] {
  return facts.reform_step
    .filter((row) => row.plan_id === planId)
    .toSorted((left, right) => left.place - right.place)
    .map(({ id, content, said }) => ({ id, said, step: JSON.parse(content) as ReformStep }))
}

export function frameOf(plan: ReformPlanTable): ReformFrame {
  return { on: plan.day, document: documentOf(plan) ?? { number: NO_NUMBER_YET } }
}

export function toolsOf(context: Pick<BaseContext, 'newId' | 'clock'>): EventTools {
  return { newId: context.newId, recordedAt: context.clock.now(), today: context.clock.today() }
}

/** A draft laid over the facts. */
export function assessed(
  facts: FactRows,
  plan: ReformPlanTable,
  context: Pick<BaseContext, 'newId' | 'clock'>,
  reason = false,
): DraftAssessed {
  return assessDraft(facts, keptSteps(facts, plan.id), frameOf(plan), toolsOf(context), reason)
}
