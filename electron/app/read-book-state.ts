import type { Kysely } from 'kysely'
import { OperationError } from '../contract/errors.ts'
import { endOfShanghaiDay } from '../domain/calendar/shanghai-day.ts'
import { snapshotAt } from '../domain/ledger/snapshot-at.ts'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import type { Figures } from '../domain/model/figures.ts'
import type { Finding, RosterEntry } from '../domain/model/finding.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { computeFigures } from '../domain/quota/figures.ts'
import { splitRoster } from '../domain/roster/split-roster.ts'
import { checkBook } from '../domain/rules/check-book.ts'
import type { BookDatabase } from '../store/book-database.ts'
import { loadSnapshot } from '../store/load-snapshot.ts'
import { replayFacts } from '../store/replay-journal.ts'
import type { QueryContext } from './context.ts'

/** The book on one day: the facts and everything that follows from them. Every figure on every screen and sheet comes from here. */
export interface BookState {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
  readonly findings: readonly Finding[]
  readonly roster: readonly RosterEntry[]
}

/** What follows from a snapshot: figures, findings, split. Pure; a preview calls it with a hypothetical snapshot. */
export function deriveBookState(snapshot: BookSnapshot): BookState {
  const figures = computeFigures(snapshot)
  const findings = checkBook(snapshot, figures)
  return { snapshot, figures, findings, roster: splitRoster(snapshot, figures, findings) }
}

/** Loads the book as it stands on a day and derives everything once. `db` may be a command's transaction. */
export async function readBookState(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookState> {
  return deriveBookState(await loadSnapshot(db, asOf))
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
export async function readAskedSnapshot(context: QueryContext, { asOf, believedOn }: AskedDays): Promise<BookSnapshot> {
  if (believedOn === undefined) return loadSnapshot(context.db, asOf ?? context.clock.today())
  const facts = await replayFacts(context.db, { instant: endOfShanghaiDay(believedOn) })
  if (facts.book.length === 0) throw new OperationError('invalid_input', { field: '当时所知日', problem: `${believedOn} 还没有这本编制本` })
  return snapshotAt(facts, asOf ?? believedOn)
}

/** `readAskedSnapshot` with everything that follows from it. */
export async function readAskedState(context: QueryContext, days: AskedDays): Promise<BookState> {
  return deriveBookState(await readAskedSnapshot(context, days))
}
