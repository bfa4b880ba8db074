import { maskIdNumber } from '../identity/resident-id.ts'
import { changeSheet, type ChangeSheet } from '../ledger/told/change-sheet.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, RosterEntry } from '../model/finding.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'
import { townshipName } from '../notice/notice-content.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'
import type { SheetPicture } from '../report/sheet-model.ts'
import type { Form, FormFacts } from './form.ts'

export interface FormPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What is gathered for a form. */
export interface FormSource {
  readonly book: FactRows
  readonly state: {
    readonly snapshot: BookSnapshot
    readonly figures: Figures
    readonly findings: readonly Finding[]
    readonly roster: readonly RosterEntry[]
  }
  readonly period: FormPeriod
  readonly reportedOn: PlainDate
  readonly plainIds: boolean
  readonly unitId: string | null
  readonly personId: string | null
  readonly photo: SheetPicture | null
}

/** The facts of a form from what was gathered; the change sheet is worked out when a form first asks for it. */
export function formFacts(source: FormSource): FormFacts {
  const { book, state, period } = source
  let changes: ChangeSheet | null = null
  return {
    ...state,
    book,
    ledger: ledgerBook(book),
    index: indexSnapshot(state.snapshot),
    asOf: state.snapshot.asOf,
    ...period,
    reportedOn: source.reportedOn,
    township: townshipName(state.snapshot),
    // A change sheet counts what comes after its first day; the period of a form includes it.
    changes: () => (changes ??= changeSheet(book, addDays(period.from, -1), period.to)),
    idText: (idNumber) => (idNumber === null ? '' : source.plainIds ? idNumber : maskIdNumber(idNumber)),
    unitId: source.unitId,
    personId: source.personId,
    photo: source.photo,
  }
}

/** The period a form speaks of on a day: the day alone, or its month or year from the first day up to it. */
export function usualPeriod(span: Form['span'], asOf: PlainDate): FormPeriod {
  switch (span) {
    case 'day':
      return { from: asOf, to: asOf }
    case 'month':
      return { from: `${asOf.slice(0, 7)}-01`, to: asOf }
    case 'year':
      return { from: `${asOf.slice(0, 4)}-01-01`, to: asOf }
  }
}
