import type { BureauList } from '../../vocabulary/bureau-words.ts'

/* A workbook a bureau's system takes in: its sheets, each column with what it takes, and the rows the book has for it. */

export interface BureauColumn<Row> {
  readonly title: string
  readonly required?: true
  /** Only one of its words is taken. */
  readonly list?: BureauList
  /** `digits`: 6 or 8 digits. `day`: yyyy-mm-dd, whole. */
  readonly date?: 'digits' | 'day'
  readonly idNumber?: true
  readonly name?: true
  /** A field of the catalogue whose words are led to the list's. */
  readonly field?: string
  /** The book's own word; null: it has none. */
  readonly of: (row: Row) => string | null
}

export interface BureauSheet<Row> {
  readonly name: string
  readonly title: string
  readonly columns: readonly BureauColumn<Row>[]
  readonly rows: readonly Row[]
  /** Whom a row is about, for messages. */
  readonly about: (row: Row) => string
  /** One row a person: a number may stand there once. */
  readonly rowAPerson?: true
}

/** A sheet ready to be drawn, with what its system would send back. */
export interface FilledSheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly {
    readonly title: string
    readonly required: boolean
    readonly list: BureauList | null
    readonly date: 'digits' | 'day' | null
  }[]
  readonly rows: readonly (readonly string[])[]
}

export interface Bounce {
  readonly sheet: string
  /** 1-based, as the workbook shows it. */
  readonly row: number
  readonly about: string
  readonly column: string
  readonly code: 'missing' | 'word' | 'date' | 'idNumber' | 'disagrees' | 'twice'
  readonly value: string
  readonly message: string
  /** For `word`: the list it is none of. */
  readonly list: BureauList | null
}

/** Rows above the first one of people: title and header. */
export const FIRST_ROW = 3
