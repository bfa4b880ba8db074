import type { Input, Output } from '../../contract/operations.ts'
import { shapeOf } from '../../domain/reform/book-shape.ts'
import { pairUnits } from '../../domain/reform/pair-units.ts'
import { driftOf, type ReformOutcome } from '../../domain/reform/reform-outcome.ts'
import type { FactRows, ReformPlanTable } from '../../domain/ledger/rows/fact-rows.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'
import { assessed, planOf } from './plan-rows.ts'
import { planView, shapeView, unitView } from './show-plan.ts'

/**
 * 改革前后对照: of a draft, the book of its day without and with it; of one in force, what it was then, and the book on a day (today) beside it.
 * @throws `reform_unknown`
 */
export async function comparePlan(
  input: Input<'reform.compare'>,
  context: QueryContext,
): Promise<Output<'reform.compare'>> {
  const facts = await loadFacts(context.db)
  const plan = planOf(facts, input.plan)
  const outcome = outcomeOf(facts, plan, context)
  const asOf = input.asOf ?? context.clock.today()
  const after = plan.state === 'inForce' && asOf >= plan.day ? shapeOf(stateOn(facts, asOf)) : null
  return {
    plan: await planView(context.db, facts, plan),
    before: shapeView(outcome.before),
    draft: shapeView(outcome.draft),
    after: after === null ? null : shapeView(after),
    pairs: pairUnits(outcome.before, outcome.draft, outcome.successions).map((pair) => ({
      kind: pair.kind,
      before: pair.before.map(unitView),
      after: pair.after === null ? null : unitView(pair.after),
    })),
    drift: after === null ? [] : [...driftOf(outcome.draft, after)],
  }
}

/** What a draft comes to now, or came to when it was taken into force. */
export function outcomeOf(facts: FactRows, plan: ReformPlanTable, context: QueryContext): ReformOutcome {
  // Written by `forcePlan` in this shape.
  if (plan.outcome !== null) return JSON.parse(plan.outcome) as ReformOutcome
  const draft = assessed(facts, plan, context)
  return { before: shapeOf(draft.before), draft: shapeOf(draft.after), successions: draft.successions }
}
