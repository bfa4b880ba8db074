import type { Kysely } from 'kysely'
import { Refusal } from '../vocabulary/refusals.ts'
import { endOfShanghaiDay } from '../domain/calendar/shanghai-day.ts'
import type { FactRows } from '../domain/ledger/rows/fact-rows.ts'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import { onceInSteps } from '../domain/model/once.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { workOn, type BookState } from '../domain/state/book-state.ts'
import { stateOn, workOnDay } from '../domain/state/state-on.ts'
import type { BookDatabase } from '../store/book-database.ts'
import { loadFacts } from '../store/load-facts.ts'
import { replayFacts } from '../store/replay-journal.ts'
import type { QueryContext } from './context.ts'

/**
 * The book as it stands on a day with everything that follows from it, worked out once as long as nothing is written. `db` may be a command's
 * transaction: what it has changed is seen.
 */
export async function readBookState(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookState> {
  const facts = await loadFacts(db)
  // A command holds the book's lock: it makes its day at once.
  if (!db.isTransaction) await madeDay(facts, asOf)
  return stateOn(facts, asOf)
}

/** Makes a day nobody has looked at a part at a time, letting others through; `stateOn` then has it. */
export async function madeDay(facts: FactRows, day: PlainDate, turnMs = TURN_MS): Promise<void> {
  await untilDone(() => workOnDay(facts, day), turnMs)
}

/** So long a question may keep all others waiting before it lets them through, ms. */
const TURN_MS = 15

/**
 * A state with all that follows from it, worked out a part at a time: between the parts others are answered. Facts never change, so nothing
 * that is written meanwhile is in it. `turnMs`: how long each turn takes at least, ms.
 */
export async function workedOut(state: BookState, turnMs = TURN_MS): Promise<BookState> {
  await untilDone(() => workOn(state), turnMs)
  return state
}

/** Does one part after another until `work` says that all is there. */
async function untilDone(work: () => boolean, turnMs: number): Promise<void> {
  // Whoever begins has just worked: others are let through first.
  let since = -Infinity
  while (!work()) {
    if (performance.now() - since < turnMs) continue
    await othersTurn()
    since = performance.now()
  }
}

/** Lets whoever else waits be answered. */
function othersTurn(): Promise<void> {
  return new Promise((goOn) => {
    setImmediate(goOn)
  })
}

/** Work of several parts, others let through between them. */
export async function inTurns<Value>(parts: Generator<void, Value>, turnMs = TURN_MS): Promise<Value> {
  const made = onceInSteps(() => parts)
  await untilDone(made.step, turnMs)
  return made()
}

/** Two clocks: the day asked about, and the day at whose end the book's knowledge stops. */
export interface AskedDays {
  readonly asOf?: PlainDate | undefined
  readonly believedOn?: PlainDate | undefined
}

/**
 * The book on `asOf` (today when not said). With `believedOn`: as the book knew it at the end of that day, replayed from the journal,
 * whatever was learnt later; `asOf` is then that day when not said.
 * @throws `invalid_input` for a day before the book was set up.
 */
export async function readAskedState(context: QueryContext, { asOf, believedOn }: AskedDays): Promise<BookState> {
  if (believedOn === undefined) return readBookState(context.db, asOf ?? context.clock.today())
  const facts = await factsBelievedOn(context, believedOn)
  await madeDay(facts, asOf ?? believedOn)
  return stateOn(facts, asOf ?? believedOn)
}

/** The facts as the book knew them at the end of a day. @throws `invalid_input` for a day before the book was set up */
export async function factsBelievedOn(context: QueryContext, day: PlainDate): Promise<FactRows> {
  const facts = await replayFacts(context.db, { instant: endOfShanghaiDay(day) })
  if (facts.book.length === 0)
    throw new Refusal('invalid_input', { field: '当时所知日', problem: `${day} 还没有这本编制本` })
  return facts
}

/** The facts alone: what `readAskedState` follows from. */
export async function readAskedSnapshot(context: QueryContext, days: AskedDays): Promise<BookSnapshot> {
  return (await readAskedState(context, days)).snapshot
}
