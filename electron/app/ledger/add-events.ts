import { EVENT_TITLES } from '../../vocabulary/events.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { assessMany, type ManyAssessed } from '../../domain/assess/assess-many.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { refuseUnready } from './add-event.ts'

type Events = Input<'event.addMany'>['events']

/** 为多人登记之前: what each of the events would come to, those before it done. Writes nothing. */
export async function previewEvents(
  { events }: Input<'event.previewMany'>,
  context: QueryContext,
): Promise<Output<'event.previewMany'>> {
  const { told } = await assessed(events, context)
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
  const { told, writes } = await assessed(events, context)
  if (told.some(({ problem }) => problem !== null)) return { seq: null, told: told.map(toldOf) }
  const { entry } = await context.commit(
    {
      effectiveOn: onlyOne(events.map(({ on }) => on)),
      documentNumber: onlyOne(events.map(({ document }) => document?.number ?? null)),
      reason: onlyOne(events.map(({ reason }) => (reason === undefined || reason === '' ? null : reason))),
      summary: summaryOf(events),
    },
    async (_, journal) => writeFacts(journal, writes),
  )
  return { seq: entry.seq, told: told.map(toldOf) }
}

async function assessed(events: Events, context: QueryContext): Promise<ManyAssessed> {
  return assessMany(
    await loadFacts(context.db),
    events,
    { newId: context.newId, recordedAt: context.clock.now(), today: context.clock.today() },
    refuseUnready,
  )
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
