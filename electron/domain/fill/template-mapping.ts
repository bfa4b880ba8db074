import type { RosterList } from '../model/finding.ts'

/* How a blank form is filled: what its rows are about, who goes in, and what each column takes. */

/** `people`: one row a person; `units`: one row a unit; `card`: one sheet a person, labels with an empty cell beside. */
export type TemplateKind = 'people' | 'units' | 'card'

/** `auto`: as the form's own date format has it, else 1985.06. */
export const DATE_FORMATS = ['auto', 'dot', 'day', 'month', 'chinese'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]
export const DATE_FORMAT_NAMES: Readonly<Record<DateFormat, string>> = { auto: '按表格的格式', dot: '1985.06', day: '1985-06-01', month: '198506', chinese: '1985年6月' }

export const ID_FORMATS = ['masked', 'plain', 'apostrophe'] as const
export type IdFormat = (typeof ID_FORMATS)[number]
export const ID_FORMAT_NAMES: Readonly<Record<IdFormat, string>> = { masked: '打码', plain: '完整号码', apostrophe: '完整，前加单引号' }

export type FieldFormat = DateFormat | IdFormat

export interface MappedColumn {
  /** Letters for a table; for a card the cell that takes the value, e.g. B3. */
  readonly column: string
  readonly field: string
  /** Null: not chosen; a date then follows the form, an ID number stays masked. */
  readonly format: FieldFormat | null
}

export interface TemplateMapping {
  readonly kind: TemplateKind
  /** Lists whose people go in; a form of units takes no notice. */
  readonly lists: readonly RosterList[]
  readonly columns: readonly MappedColumn[]
}

/** The shape of a form as text: what a fingerprint is made of. Titles above the header change with the year and do not count. */
export function shapeText(kind: TemplateKind, columns: readonly { readonly column: string; readonly header: string }[]): string {
  return JSON.stringify([kind, columns.map(({ column, header }) => [column, header])])
}
