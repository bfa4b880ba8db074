import type { Kysely } from 'kysely'
import type { BookDatabase, CodeWordTable } from './book-database.ts'

/** What the county's own words were said to mean, by list and word. */
export async function readCodeWords(db: Kysely<BookDatabase>): Promise<readonly CodeWordTable[]> {
  return db.selectFrom('code_word').selectAll().orderBy('list').orderBy('word').execute()
}
