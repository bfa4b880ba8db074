import type { TemplateKind } from '../../vocabulary/templates.ts'
import type { TemplateColumn } from './template-column.ts'

/** One table of a blank sheet: its header, and what each of its columns takes. */
export interface FormBlock {
  readonly kind: Exclude<TemplateKind, 'card' | 'unitCard'>
  /** 0-based, both included. */
  readonly first: number
  readonly last: number
  readonly paths: readonly (readonly string[])[]
  readonly columns: readonly TemplateColumn[]
  readonly labelColumns: readonly number[]
  readonly score: number
}
