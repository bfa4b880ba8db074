import type { RawCell, RawSheet, RawWorkbook } from './raw-workbook.ts'

/*
 * A workbook on its way from the child. A sheet says the same few words thousands of times: every different cell is sent once, and where it stands
 * by its number. A tenth of the letters cross, and the program keeps one text for all the cells that say it.
 */

export interface PackedWorkbook {
  /** A `Packed` as JSON: one string crosses the channel far faster than a hundred thousand objects. */
  readonly json: string
  /** The rows of all sheets, one after another: how many cells, then the number of each. 0 is an empty cell. */
  readonly cells: Uint32Array
}

/** What the JSON says. */
export interface Packed {
  readonly workbook: Omit<RawWorkbook, 'sheets'>
  readonly sheets: readonly (Omit<RawSheet, 'rows'> & { readonly height: number })[]
  /** The different cells; the first has number 1. */
  readonly table: readonly RawCell[]
}

export function packWorkbook({ sheets, ...workbook }: RawWorkbook): PackedWorkbook {
  const table: RawCell[] = []
  const texts = new Map<string, number>()
  const others = new Map<string, number>()
  const numberIn = (known: Map<string, number>, key: string, cell: RawCell): number => {
    const number = known.get(key)
    if (number !== undefined) return number
    table.push(cell)
    known.set(key, table.length)
    return table.length
  }
  const numberOf = (cell: RawCell | undefined): number => {
    if (cell === null || cell === undefined) return 0
    return typeof cell === 'string' ? numberIn(texts, cell, cell) : numberIn(others, JSON.stringify(cell), cell)
  }
  const cells: number[] = []
  const packed = sheets.map(({ rows, ...sheet }) => {
    for (const row of rows) {
      cells.push(row.length)
      // By place: a row may have holes.
      for (let column = 0; column < row.length; column += 1) cells.push(numberOf(row[column]))
    }
    return { ...sheet, height: rows.length }
  })
  const whole: Packed = { workbook, sheets: packed, table }
  return { json: JSON.stringify(whole), cells: Uint32Array.from(cells) }
}
