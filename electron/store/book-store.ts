import type { Kysely } from 'kysely'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase } from './book-database.ts'
import { readHead } from './journal.ts'
import { readLastInstant } from './journal-store.ts'

export interface BookCounts {
  readonly name: string
  readonly packId: string
  readonly entries: number
  /** Hash of the newest entry; null before the first. */
  readonly head: string | null
  /** When the newest entry was made; instant, UTC. */
  readonly lastAt: string | null
  readonly people: number
  /** Units in force on the day, the township root not counted. */
  readonly units: number
}

/** The few facts of a book the top bar shows. */
export async function readBookCounts(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookCounts> {
  const book = await db.selectFrom('book').select(['name', 'pack_id']).executeTakeFirstOrThrow()
  const head = await readHead(db)
  const people = await db
    .selectFrom('person')
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const units = await db
    .selectFrom('unit_version')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('kind', '<>', 'township')
    .where('valid_from', '<=', asOf)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', asOf)]))
    .executeTakeFirstOrThrow()
  return {
    name: book.name,
    packId: book.pack_id,
    entries: head.seq,
    head: head.seq === 0 ? null : head.hash,
    lastAt: await readLastInstant(db),
    people: people.n,
    units: units.n,
  }
}
