import { sql, type Kysely } from 'kysely'
import { FACT_TABLES, type BookDatabase, type FactRows, type FactTable } from './book-database.ts'

/** All facts of the book as they stand, ended and future ones too; one transaction, so that no commit falls between two tables. */
export async function loadFacts(db: Kysely<BookDatabase>): Promise<FactRows> {
  return db.isTransaction ? readTables(db) : db.transaction().execute(readTables)
}

/** Rows by rowid: within a unit people are shown in the order the clerk entered them. */
async function readTables(db: Kysely<BookDatabase>): Promise<FactRows> {
  const tables: [FactTable, readonly unknown[]][] = []
  for (const table of FACT_TABLES) tables.push([table, await db.selectFrom(table).selectAll().orderBy(sql`rowid`).execute()])
  // Each table was read under its own name; the pairs have lost which rows are whose.
  return Object.fromEntries(tables) as unknown as FactRows
}
