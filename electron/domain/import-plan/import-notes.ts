/** A row or cell that is not taken, and why. `column`: letters as in Excel, '' when the whole row is meant. */
export interface RefusedCell {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly code: RefusalCode
  readonly message: string
}

export type RefusalCode =
  | 'name_missing'
  | 'name_several'
  | 'unit_missing'
  | 'category_missing'
  | 'category_unknown'
  | 'sex_unknown'
  | 'id_number_numeric'
  | 'id_number_length'
  | 'date_ambiguous'
  | 'date_unreadable'
  | 'cell_error'
  | 'duplicate_row'
  | 'concurrent_no_person'
  | 'concurrent_ambiguous'
  | 'amount_missing'
  | 'amount_unreadable'
  | 'leadership_sum'
  | 'document_missing'

/** A cell taken in another writing than the sheet's. */
export interface RepairedCell {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly from: string
  readonly to: string
  readonly message: string
}

/** Something the clerk should know about a row that is taken. */
export interface RowNote {
  readonly level: 'error' | 'warning' | 'info'
  readonly column: string | null
  readonly text: string
}

/** A fact that differs from the book. */
export interface CellChange {
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}
