import type { FieldFormat, TemplateKind } from '../../vocabulary/templates.ts'
import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import type { RosterList } from '../model/finding.ts'

/* How a blank form is filled: what its rows are about, who goes in, and what each column takes. */

/** Labels with an empty cell beside, and no table: one person's, or one unit's. */
export function isCard(kind: TemplateKind): boolean {
  return kind === 'card' || kind === 'unitCard'
}

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
  /** Only these 编制类型 and only these units, chosen by hand; null: whom the form's own titles name. */
  readonly categories: readonly QuotaCategory[] | null
  readonly unitIds: readonly string[] | null
  readonly columns: readonly MappedColumn[]
}

/**
 * The shape of a part of a form as text: what a fingerprint is made of. Titles above the header change with the year and do not count, but for
 * what they say of whom the part is about.
 */
export function shapeText(
  kind: TemplateKind,
  columns: readonly { readonly column: string; readonly header: string }[],
  about: readonly string[] = [],
): string {
  const shape = [kind, columns.map(({ column, header }) => [column, header])]
  return JSON.stringify(about.length === 0 ? shape : [...shape, about.map((text) => text.replaceAll(/\d/g, ''))])
}
