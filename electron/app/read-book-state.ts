import type { Kysely } from 'kysely'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import type { Figures } from '../domain/model/figures.ts'
import type { Finding, RosterEntry } from '../domain/model/finding.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { computeFigures } from '../domain/quota/figures.ts'
import { splitRoster } from '../domain/roster/split-roster.ts'
import { checkBook } from '../domain/rules/check-book.ts'
import type { BookDatabase } from '../store/book-database.ts'
import { loadSnapshot } from '../store/load-snapshot.ts'

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
