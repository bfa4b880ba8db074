import type { SheetPreview } from '../../electron/contract/notice-operations.ts'

/* From a drawn page in points to boxes on the screen. One scale for widths, heights and letters, so that the proportion is the paper's. */

export type PreviewPage = SheetPreview['pages'][number]
export type PreviewCell = PreviewPage['cells'][number]

/** Screen pixels per point at 100 %: 96 dpi over 72 points. */
export const PIXELS_PER_POINT = 96 / 72

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Distances of the grid lines from the first, in points: one more than there are rows or columns. */
export function gridLines(sizes: readonly number[]): readonly number[] {
  const lines = [0]
  for (const size of sizes) lines.push((lines.at(-1) ?? 0) + size)
  return lines
}

/** Where a cell lies on the paper, in points from its top left corner. */
export function cellBox(
  cell: PreviewCell,
  columns: readonly number[],
  rows: readonly number[],
  margins: SheetPreview['margins'],
): Box {
  const left = columns[cell.column] ?? 0
  const top = rows[cell.row] ?? 0
  const right = columns[cell.column + cell.columnSpan] ?? columns.at(-1) ?? left
  const bottom = rows[cell.row + cell.rowSpan] ?? rows.at(-1) ?? top
  return { left: margins.left + left, top: margins.top + top, width: right - left, height: bottom - top }
}

export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5] as const

/** Zoom at which the page's width fills the room given, in screen pixels; never larger than life. */
export function zoomToFit(pageWidth: number, room: number): number {
  return Math.min(1, Math.max(0.3, room / (pageWidth * PIXELS_PER_POINT)))
}
