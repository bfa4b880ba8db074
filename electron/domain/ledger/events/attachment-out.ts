import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planGoingOut, type GoingOut } from '../planning/seconding.ts'

export interface AttachmentOut extends GoingOut {
  readonly type: 'attachment.out'
}

/** 挂职 outside: 挂职期间不改变与原机关的人事关系 (公务员法 第72条), so counted here. */
export function planAttachmentOut(event: AttachmentOut, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planGoingOut(event, '挂职', ledger, tools)
}
