import { Refusal } from '../../vocabulary/refusals.ts'
import { EVENT_TITLES, isEventType } from '../../vocabulary/events.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { timeline } from '../../domain/ledger/told/timeline.ts'
import { readPersonRow } from '../../store/person-store.ts'
import { readTimelineRows } from '../../store/timeline-store.ts'
import type { QueryContext } from '../context.ts'

/** 人员履历: every registered event and every post, past and to come. */
export async function readTimeline(
  input: Input<'person.timeline'>,
  context: QueryContext,
): Promise<Output<'person.timeline'>> {
  const person = await readPersonRow(context.db, input.personId)
  if (person === null) throw new Refusal('person_not_found')
  const { events, spans } = timeline(await readTimelineRows(context.db, person.id))
  return {
    personId: person.id,
    name: person.name,
    events: events.map(({ type, ...event }) => ({ ...event, title: type === null ? '在岗登记' : titleOf(type) })),
    spans: [...spans],
  }
}

function titleOf(type: string): string {
  return isEventType(type) ? EVENT_TITLES[type] : type
}
