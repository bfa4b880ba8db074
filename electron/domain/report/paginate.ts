import { pageSize } from './paper.ts'
import type { SheetCell, SheetModel, SheetRow } from './sheet-model.ts'

/** A printed page: indexes into the paginated sheet's rows, top to bottom; on later pages the repeated header rows come first. */
export interface SheetPageRows {
  readonly rowIndexes: readonly number[]
}

/** Left free at the foot of every page, points: printers and office programs round row heights, the last row must not be pushed off. */
const RESERVE = 9

/**
 * Turns the page where the paper ends: never inside a row, never between rows that `keepWithNext` ties (unless together they are higher than
 * a page). A cell over several rows is cut at the turn and says its `continued` text on the next page. Row count and order stay.
 */
export function paginate(sheet: SheetModel): { readonly sheet: SheetModel; readonly pages: readonly SheetPageRows[] } {
  const starts = pageStarts(sheet)
  const turns = new Set(starts.slice(1))
  const rows = cutMergedCells(sheet.rows, starts).map((row, index) =>
    turns.has(index) ? { ...row, breakBefore: true } : row,
  )
  const pages = starts.map((start, page) => {
    const end = starts[page + 1] ?? sheet.rows.length
    const own = range(start, end)
    return {
      rowIndexes: repeatsOn(sheet, start)
        ? [...range(sheet.repeatRows?.first ?? 0, (sheet.repeatRows?.last ?? -1) + 1), ...own]
        : own,
    }
  })
  return { sheet: { ...sheet, rows }, pages }
}

/** Index of the first row of every page. */
function pageStarts(sheet: SheetModel): readonly number[] {
  const capacity = pageSize(sheet).height - sheet.margins.top - sheet.margins.bottom - RESERVE
  const repeated =
    sheet.repeatRows === null ? 0 : heightOfRows(sheet.rows.slice(sheet.repeatRows.first, sheet.repeatRows.last + 1))
  const starts = [0]
  let used = 0
  const turn = (index: number) => {
    starts.push(index)
    used = repeatsOn(sheet, index) ? repeated : 0
  }
  for (let index = 0; index < sheet.rows.length;) {
    const end = blockEnd(sheet.rows, index)
    if (sheet.rows[index]?.startsPage === true && starts.at(-1) !== index) turn(index)
    const block = sheet.rows.slice(index, end)
    const height = heightOfRows(block)
    if (used + height > capacity && starts.at(-1) !== index) turn(index)
    if (used + height <= capacity) used += height
    else {
      // A block higher than a page: nothing ties it any more, row by row.
      for (const [offset, row] of block.entries()) {
        if (used + row.height > capacity && starts.at(-1) !== index + offset) turn(index + offset)
        used += row.height
      }
    }
    index = end
  }
  return starts
}

function repeatsOn(sheet: SheetModel, start: number): boolean {
  return sheet.repeatRows !== null && start > sheet.repeatRows.last
}

/** One past the last row tied to the row at `index`. */
function blockEnd(rows: readonly SheetRow[], index: number): number {
  let end = index
  while (rows[end]?.keepWithNext === true && end + 1 < rows.length) end += 1
  return end + 1
}

function heightOfRows(rows: readonly SheetRow[]): number {
  return rows.reduce((height, row) => height + row.height, 0)
}

function cutMergedCells(rows: readonly SheetRow[], starts: readonly number[]): readonly SheetRow[] {
  const added = new Map<number, SheetCell[]>()
  const cut = rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => cutCell(cell, index, starts, added)),
  }))
  return cut.map((row, index) => ({
    ...row,
    cells: [...row.cells, ...(added.get(index) ?? [])].toSorted((left, right) => left.column - right.column),
  }))
}

/** The part of the cell on its first page; the parts on later pages go to `added` under their row. */
function cutCell(cell: SheetCell, top: number, starts: readonly number[], added: Map<number, SheetCell[]>): SheetCell {
  if (cell.rowSpan === 1) return cell
  const edges = [top, ...starts.filter((start) => start > top && start < top + cell.rowSpan), top + cell.rowSpan]
  for (const [part, edge] of edges.slice(1, -1).entries()) {
    const span = (edges[part + 2] ?? edge) - edge
    added.set(edge, [...(added.get(edge) ?? []), { ...cell, rowSpan: span, text: cell.continued ?? cell.text }])
  }
  return { ...cell, rowSpan: (edges[1] ?? top + cell.rowSpan) - top }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
}
