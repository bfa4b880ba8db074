import type { DutyKind } from '../../vocabulary/duties.ts'
import type { PlainDate } from '../model/plain-date.ts'

/** Something the office must do by a day. */
export interface Duty {
  /** With `period` it names the one that is marked done. */
  readonly duty: DutyKind
  readonly period: string
  readonly title: string
  readonly detail: string
  /** First day on which it can be done; null: any. */
  readonly from: PlainDate | null
  /** Last day; null where it cannot be told, `undated` says why. */
  readonly dueOn: PlainDate | null
  readonly undated: string | null
  /** Where the duty and its day come from. */
  readonly source: string
  readonly personId: string | null
  readonly unitId: string | null
  /** `calendar`: comes round every month or year; `book`: follows from a fact of the book and goes with it. */
  readonly kind: 'calendar' | 'book'
}

/** A duty that was marked done; a book of a newer program may hold other kinds. */
export interface DutyMark {
  readonly duty: string
  readonly period: string
  readonly doneOn: PlainDate
  readonly note: string | null
}
