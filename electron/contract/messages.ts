import type { RefusalCode, RefusalDetails } from '../vocabulary/refusals.ts'

/**
 * What every door answers: the output, or a code whose sentence is in the error table. `head` names the entry of the open book
 * the answer was made from.
 */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly head?: string }
  | {
      readonly ok: false
      readonly error: { readonly code: RefusalCode; readonly details: RefusalDetails; readonly message: string }
      readonly head?: string
    }

/** What goes with a command besides its input. */
export interface Circumstances {
  /**
   * `<window>.<number>`: the same for every sending of one act. What comes a second time is answered as the first time and does nothing.
   * The part before the last dot names the window, whose own entries are no news to it.
   */
  readonly requestId?: string
  /** `head` of the answer the act was made from: what others have since changed of the same is told instead of being written over. */
  readonly head?: string
}

/** What the core tells without being asked. */
export type HostEvent =
  | {
      readonly type: 'progress'
      readonly taskId: string
      readonly phase: string
      readonly done: number
      readonly total: number
    }
  | { readonly type: 'bookChanged'; readonly seq: number }
  /** The program was locked, or somebody has come back. */
  | { readonly type: 'locked'; readonly locked: boolean }
  /** A book was opened from outside (the file manager, a second start): the page opens it, and asks what must be asked. */
  | { readonly type: 'openWanted'; readonly path: string }
