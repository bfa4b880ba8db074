import { heightOf, roundHeight } from './text-metrics.ts'
import type { CellStyle, SheetCell, SheetRow } from './sheet-model.ts'

/* Rows of a sheet from texts: the pieces every layout shares. */

/** A cell of one row. */
export function cell(column: number, columnSpan: number, text: string, style: CellStyle): SheetCell {
  return { column, columnSpan, rowSpan: 1, text, style }
}

/** A text across the whole sheet, as high as its lines. */
export function wideRow(text: string, style: CellStyle, widths: readonly number[], keepWithNext = false): SheetRow {
  return {
    height: heightOf(text, sum(widths), style),
    cells: [cell(0, widths.length, text, style)],
    ...(keepWithNext ? { keepWithNext } : {}),
  }
}

/** A row of cells, as high as the highest. */
export function rowOf(cells: readonly SheetCell[], widths: readonly number[], keepWithNext = false): SheetRow {
  const heights = cells.map((part) =>
    heightOf(
      part.text,
      part.columnSpan === 1
        ? (widths[part.column] ?? 0)
        : sum(widths.slice(part.column, part.column + part.columnSpan)),
      part.style,
    ),
  )
  return { height: Math.max(...heights), cells, ...(keepWithNext ? { keepWithNext } : {}) }
}

/** Empty paper of a height in points. */
export function blankRow(height: number, columns: number, keepWithNext: boolean): SheetRow {
  return { height: roundHeight(height), cells: [cell(0, columns, '', 'body')], keepWithNext }
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
