import type { MonthOrDate } from '../model/plain-date.ts'
import type { RawSheet } from './raw-workbook.ts'
import type { SheetPurpose } from './fields.ts'
import type { Answers, Question, TableRecord } from './table-types.ts'

/** By-hand correction of one sheet; rows are 1-based, columns by their letters. Same shape as the contract's. */
export interface SheetMapping {
  readonly sheet: string
  readonly purpose?: SheetPurpose | 'ignored' | undefined
  readonly headerRow?: number | undefined
  readonly columns?: Readonly<Record<string, string | null>> | undefined
}

export type RowRole = 'title' | 'header' | 'data' | 'subtotal' | 'signature' | 'blank'

export interface SheetColumn {
  /** 0-based. */
  readonly index: number
  readonly letters: string
  /** Header texts from top to bottom, joined with “/”. */
  readonly header: string
  readonly field: string | null
  readonly sample: readonly string[]
}

export interface ClassifiedRow {
  /** 1-based, as the sheet shows it. */
  readonly row: number
  readonly role: RowRole
  /** Why nothing comes in from a row with something in it; null for people who come in, header and blank rows. */
  readonly why: string | null
}

/** A group of people on a sheet and what they have in common. */
export interface SheetGroup {
  /** 1-based row of the heading; null: the whole sheet. */
  readonly row: number | null
  readonly text: string
  readonly people: number
  /** Null where they differ or have none. */
  readonly unit: string | null
  readonly category: string | null
  readonly unitId: string
  readonly categoryId: string
}

export interface RecognisedSheet {
  readonly name: string
  readonly purpose: SheetPurpose | 'ignored'
  /** 1-based. */
  readonly headerRows: readonly number[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly ClassifiedRow[]
  readonly source: RawSheet
  /** Everybody the sheet names, in the order of its rows. */
  readonly people: readonly TableRecord[]
  /** Every approved number of an office. */
  readonly quotas: readonly TableRecord[]
  readonly groups: readonly SheetGroup[]
}

export interface RecognisedWorkbook {
  readonly sheets: readonly RecognisedSheet[]
  /** 填报日期 found on any sheet: a day, or the month it names. */
  readonly reportDate: MonthOrDate | null
  /** The township named by 填报单位, without 人民政府. */
  readonly township: string | null
  /** What nobody but the clerk can say. While one is open, nothing goes in. */
  readonly questions: readonly Question[]
  /** What may be taken in besides, if she says so. Left open, it is not. */
  readonly offers: readonly Question[]
  /** Ids of the answers something in it was read by. */
  readonly answered: readonly string[]
  /** What an answer to several questions at once says of each of them: kept in its place. */
  readonly implied: Answers
  /** What was decided without asking, and what she should know. */
  readonly notes: readonly string[]
  /** The workbook's shape as text: what her answers are kept under. */
  readonly shape: string
}
