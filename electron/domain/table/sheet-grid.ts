import { shownText, type RawCell, type RawMerge, type RawSheet } from './raw-workbook.ts'

/** A cell's place, 0-based. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A sheet as something to look at: texts without blanks, and which cell a merged area takes its value from. */
export interface SheetGrid {
  readonly sheet: RawSheet
  readonly height: number
  readonly width: number
  readonly cell: (row: number, column: number) => RawCell
  /** What stands in the cell itself, without any blank; '' where there is nothing. */
  readonly text: (row: number, column: number) => string
  /** The merged area the cell lies in. */
  readonly mergeAt: (row: number, column: number) => RawMerge | undefined
  /** Columns of a row with something in them, from left to right. */
  readonly filled: (row: number) => readonly number[]
}

/** More merged cells than any clerk's sheet has are not looked up one by one. */
const MERGED_ROWS = 400_000

/** Looks at a sheet. Texts are worked out once. */
export function gridOf(source: RawSheet): SheetGrid {
  const sheet = { ...source, rows: source.rows.map((row) => (row.some(isQuotedFormula) ? row.map(unquoted) : row)) }
  const texts = sheet.rows.map((row) => row.map((cell) => compact(shownText(cell))))
  const height = texts.length
  const width = Math.max(0, ...texts.map((row) => row.length))
  const merges = mergesByRow(sheet, height)
  const filled = texts.map(filledIn)
  return {
    sheet,
    height,
    width,
    cell: (row, column) => sheet.rows[row]?.[column] ?? null,
    text: (row, column) => texts[row]?.[column] ?? '',
    mergeAt: (row, column) => merges.get(row)?.find((merge) => merge.left <= column && column <= merge.right),
    filled: (row) => filled[row] ?? [],
  }
}

function filledIn(texts: readonly string[]): readonly number[] {
  const columns: number[] = []
  for (let column = 0; column < texts.length; column += 1) if (texts[column] !== '') columns.push(column)
  return columns
}

function mergesByRow(sheet: RawSheet, height: number): ReadonlyMap<number, readonly RawMerge[]> {
  const byRow = new Map<number, RawMerge[]>()
  let left = MERGED_ROWS
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, height - 1) && left > 0; row += 1, left -= 1) {
      const known = byRow.get(row)
      if (known === undefined) byRow.set(row, [merge])
      else known.push(merge)
    }
  }
  return byRow
}

/** The place a cell's value is kept in: its own, or the top left of the merged area it lies in. */
export function originOf(grid: SheetGrid, row: number, column: number): Place {
  const merge = grid.text(row, column) === '' ? grid.mergeAt(row, column) : undefined
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left }
}

/** The sheet with rows for columns: where every person has a column. */
export function transposed(sheet: RawSheet): RawSheet {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: Array.from({ length: width }, (_, column) => sheet.rows.map((row) => row[column] ?? null)),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: left,
      left: top,
      bottom: right,
      right: bottom,
    })),
  }
}

/** A text without blanks, line breaks and what no eye sees. */
export function compact(text: string): string {
  // Most cells hold none of them.
  return ODD.test(text) ? text.replaceAll(ALL_ODD, '') : text
}
const ODD = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u
const ALL_ODD = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu

/** ="0123": how programs keep a number as text in .csv. */
const QUOTED = /^\s*=\s*"([^"]*)"\s*$/u

function isQuotedFormula(cell: RawCell): boolean {
  return typeof cell === 'string' && cell.includes('=') && QUOTED.test(cell)
}

function unquoted(cell: RawCell): RawCell {
  return typeof cell === 'string' ? cell.replace(QUOTED, '$1') : cell
}
