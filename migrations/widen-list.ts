import { sql, type Kysely } from 'kysely'

/*
 * A CHECK cannot be widened in place: the table is made anew around its rows. What belongs to it (indexes, triggers) is read from the file
 * itself, so that no step has to copy what earlier steps have made. Steps that use this are released with it: like them it is not changed again.
 */

interface Part {
  readonly type: string
  readonly sql: string
}

/** A column and the words it takes beside those it takes now. `after`: the last word of its list, as the CHECK has it. */
export interface WiderList {
  readonly table: string
  readonly column: string
  readonly after: string
  readonly words: readonly string[]
}

/**
 * Lets a column that is closed to a list take further words. Rows, their order and whatever points at them stay.
 * @throws where the column is not closed to a list that ends in `after`; nothing is changed then
 */
export async function widenList(db: Kysely<unknown>, { table, column, after, words }: WiderList): Promise<void> {
  const { rows: parts } = await sql<Part>`
    SELECT type, sql FROM sqlite_schema WHERE tbl_name = ${table} AND sql IS NOT NULL ORDER BY rowid`.execute(db)
  const made = parts.find(({ type }) => type === 'table')?.sql ?? ''
  const added = words.map((word) => `,'${word}'`).join('')
  const widened = made.replace(new RegExp(`\\b${column} IN \\([^)]*'${after}'(?=\\))`, 'u'), (list) => list + added)
  if (widened === made) throw new Error(`${table}.${column} is not closed to a list that ends in ${after}`)
  for (const statement of [
    // Rows that point here point at nothing for a moment; by the end of the transaction every row is back.
    'PRAGMA defer_foreign_keys = ON',
    `CREATE TABLE rows_kept AS SELECT * FROM "${table}" ORDER BY rowid`,
    `DROP TABLE "${table}"`,
    widened,
    `INSERT INTO "${table}" SELECT * FROM rows_kept ORDER BY rowid`,
    'DROP TABLE rows_kept',
    ...parts.filter(({ type }) => type !== 'table').map((part) => part.sql),
  ])
    await sql.raw(statement).execute(db)
}
