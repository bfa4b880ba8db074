import type { ErrorCode, ErrorDetails } from './errors.ts'

/** What every door answers: the output, or a code whose sentence is in the error table. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly details: ErrorDetails; readonly message: string } }

/** What the core tells without being asked. */
export type HostEvent =
  | { readonly type: 'progress'; readonly taskId: string; readonly phase: string; readonly done: number; readonly total: number }
  | { readonly type: 'bookChanged'; readonly seq: number }
