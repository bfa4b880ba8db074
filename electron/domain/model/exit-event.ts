import type { PlainDate } from './plain-date.ts'

/** One registered 出编, for the rules about its deadline and its papers. The person need not be in the snapshot any more. */
export interface ExitEvent {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitId: string | null
  /** The day it happened. */
  readonly on: PlainDate
  /** The Asia/Shanghai day on which the book learnt it. */
  readonly recordedOn: PlainDate
  /** 退出原因 ZB78 code. */
  readonly cause: string | null
  readonly documentNumber: string | null
  /** Papers seen. */
  readonly proofs: readonly string[]
}

/** Exits older than this on the snapshot's day are history: no rule looks at them, and no snapshot carries them. */
export const EXIT_MEMORY_YEARS = 2
