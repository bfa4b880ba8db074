import type { PlainDate } from '../../model/plain-date.ts'

/** What events that sit somebody down say of the present holder. */
export interface Handover {
  /** `overlap`: both hold the post until `handoverUntil`; `succeed`: the present holder is dismissed from it. */
  readonly handover?: 'overlap' | 'succeed' | undefined
  /** Last day of the overlap. */
  readonly handoverUntil?: PlainDate | undefined
}
