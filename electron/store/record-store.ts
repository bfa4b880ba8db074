import type { Kysely } from 'kysely'
import type { BookDatabase, RecordTable } from './book-database.ts'

/** Every record of some kinds, ended and future ones too, in the order they began. */
export async function readRecordRows(
  db: Kysely<BookDatabase>,
  kinds?: readonly string[],
): Promise<readonly RecordTable[]> {
  const all = db.selectFrom('record').selectAll().orderBy('valid_from').orderBy('id')
  return (kinds === undefined ? all : all.where('kind', 'in', kinds)).execute()
}

/** One record; undefined for an unknown id. */
export async function readRecordRow(db: Kysely<BookDatabase>, id: string): Promise<RecordTable | undefined> {
  return db.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst()
}
