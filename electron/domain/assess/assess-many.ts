import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import { applyWrites, type EventTools, type FactWrite } from '../ledger/planning/event-plan.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { wholeOf } from '../model/in-steps.ts'
import { assessEvent } from './assess-event.ts'
import type { NamedEvent } from './named-event.ts'

type Outcome = ReturnType<typeof assessEvent>['outcome']

/** What one of many events comes to. */
export interface EventTold {
  /** The sentence of the journal, names filled in; null where it cannot be. */
  readonly text: string | null
  readonly sentences: readonly string[]
  readonly created: Outcome['created']
  /** Why it cannot be registered as it stands, in Chinese. */
  readonly problem: string | null
}

/** Several events, one laid over the other in the order given. */
export interface ManyAssessed {
  readonly writes: readonly FactWrite[]
  readonly told: readonly EventTold[]
}

/**
 * The same as `assessEvent` for each of several events, every one over the facts as those before it leave them: the tenth person moved into a
 * unit meets the seat the ninth has taken. One that cannot be is told and left out; those after it are tried all the same, so that all of
 * them are seen at once. `refuse` says what of an outcome stands against it, by throwing.
 */
export function assessMany(
  facts: FactRows,
  events: readonly NamedEvent[],
  tools: EventTools,
  refuse: (outcome: Outcome) => void,
): ManyAssessed {
  return wholeOf(assessInSteps(facts, events, tools, refuse))
}

/** The same, an event at a time. */
export function* assessInSteps(
  facts: FactRows,
  events: readonly NamedEvent[],
  tools: EventTools,
  refuse: (outcome: Outcome) => void,
): Generator<void, ManyAssessed> {
  let present = facts
  const writes: FactWrite[] = []
  const assess = (event: NamedEvent): EventTold => {
    try {
      const assessed = assessEvent(present, { event }, tools)
      const { text, sentences, created } = assessed.outcome
      refuse(assessed.outcome)
      present = applyWrites(present, assessed.writes)
      writes.push(...assessed.writes)
      return { text, sentences, created, problem: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { text: null, sentences: [], created: [], problem: refusalText(error.code, error.details) }
    }
  }
  const told: EventTold[] = []
  for (const event of events) {
    told.push(assess(event))
    yield
  }
  return { writes, told }
}
