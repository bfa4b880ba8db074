/*
 * 空白导入表: sheets with a header and drop-downs, to be filled in elsewhere and taken back by the import. A description without any
 * office program in it; `excel/draw-blank` makes the file.
 */

/** What may be typed into a column. */
export type BlankEntry =
  /** Kept as typed: no program may turn `1985.06` into a number, or an ID number into 15 digits and zeros. */
  | { readonly kind: 'text' }
  /** Text of so many letters. */
  | { readonly kind: 'length'; readonly from: number; readonly to: number }
  /** `open`: the list helps, other words may be typed. */
  | { readonly kind: 'choice'; readonly words: readonly string[]; readonly open: boolean }
  /** What stands in a column of another sheet of the same workbook; other words may be typed. */
  | { readonly kind: 'column'; readonly sheet: string; readonly title: string }
  | { readonly kind: 'whole' }
  | { readonly kind: 'number' }

export interface BlankColumn {
  readonly title: string
  readonly required: boolean
  readonly entry: BlankEntry
  /** How to fill it in, shown when the cell is entered and on the sheet of explanations. */
  readonly hint: string
  readonly hidden?: true
}

export interface BlankSheet {
  readonly name: string
  readonly title: string
  /** Between title and header, to be completed by hand, e.g. `填报单位：`. */
  readonly lines: readonly string[]
  readonly columns: readonly BlankColumn[]
  /** Already filled in, a text a column, below the header. */
  readonly rows?: readonly (readonly string[])[]
  /** The header is the first row: no title, no lines. */
  readonly bare?: true
  /** Not even offered to be shown. */
  readonly unseen?: true
}

export interface BlankWorkbook {
  /** File name without ending. */
  readonly name: string
  readonly sheets: readonly BlankSheet[]
  /** Sentences at the head of the explanations; none: no such sheet. */
  readonly guidance: readonly string[]
}

/** 0-based row of a sheet's header. */
export function headerRowOf(sheet: BlankSheet): number {
  if (sheet.bare === true) return 0
  return sheet.lines.length === 0 ? 1 : 2
}
