import type { SheetModel } from '../domain/report/sheet-model.ts'

/* What the program and its workbook child say to one another. One request a child: it answers once and is ended. */

export type ChildRequest =
  | { readonly type: 'parse'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'draw'; readonly sheet: SheetModel }

export type ChildReply =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly phase: string; readonly done: number; readonly total: number }
  /** A `RawWorkbook` as JSON text: one string crosses the channel far faster than a hundred thousand objects. */
  | { readonly type: 'workbook'; readonly json: string }
  | { readonly type: 'drawn'; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly code: string; readonly details: Readonly<Record<string, string | number>> }
