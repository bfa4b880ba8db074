import { EVENT_TITLES } from '../../vocabulary/events.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { assessInSteps, assessMany, type ManyAssessed } from '../../domain/assess/assess-many.ts'
import type { EventTools } from '../../domain/ledger/planning/event-plan.ts'
import type { FactRows } from '../../domain/ledger/rows/fact-rows.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { inTurns } from '../read-book-state.ts'
import { refuseUnready } from './add-event.ts'
import { workOutFor } from './work-out-days.ts'

type Events = Input<'event.addMany'>['events']

/** 为多人登记之前: what each of the events would come to, those before it done. Writes nothing. */
export async function previewEvents(
  { events }: Input<'event.previewMany'>,
  context: QueryContext,
): Promise<Output<'event.previewMany'>> {
  const { told } = await assessedInTurns(await loadFacts(context.db), events, context)
  return { told: told.map(toldOf) }
}

/**
 * The same thing for many people, an event each: all of them in one transaction and one journal entry, or none while one of them cannot be.
 * `seq` null: nothing was written, and `told` says what stands against which.
 */
export async function addEvents(
  { events }: Input<'event.addMany'>,
  context: CommandContext,
): Promise<Output<'event.addMany'>> {
  // Before the write lock, and letting others through: what they write meanwhile is seen under it.
  const facts = await loadFacts(context.db)
  const first = await assessedInTurns(facts, events, context)
  if (stands(first)) return { seq: null, told: first.told.map(toldOf) }
  const draft = {
    effectiveOn: onlyOne(events.map(({ on }) => on)),
    documentNumber: onlyOne(events.map(({ document }) => document?.number ?? null)),
    reason: onlyOne(events.map(({ reason }) => (reason === undefined || reason === '' ? null : reason))),
    summary: summaryOf(events),
  }
  try {
    const { result, entry } = await context.commit(draft, async (tx, journal) => {
      const now = await loadFacts(tx)
      const last = now === facts ? first : assessMany(now, events, toolsOf(context), refuseUnready)
      if (stands(last)) throw new StandsAgainst(last)
      await writeFacts(journal, last.writes)
      return last
    })
    return { seq: entry.seq, told: result.told.map(toldOf) }
  } catch (error) {
    if (!(error instanceof StandsAgainst)) throw error
    return { seq: null, told: error.assessed.told.map(toldOf) }
  }
}

/** Nothing is written: what somebody else wrote meanwhile stands against one of the events. */
class StandsAgainst extends Error {
  readonly assessed: ManyAssessed

  constructor(assessed: ManyAssessed) {
    super('one of the events cannot be registered any more')
    this.assessed = assessed
  }
}

function stands({ told }: ManyAssessed): boolean {
  return told.some(({ problem }) => problem !== null)
}

function toolsOf({ newId, clock }: QueryContext): EventTools {
  return { newId, recordedAt: clock.now(), today: clock.today() }
}

/** The days first, then event after event; others are answered between. */
export async function assessedInTurns(facts: FactRows, events: Events, context: QueryContext): Promise<ManyAssessed> {
  await workOutFor(events, facts, context.clock.today())
  return inTurns(assessInSteps(facts, events, toolsOf(context), refuseUnready))
}

function toldOf(one: ManyAssessed['told'][number]): Output<'event.previewMany'>['told'][number] {
  return { ...one, sentences: [...one.sentences], created: [...one.created] }
}

/** What all of them say alike; null where they differ. */
function onlyOne(values: readonly (string | null)[]): string | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null
}

/** "为 12 人登记出编"; of several kinds each with its number. */
function summaryOf(events: Events): string {
  const kinds = [...Map.groupBy(events, ({ type }) => EVENT_TITLES[type])]
  return `为${kinds.map(([title, alike]) => ` ${alike.length} 人登记${title}`).join('，')}`
}
