import { heightOf, roundHeight } from '../report/text-metrics.ts'
import type { CellStyle, SheetCell, SheetRow } from '../report/sheet-model.ts'
import { rowOf, sum } from '../report/sheet-rows.ts'

/** A cell that stands beside several rows: a unit beside its people. */
export interface Span {
  readonly column: number
  readonly text: string
  readonly style: CellStyle
  /** What it says on the next page when the page turns beside it. */
  readonly continued: string
}

/**
 * Lays the spans over the rows of cells; rows grow where a span's text needs more height. Rows at the top are tied until the highest text has
 * room above a page turn, the last two so that what continues has room too.
 */
export function spannedRows(
  rowsOfCells: readonly (readonly SheetCell[])[],
  spans: readonly Span[],
  widths: readonly number[],
): readonly SheetRow[] {
  const rows = rowsOfCells.map((cells) => rowOf(cells, widths))
  const needed = Math.max(...spans.map((span) => heightOf(span.text, widths[span.column] ?? 0, span.style)))
  const missing = Math.max(0, needed - sum(rows.map((row) => row.height))) / rows.length
  const over = spans.map((span): SheetCell => ({ ...span, columnSpan: 1, rowSpan: rows.length }))
  let above = 0
  return rows.map((row, index) => {
    const height = roundHeight(row.height + missing)
    above += height
    return {
      height,
      cells: index === 0 ? [...row.cells, ...over].toSorted((left, right) => left.column - right.column) : row.cells,
      keepWithNext: index < rows.length - 1 && (above < needed || index === 0 || index === rows.length - 2),
    }
  })
}
