import type { KnownBook } from './known-book.ts'
import type { QuestionDesk } from './question-desk.ts'
import type { KnownNames } from './section-title.ts'

/** What the offices of a sheet's people are decided by. */
export interface UnitContext {
  readonly sheet: string
  /** What the sheet is called in the ids of questions. */
  readonly key: string
  readonly known: KnownNames
  readonly book: KnownBook
  readonly desk: QuestionDesk
  /** Offices named anywhere in the workbook: what a text of office and post is split by. */
  readonly named: ReadonlySet<string>
}
