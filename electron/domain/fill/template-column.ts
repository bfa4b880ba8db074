import type { DateFormat } from '../../vocabulary/templates.ts'

/** A column of a blank form, or a place of a card, with what is proposed for it. */
export interface TemplateColumn {
  /** Letters; for a card the cell that takes the value. */
  readonly column: string
  /** Header texts from top to bottom, joined with “/”. */
  readonly header: string
  readonly field: string | null
  readonly format: DateFormat | null
}
