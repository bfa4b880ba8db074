import type { NoticeDraftContent } from '../../../electron/contract/notice-draft-operations.ts'
import type { NoticeExceptionName, NoticeLayoutName } from '../../../electron/contract/notice-operations.ts'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { pageMap } from '../../ui/page-memory.ts'

/*
 * What she has filled in so far. Kept while the program runs, one draft a book, so that a look at the roster loses nothing; saved in the book
 * only when she says so.
 */

export interface NoticeDraft {
  readonly layout: NoticeLayoutName
  readonly paper: 'A4' | 'A3'
  readonly from: string
  readonly days: number | undefined
  readonly longTerm: boolean
  readonly title: string
  readonly issuer: string
  readonly phone: string
  readonly address: string
  readonly mailbox: string
  readonly exceptions: readonly NoticeExceptionName[]
  readonly exceptionReason: string
  readonly exceptionBy: string
}

export type NoticeInput = CallInput<'notice.issue'>
export type NoticeDefaults = Output<'notice.list'>['defaults']

/** No document states a length for this notice; seven working days is what is commonly posted and never too short. */
const USUAL_DAYS = 7

/** A first draft from what was printed last time. */
export function firstDraft(defaults: NoticeDefaults, today: string): NoticeDraft {
  return {
    layout: 'tree',
    paper: 'A4',
    from: today,
    days: USUAL_DAYS,
    longTerm: false,
    exceptions: [],
    exceptionReason: '',
    exceptionBy: '',
    ...defaults,
  }
}

/** The draft as the core wants it; without days and without 长期公开 the schema says what is missing. */
export function draftInput(draft: NoticeDraft, asOf: string | undefined): NoticeInput {
  const { days, longTerm, exceptions, exceptionReason, exceptionBy, ...rest } = draft
  return {
    ...rest,
    ...(longTerm ? { longTerm } : days === undefined ? {} : { days }),
    ...(exceptions.length === 0
      ? {}
      : { exceptions: exceptions.map((field) => ({ field, reason: exceptionReason, decidedBy: exceptionBy })) }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** A saved draft as it is filled in; `otherwise` where nothing was saved, and for what was left open. */
export function draftOf(saved: NoticeDraftContent | undefined, otherwise: NoticeDraft): NoticeDraft {
  if (saved === undefined) return otherwise
  const { layout, from, days, longTerm = false, exceptions = [] } = saved
  const [exception] = exceptions
  return {
    layout,
    from,
    days,
    longTerm,
    paper: saved.paper ?? otherwise.paper,
    title: saved.title ?? otherwise.title,
    issuer: saved.issuer ?? otherwise.issuer,
    phone: saved.phone ?? otherwise.phone,
    address: saved.address ?? otherwise.address,
    mailbox: saved.mailbox ?? otherwise.mailbox,
    exceptions: exceptions.map(({ field }) => field),
    exceptionReason: exception?.reason ?? '',
    exceptionBy: exception?.decidedBy ?? '',
  }
}

const drafts = pageMap<string, NoticeDraft>()

/** The draft kept for a book. */
export function keptDraft(book: string): NoticeDraft | undefined {
  return drafts.get(book)
}

/** What was typed is given up. */
export function forgetDraft(book: string): void {
  drafts.delete(book)
}

/** Keeps the draft for a book while the program runs. */
export function keepDraft(book: string, draft: NoticeDraft): void {
  drafts.set(book, draft)
}
