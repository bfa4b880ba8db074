import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planComingIn, type ComingIn } from '../planning/seconding.ts'

export interface AttachmentIn extends ComingIn {
  readonly type: 'attachment.in'
}

/** 挂职 here: not counted, and takes no 领导职数. */
export function planAttachmentIn(event: AttachmentIn, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planComingIn(event, 'attached', ledger, tools)
}
