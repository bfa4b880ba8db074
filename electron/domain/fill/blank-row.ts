import { shownText, type RawSheet } from '../table/raw-workbook.ts'
import type { FillBlock } from './fill-request.ts'

/** Between header and blank rows there may stand column numbers (甲 乙 1 2), hints, an example, a unit line, or 合计 on top. */
const ROWS_BETWEEN = 4

/**
 * The first row (1-based) under a block's header that takes values: blank but for a number printed in advance and the form's own formulas. Below
 * the last thing on a sheet there is always one; null where what stands there leaves no room.
 */
export function firstBlankRow(
  sheet: RawSheet,
  { headerLast, until, sequenceColumns }: Pick<FillBlock, 'headerLast' | 'until' | 'sequenceColumns'>,
): number | null {
  const end = lastWritten(sheet)
  for (let row = headerLast + 1; row <= headerLast + 1 + ROWS_BETWEEN; row += 1) {
    if (row > until && row <= end) return null
    if (isBlank(sheet.rows[row - 1] ?? [], sequenceColumns)) return row
  }
  return null
}

function isBlank(cells: RawSheet['rows'][number], sequenceColumns: readonly number[]): boolean {
  return cells.every((cell, column) => {
    const text = shownText(cell).trim()
    if (text === '' || (cell !== null && typeof cell !== 'string' && cell.formula === true)) return true
    return sequenceColumns.includes(column) && /^\d+$/.test(text)
  })
}

/** 1-based; 0 for an empty sheet. */
function lastWritten(sheet: RawSheet): number {
  return sheet.rows.findLastIndex((cells) => cells.some((cell) => shownText(cell).trim() !== '')) + 1
}
