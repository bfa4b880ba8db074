import type { Kysely } from 'kysely'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { stateOn } from '../domain/state/state-on.ts'
import type { BookDatabase } from './book-database.ts'
import { loadFacts } from './load-facts.ts'

/** The book on one day, no rule asked; the same object as long as nothing is written. `db` may be a command's transaction. */
export async function loadSnapshot(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot> {
  return stateOn(await loadFacts(db), asOf).snapshot
}
