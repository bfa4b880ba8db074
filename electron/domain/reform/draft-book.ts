import type { StepState } from '../../vocabulary/reform.ts'
import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import { applyWrites, type EventTools, type FactWrite } from '../ledger/planning/event-plan.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { planStep } from './plan-step.ts'
import { keptSentence, type KeptStep, type ReformFrame } from './reform-step.ts'

/** What became of one step. */
export interface StepOutcome {
  readonly id: string
  readonly state: StepState
  /** What it says now, the day as `{day}`; null where it cannot be done. */
  readonly says: string | null
  /** What it said when it was written. */
  readonly said: string
  /** Why it cannot be done, in Chinese. */
  readonly problem: string | null
  /** How many rows it writes. */
  readonly changes: number
}

/** A draft laid over the facts. */
export interface DraftBook {
  readonly facts: FactRows
  readonly writes: readonly FactWrite[]
  readonly outcomes: readonly StepOutcome[]
}

/**
 * Lays a draft's steps over the facts, one after the other, on the draft's day. A step that cannot be done is left out and named; those
 * after it are tried all the same, so that the clerk sees every one of them at once. The given facts are not changed.
 */
export function draftBook(
  facts: FactRows,
  steps: readonly KeptStep[],
  frame: ReformFrame,
  tools: EventTools,
): DraftBook {
  let present = facts
  const writes: FactWrite[] = []
  const outcomes = steps.map(({ id, step, said }): StepOutcome => {
    try {
      const plan = planStep(present, step, frame, tools)
      present = plan.facts
      writes.push(...plan.writes)
      const says = keptSentence(plan.summary, frame.on)
      return {
        id,
        state: says === said ? 'works' : 'changed',
        says,
        said,
        problem: null,
        changes: plan.writes.length,
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { id, state: 'conflict', says: null, said, problem: refusalText(error.code, error.details), changes: 0 }
    }
  })
  // Made once more from the facts themselves, so that what was worked out of them is carried on.
  return { facts: writes.length === 0 ? facts : applyWrites(facts, writes), writes, outcomes }
}
