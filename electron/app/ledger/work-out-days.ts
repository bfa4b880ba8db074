import type { Input } from '../../contract/operations.ts'
import { daysThatMatter } from '../../domain/assess/assess-event.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'
import { workedOut } from '../read-book-state.ts'

/**
 * Works out the days an event is judged on, letting others through meanwhile: a day nobody has looked at costs a check of the whole book.
 * What then judges the event finds them kept.
 */
export async function workOutDays({ event }: Input<'event.preview'>, { db, clock }: QueryContext): Promise<void> {
  const facts = await loadFacts(db)
  for (const day of daysThatMatter(event, clock.today())) await workedOut(stateOn(facts, day))
}
