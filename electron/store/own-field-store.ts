import type { Kysely } from 'kysely'
import { ownFieldOf } from '../domain/ledger/snapshot/own-field-of.ts'
import { catalogueOf, type Catalogue } from '../vocabulary/catalogue.ts'
import type { BookDatabase, OwnFieldTable } from './book-database.ts'

/** The fields the township declared, in the order of entry. */
export async function readOwnFieldRows(db: Kysely<BookDatabase>): Promise<readonly OwnFieldTable[]> {
  return db.selectFrom('own_field').selectAll().orderBy('recorded_at').orderBy('field').execute()
}

/** Every field of a person this book knows. */
export async function readCatalogue(db: Kysely<BookDatabase>): Promise<Catalogue> {
  return catalogueOf((await readOwnFieldRows(db)).flatMap((row) => ownFieldOf(row) ?? []))
}
