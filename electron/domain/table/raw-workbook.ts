/*
 * A foreign workbook as the parser child hands it over: plain JSON, nothing interpreted.
 * A text cell is its string, an empty cell null, everything else says what it was in the file.
 */

export interface RawValue {
  readonly kind: 'number' | 'date' | 'boolean' | 'error'
  /** The raw number behind the cell (serial number for a date; 0/1 for a boolean; 0 for an error). */
  readonly value: number
  /** What the sheet shows. */
  readonly shown: string
  /** For a date cell, and for a number that may be one in a workbook counting from 1904: the calendar day of the serial number, no time zone. */
  readonly day?: string
  /** The value is the cached result of a formula. */
  readonly formula?: true
}

export type RawCell = string | RawValue | null

/** A merged area, 0-based, ends inclusive. Only its top-left cell holds a value. */
export interface RawMerge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What some cells of a form accept. */
export interface RawChoice {
  readonly areas: readonly RawMerge[]
  /** The words of its drop-down; null where it has none, or one that is computed. */
  readonly options: readonly string[] | null
  /** The fewest and most characters. */
  readonly length: { readonly least: number; readonly most: number } | null
}

/** A comment on a cell, without the name of who wrote it. */
export interface RawNote {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface RawSheet {
  /** Told when the workbook was read as a form. */
  readonly choices?: readonly RawChoice[]
  readonly name: string
  readonly hidden: boolean
  /** 0-based rows, each an array of cells from column A on; `rows[r]?.[c]`. Row number shown to a person is index + 1. */
  readonly rows: readonly (readonly RawCell[])[]
  readonly merges: readonly RawMerge[]
  /** 0-based rows the sheet does not show, hidden or filtered out. */
  readonly hiddenRows?: readonly number[]
  /** What is noted on single cells, 0-based. */
  readonly notes?: readonly RawNote[]
  /** Cells with a line drawn through them; told of .xlsx alone. */
  readonly struck?: readonly RawMerge[]
}

export interface RawWorkbook {
  /** `docx`: a letter whose tables are to be filled, each a sheet; nothing is imported from one. */
  readonly format: 'xlsx' | 'xls' | 'ods' | 'xml' | 'html' | 'csv' | 'docx'
  readonly sheets: readonly RawSheet[]
}

/** What a sheet shows in a cell, trimmed of nothing. */
export function shownText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell : cell.shown
}

/** Column letters as a clerk reads them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let rest = index
  let letters = ''
  do {
    letters = String.fromCodePoint(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}

/** 0-based column of its letters: A → 0, AA → 26. */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1
}
