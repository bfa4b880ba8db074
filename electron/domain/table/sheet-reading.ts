import type { RawSheet } from './raw-workbook.ts'
import { type DraftRecord, type GroupCount, type NumberedHeading } from './read-table.ts'
import type { RowReading } from './row-roles.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { TableRecord, TypedColumn } from './table-types.ts'

/** One sheet taken apart: nothing is decided yet that takes the other sheets or the book. */
export interface SheetReading {
  readonly source: RawSheet
  readonly grid: SheetGrid
  readonly purpose: 'roster' | 'quotas' | 'ignored'
  /** Rows for columns: every person has a column. */
  readonly turned: boolean
  /** A card a person. */
  readonly cards: boolean
  readonly why: string | null
  /** 0-based. */
  readonly headerRows: readonly number[]
  readonly columns: readonly TypedColumn[]
  readonly roles: ReadonlyMap<number, RowReading>
  readonly people: readonly DraftRecord[]
  readonly quotas: readonly TableRecord[]
  readonly counts: readonly GroupCount[]
  /** Headings that give approved numbers. */
  readonly numbered: readonly NumberedHeading[]
  /** Texts above the first table. */
  readonly titles: readonly string[]
}
