import type { MonthOrDate } from '../model/plain-date.ts'
import type { LineFacts } from './line-text.ts'

/*
 * What is to be written into a superior's blank form, and what came of it. The form's own workbook is the workbook child's business;
 * what goes into which cell is settled here.
 */

/** A value as text. */
export function valueText(value: NonNullable<FillValue>): string {
  switch (value.kind) {
    case 'number':
      return String(value.value)
    case 'share':
      return value.sign ? `${value.percent}%` : String(value.percent)
    default:
      return value.text
  }
}

/** `date` becomes a real date where the form's own cell is formatted as one and the date is precise enough for it; else its text. */
export type FillValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Per cent. `sign`: nothing over the cell says so, the cell has to. */
  | { readonly kind: 'share'; readonly percent: number; readonly sign: boolean }
  | { readonly kind: 'date'; readonly date: MonthOrDate; readonly text: string }
  | null

/** Rows below a header. Columns are 0-based, rows 1-based as the sheet shows them. */
export interface FillBlock {
  readonly headerLast: number
  /** The column whose emptiness says that a row is blank: 姓名 or 机构名称. */
  readonly keyColumn: number
  /** Where pre-printed numbers do not make a row filled: one a list. */
  readonly sequenceColumns: readonly number[]
  /** One column a value of each row. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly FillValue[])[]
  /** Lists side by side: their columns by place in `columns`, each with its own share of the rows. Empty: one list. */
  readonly sides: readonly (readonly number[])[]
  /** 1-based: rows from here on belong to something else. */
  readonly until: number
  /** Columns of numbers: an empty cell of the 合计 row gets their sum as a formula. */
  readonly sumColumns: readonly number[]
}

/** Single cells of a card, 0-based. */
export interface FillCell {
  readonly row: number
  readonly column: number
  readonly value: FillValue
}

/** What the lines above and below the table may be given. */
export interface FillLines extends LineFacts {
  /** 1-based, first and last row of the header; for a card both 0. */
  readonly headerRows: readonly [number, number]
}

export interface FillRequest {
  readonly sheet: string
  readonly block: FillBlock | null
  readonly cells: readonly FillCell[]
  /** Null: the lines around the table stay as they are. */
  readonly lines: FillLines | null
}

/** A label beside the table that was completed: the cell as the finished sheet names it, and what stands there now. */
export interface FilledLine {
  readonly cell: string
  readonly text: string
}

export interface FillOutcome {
  /** 1-based rows that were written; both 0 for a card or when there was nobody to write. */
  readonly firstRow: number
  readonly lastRow: number
  /** Rows added because the form had fewer blank ones. */
  readonly inserted: number
  /** Columns (0-based) that hold the form's own formulas and were left to them. */
  readonly formulaColumns: readonly number[]
  readonly lines: readonly FilledLine[]
  /** The form was an old .xls: values and merged areas were kept, its fonts and borders could not be. */
  readonly plain: boolean
}
