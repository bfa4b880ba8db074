import type { RawCell } from '../domain/table/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'

/** A township has hundreds of rows, a county ten thousand; beyond this a sheet is a mistake or an attack. */
export const SHEET_LIMITS = { rows: 20_000, columns: 200, cells: 500_000, merges: 20_000, sheets: 500 } as const

/**
 * Cuts empty cells and rows off the ends and holds the sheet to the limits. Columns past the limit are refused only when they hold something.
 * @throws ExcelError `file_too_large`.
 */
export function checkedRows(rows: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  let last = rows.length
  while (last > 0 && !(rows[last - 1] ?? []).some((cell) => cell !== null)) last -= 1
  if (last > SHEET_LIMITS.rows) throw tooManyRows(last)
  let cells = 0
  return rows.slice(0, last).map((row) => {
    let end = row.length
    while (end > 0 && row[end - 1] === null) end -= 1
    if (end > SHEET_LIMITS.columns) throw tooManyColumns(end)
    cells += end
    if (cells > SHEET_LIMITS.cells)
      throw tooLarge(`超过 ${SHEET_LIMITS.cells} 个单元格`, `${SHEET_LIMITS.cells} 个单元格`)
    return row.slice(0, end)
  })
}

/**
 * A sheet for each person makes hundreds; a list that names one sheet over and over makes any number out of a few bytes.
 * @throws ExcelError `file_too_large`.
 */
export function checkSheetCount(sheets: number): void {
  if (sheets > SHEET_LIMITS.sheets) throw tooLarge(`${sheets} 张工作表`, `${SHEET_LIMITS.sheets} 张`)
}

export function tooManyRows(rows: number): ExcelError {
  return tooLarge(`${rows} 行`, `${SHEET_LIMITS.rows} 行`)
}

export function tooManyColumns(columns: number): ExcelError {
  return tooLarge(`${columns} 列`, `${SHEET_LIMITS.columns} 列`)
}

function tooLarge(size: string, limit: string): ExcelError {
  return new ExcelError('file_too_large', { size, limit })
}
