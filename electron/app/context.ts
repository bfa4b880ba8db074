import type { Kysely, Transaction } from 'kysely'
import type { Input, NamesOfKind, Output } from '../contract/operations.ts'
import type { BlankWorkbook } from '../domain/blank/blank-workbook.ts'
import type { FillOutcome, FillRequest } from '../domain/fill/fill-request.ts'
import type { RawWorkbook } from '../domain/table/raw-workbook.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import type { BookDatabase } from '../store/book-database.ts'
import type { AppendedEntry, EntryDraft, JournalWriter } from '../store/journal.ts'
import type { Member } from '../store/member-store.ts'
import type { OpenBook } from '../store/open.ts'

/** Time and ids come from outside, so that a test can fix them. */
export interface Clock {
  /** UTC instant, ISO. */
  readonly now: () => string
  /** Calendar day in Asia/Shanghai. */
  readonly today: () => PlainDate
}

/** Workbooks are read and drawn in a child process that can be killed. */
export interface ExcelPort {
  /** @throws an error with one of the contract's file_* codes. */
  readonly parse: (
    file: StagedFile,
    /** `choices`: with what its cells accept, for a form that is to be filled. */
    options: { readonly signal: AbortSignal; readonly report: Report; readonly choices?: boolean },
  ) => Promise<RawWorkbook>
  /** Fills a superior's form by editing its own package. @throws an error with one of the contract's file_* or template_* codes. */
  readonly fill: (
    file: StagedFile,
    requests: readonly FillRequest[],
    options: { readonly signal: AbortSignal; readonly report: Report },
  ) => Promise<FilledForm>
  /**
   * Draws the sheet, opens the result again and scans every string in it; @throws `notice_leak` when a digit run of 18 or 11 is found.
   * What goes to the `bureau` may carry such numbers in its cells and nowhere else.
   */
  readonly draw: (
    sheet: SheetModel,
    options: { readonly signal: AbortSignal; readonly audience?: 'public' | 'bureau' },
  ) => Promise<Uint8Array>
  /** Makes an empty workbook to be filled in: headers, drop-downs, explanations. */
  readonly blank: (workbook: BlankWorkbook, options: { readonly signal: AbortSignal }) => Promise<Uint8Array>
}

/** A filled form: its bytes, what was written, and the file read again. */
export interface FilledForm {
  readonly bytes: Uint8Array
  /** One a request. */
  readonly outcomes: readonly FillOutcome[]
  readonly workbook: RawWorkbook
}

export interface StagedFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type Report = (phase: string, done: number, total: number) => void

/** What every handler may use. */
export interface BaseContext {
  readonly clock: Clock
  readonly newId: () => string
  readonly actor: string
  /** Who is signed in, in a book with named people. */
  readonly me?: Member
  readonly excel: ExcelPort
  /** @throws `file_expired` when the file is no longer staged. */
  readonly stagedFile: (fileId: string) => StagedFile
  /** Progress to the window, for anything that may take over half a second. */
  readonly report: Report
  readonly signal: AbortSignal
}

export interface QueryContext extends BaseContext {
  readonly db: Kysely<BookDatabase>
  readonly book: OpenBook
  /** Verified copy of the book; `directory` beside the ten kept ones. */
  readonly backup: (reason: string, directory?: string) => Promise<Output<'backup.create'>>
}

export interface CommandContext extends QueryContext {
  /**
   * The command's one transaction and its journal entry. Gather and compute before calling it where that may take long;
   * what must be seen under the write lock is read from `tx`. Using `db` inside would wait for ever: use `tx`.
   */
  readonly commit: <R>(
    draft: Omit<EntryDraft, 'recordedAt' | 'actor' | 'operation'>,
    work: (tx: Transaction<BookDatabase>, journal: JournalWriter) => Promise<R>,
  ) => Promise<{ readonly result: R; readonly entry: AppendedEntry }>
}

export type QueryHandler<K extends NamesOfKind<'query'>> = (
  input: Input<K>,
  context: QueryContext,
) => Promise<Output<K>>
export type CommandHandler<K extends NamesOfKind<'command'>> = (
  input: Input<K>,
  context: CommandContext,
) => Promise<Output<K>>

export type QueryHandlers = { readonly [K in NamesOfKind<'query'>]: QueryHandler<K> }
export type CommandHandlers = { readonly [K in NamesOfKind<'command'>]: CommandHandler<K> }
