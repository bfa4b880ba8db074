import type { BlankWorkbook } from '../domain/blank/blank-workbook.ts'
import type { FillOutcome, FillRequest } from '../domain/fill/fill-request.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import type { PackedWorkbook } from '../domain/table/packed-workbook.ts'

/* What the program and its workbook child say to one another. One request a child: it answers once and is ended. */

export type ChildRequest =
  /** `choices`: the drop-downs of its sheets too. */
  | { readonly type: 'parse'; readonly name: string; readonly bytes: Uint8Array; readonly choices?: boolean }
  | {
      readonly type: 'fill'
      readonly name: string
      readonly bytes: Uint8Array
      readonly requests: readonly FillRequest[]
    }
  /** `audience`: who will see the file; what hangs on a wall is searched cell by cell. */
  | { readonly type: 'draw'; readonly sheet: SheetModel; readonly audience: 'public' | 'bureau' }
  | { readonly type: 'blank'; readonly workbook: BlankWorkbook }

export type ChildReply =
  | { readonly type: 'ready' }
  /** Sent at intervals and with every progress: processor time used so far, and memory, of the whole child. */
  | { readonly type: 'usage'; readonly processorMs: number; readonly residentBytes: number }
  | { readonly type: 'progress'; readonly phase: string; readonly done: number; readonly total: number }
  | ({ readonly type: 'workbook' } & PackedWorkbook)
  | { readonly type: 'drawn'; readonly bytes: Uint8Array }
  /** The filled form, what came of it, and the file read again as a `RawWorkbook` in JSON. */
  | {
      readonly type: 'filled'
      readonly bytes: Uint8Array
      readonly outcomes: readonly FillOutcome[]
      readonly json: string
    }
  | { readonly type: 'failed'; readonly code: string; readonly details: Readonly<Record<string, string | number>> }
