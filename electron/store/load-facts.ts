import { setImmediate as othersTurn } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { PART } from '../domain/model/in-steps.ts'
import { factsSeenBy } from './held-facts.ts'
import { FACT_TABLES, type BookDatabase, type FactRows, type FactTable } from './book-database.ts'

/**
 * All facts of the book as they stand, ended and future ones too, with what `db` has changed where it is a command's transaction.
 * They are read once and then held: whoever asks again gets the same object as long as nothing was written.
 */
export function loadFacts(db: Kysely<BookDatabase>): Promise<FactRows> {
  return factsSeenBy(db, readTables)
}

/** Rows by rowid: within a unit people are shown in the order the clerk entered them. */
async function readTables(db: Kysely<BookDatabase>): Promise<FactRows> {
  const tables: [FactTable, readonly unknown[]][] = []
  for (const table of FACT_TABLES) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .orderBy(sql`rowid`)
      .execute()
    tables.push([table, rows])
    // Others are answered meanwhile; whoever writes waits for the lock.
    if (rows.length >= PART) await othersTurn()
  }
  // Each table was read under its own name; the pairs have lost which rows are whose.
  return Object.fromEntries(tables) as unknown as FactRows
}
