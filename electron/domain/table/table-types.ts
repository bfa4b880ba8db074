import type { AnswerId } from '../../vocabulary/answers.ts'
import type { RawCell } from './raw-workbook.ts'
import type { ColumnProfile } from './column-profile.ts'

/** A column of a table and what it holds. */
export interface TypedColumn {
  /** 0-based. */
  readonly index: number
  readonly letters: string
  readonly path: readonly string[]
  /** Null: not used. */
  readonly field: string | null
  /** `header`: by its name; `content`: by what stands in it; `hand`: she said so. */
  readonly by: 'header' | 'content' | 'hand'
  readonly profile: ColumnProfile
}

/** A value of a record and where it came from. */
export interface PlacedCell {
  readonly cell: RawCell
  readonly letters: string
  readonly header: string
  /** 单位取自第 7 行小标题; null: from the cell itself. */
  readonly from: string | null
}

/** `from` of a value of a merged cell. */
export const MERGED = '合并单元格'

export type Values = ReadonlyMap<string, PlacedCell>

/** Somebody (or an office's numbers) read out of a sheet. */
export interface TableRecord {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly values: Values
  /** Heading the record stands under, as written; '' where there is none. */
  readonly section: string
}

export type QuestionKind =
  | 'column'
  | 'groupUnit'
  | 'sectionUnit'
  | 'blankUnit'
  | 'unitName'
  | 'groupCategory'
  | 'blankCategory'
  | 'value'
  | 'unread'
  | 'which'
  | 'nameOnly'
  | 'remark'

/** One question for all rows it is about. */
export interface Question {
  /** The same for the same question of a sheet of the same shape. */
  readonly id: AnswerId
  readonly kind: QuestionKind
  readonly sheet: string
  /** 1-based; empty where the whole sheet is meant. */
  readonly rows: readonly number[]
  readonly column: string | null
  readonly text: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  /** What is most likely meant; null where nothing is likelier than the rest. */
  readonly suggested: string | null
  /** Any text may be answered, not only the choices. */
  readonly free: boolean
}

/** What she answered, by the question's id. */
export type Answers = Readonly<Record<string, string>>

/** Leave these rows (this sheet, this column) out. */
export const LEAVE_OUT = '-'
