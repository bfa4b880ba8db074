import { CompiledQuery, type Kysely } from 'kysely'
import type { BookDatabase } from './book-database.ts'

type Cell = string | number | Buffer | null

/** So many rows a statement: with fewer the calls cost, with more the preparing. Whole chunks are the same statement, which stays prepared. */
const ROWS = 50

/**
 * Inserts many whole rows of one table, the cells of each in the order of `columns`: thousands of rows take a third of what one statement for
 * all of them does, whose text alone is longer than they are.
 */
export async function insertRows<Row>(
  db: Kysely<BookDatabase>,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  cellsOf: (row: Row, place: number, put: (cell: Cell) => void) => void,
): Promise<void> {
  let cells: Cell[] = []
  const put = (cell: Cell) => void cells.push(cell)
  for (let start = 0; start < rows.length; start += ROWS) {
    const end = Math.min(start + ROWS, rows.length)
    cells = []
    for (let place = start; place < end; place += 1) cellsOf(rows[place] as Row, place, put)
    await db.executeQuery(CompiledQuery.raw(insertText(table, columns, end - start), cells))
  }
}

const TEXTS = new Map<string, string>()

function insertText(table: string, columns: readonly string[], rows: number): string {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const key = `${table}(${names})`
  const known = rows === ROWS ? TEXTS.get(key) : undefined
  if (known !== undefined) return known
  const row = `(${columns.map(() => '?').join(', ')})`
  const text = `insert into "${table}" (${names}) values ${Array.from({ length: rows }, () => row).join(', ')}`
  if (rows === ROWS) TEXTS.set(key, text)
  return text
}
