import { columnNumber, shownText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts'

/** A cell put right by hand; rows are 1-based, columns by their letters. Same shape as the contract's. */
export interface CellCorrection {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
  /** Every cell of the column that reads the same is put right too. */
  readonly same?: boolean | undefined
}

/** The workbook with its cells put right, as if they had been typed so. What was corrected twice reads as it was said last. */
export function correctCells(raw: RawWorkbook, corrections: readonly CellCorrection[]): RawWorkbook {
  if (corrections.length === 0) return raw
  return {
    ...raw,
    sheets: raw.sheets.map((sheet) => {
      const own = corrections.filter((correction) => correction.sheet === sheet.name)
      return own.length === 0 ? sheet : own.reduce(corrected, sheet)
    }),
  }
}

function corrected(sheet: RawSheet, { row, column, value, same }: CellCorrection): RawSheet {
  const at = columnNumber(column)
  const before = shownText(sheet.rows[row - 1]?.[at])
  const isMeant = (index: number, cell: RawCell | undefined) =>
    index === row - 1 || (same === true && before !== '' && shownText(cell) === before)
  return {
    ...sheet,
    rows: sheet.rows.map((cells, index) => (isMeant(index, cells[at]) ? withCell(cells, at, value) : cells)),
  }
}

function withCell(cells: readonly RawCell[], at: number, value: string): readonly RawCell[] {
  const next = [...cells]
  while (next.length <= at) next.push(null)
  next[at] = value.trim() === '' ? null : value
  return next
}
