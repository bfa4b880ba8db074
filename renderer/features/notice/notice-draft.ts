import type { CallInput, Output } from '../../../electron/contract/operations.ts'

/* What she has filled in so far. Kept while the program runs, one draft a book, so that a look at the roster loses nothing. */

export interface NoticeDraft {
  readonly layout: 'tree' | 'table'
  readonly paper: 'A4' | 'A3'
  readonly from: string
  readonly days: number | undefined
  readonly title: string
  readonly issuer: string
  readonly phone: string
  readonly address: string
  readonly mailbox: string
}

export type NoticeInput = CallInput<'notice.issue'>
export type NoticeDefaults = Output<'notice.list'>['defaults']

/** No document states a length for this notice; seven working days is what is commonly posted and never too short. */
const USUAL_DAYS = 7

/** A first draft from what was printed last time. */
export function firstDraft(defaults: NoticeDefaults, today: string): NoticeDraft {
  return { layout: 'tree', paper: 'A4', from: today, days: USUAL_DAYS, ...defaults }
}

/** The draft as the core wants it; `days` may still be missing, which the schema then says. */
export function draftInput(draft: NoticeDraft, asOf: string | undefined): Omit<NoticeInput, 'days'> & { readonly days: number | undefined } {
  return { ...draft, ...(asOf === undefined ? {} : { asOf }) }
}

const drafts = new Map<string, NoticeDraft>()

/** The draft kept for a book. */
export function keptDraft(book: string): NoticeDraft | undefined {
  return drafts.get(book)
}

/** Keeps the draft for a book while the program runs. */
export function keepDraft(book: string, draft: NoticeDraft): void {
  drafts.set(book, draft)
}
