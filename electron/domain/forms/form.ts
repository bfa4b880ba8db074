import type { ChangeSheet } from '../ledger/told/change-sheet.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../ledger/book/ledger-book.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, RosterEntry } from '../model/finding.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel, SheetPicture, SheetRow } from '../report/sheet-model.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

/* A form for the bureau: what it is called, when it is due, and what it says. One form = one file under official/. */

/** Everything a form may read. Two days inclusive make the period; a form of one day reads `asOf` alone. */
export interface FormFacts {
  readonly book: FactRows
  readonly ledger: LedgerBook
  readonly snapshot: BookSnapshot
  readonly index: SnapshotIndex
  readonly figures: Figures
  readonly findings: readonly Finding[]
  readonly roster: readonly RosterEntry[]
  /** 统计日期. */
  readonly asOf: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate
  /** 报出日期. */
  readonly reportedOn: PlainDate
  readonly township: string
  /** Movements of the period, its first and last day included. */
  readonly changes: () => ChangeSheet
  /** How an ID number is written: whole in the file, masked on the screen. */
  readonly idText: (idNumber: string | null) => string
  /** Only this unit, only this person; null: all. */
  readonly unitId: string | null
  readonly personId: string | null
  /** The picture of that person. */
  readonly photo: SheetPicture | null
}

/** What stands between the head and the signatures, laid out for the form's own paper. */
export interface FormContent {
  readonly columnWidths: readonly number[]
  /** Rows repeated on every page. */
  readonly header: readonly SheetRow[]
  readonly body: readonly SheetRow[]
  /** 注, below the table. */
  readonly notes: readonly string[]
}

export interface Form {
  /** Stable: a script asks by it. */
  readonly id: string
  readonly title: string
  /** One line: what it is for. */
  readonly about: string
  /** When the bureau wants it. */
  readonly due: string
  /** `day`: as of a day. `month`, `year`: a period, by default the month or year of the day up to the day. */
  readonly span: 'day' | 'month' | 'year'
  /** What it can be narrowed to. */
  readonly subject: 'unit' | 'person' | null
  /** The official form has a column for ID numbers. */
  readonly idNumbers: boolean
  /** 单位：名. '' where the form counts nothing. */
  readonly measure: string
  readonly page: FormPage
  /** Its title and its table are all it has: no line of the office below the title, no signatures of a statistical form. */
  readonly bare?: true
  readonly content: (facts: FormFacts) => FormContent
}

export type FormPage = Pick<SheetModel, 'paper' | 'orientation'>
