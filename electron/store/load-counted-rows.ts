import { sql, type Kysely } from 'kysely'
import { COUNTED_COLUMNS, type CountedRows, type CountedTable } from '../domain/ledger/snapshot/counted-book-at.ts'
import type { BookDatabase } from './book-database.ts'
import { heldFacts } from './held-facts.ts'

/**
 * What figures are counted from: of the facts where they are held, else only the columns it takes. Of ten thousand people that is a third of
 * reading everything, most of it for the engine's tidying up after what nobody looks at.
 */
export async function loadCountedRows(db: Kysely<BookDatabase>): Promise<CountedRows> {
  return (await heldFacts(db)) ?? (await readColumns(db))
}

async function readColumns(db: Kysely<BookDatabase>): Promise<CountedRows> {
  const tables: [CountedTable, readonly unknown[]][] = []
  // Names of columns of a table held in a variable: the declaration has checked them.
  for (const [table, columns] of Object.entries(COUNTED_COLUMNS) as [CountedTable, readonly string[]][]) {
    const { rows } = await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      order by rowid`.execute(db)
    tables.push([table, rows])
  }
  // Each table was read by its own columns; the pairs have lost which rows are whose.
  return Object.fromEntries(tables) as unknown as CountedRows
}
