import type { Input } from '../../contract/operations.ts'
import { daysThatMatter } from '../../domain/assess/assess-event.ts'
import type { FactRows } from '../../domain/ledger/rows/fact-rows.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'
import { madeDay, workedOut } from '../read-book-state.ts'

/** The same for several events, before any of them is judged. */
export async function workOutFor(
  events: readonly Input<'event.preview'>['event'][],
  facts: FactRows,
  today: PlainDate,
): Promise<void> {
  for (const day of new Set(events.flatMap((event) => daysThatMatter(event, today)))) {
    await madeDay(facts, day)
    await workedOut(stateOn(facts, day))
  }
}

/**
 * Works out the days an event is judged on, letting others through meanwhile: a day nobody has looked at costs a check of the whole book.
 * What then judges the event finds them kept.
 */
export async function workOutDays({ event }: Input<'event.preview'>, { db, clock }: QueryContext): Promise<void> {
  const facts = await loadFacts(db)
  await workOutFor([event], facts, clock.today())
}
