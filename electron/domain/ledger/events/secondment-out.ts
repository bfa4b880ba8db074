import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planGoingOut, type GoingOut } from '../planning/seconding.ts'

export interface SecondmentOut extends GoingOut {
  readonly type: 'secondment.out'
}

/** 借出: works elsewhere, counted here. */
export function planSecondmentOut(event: SecondmentOut, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planGoingOut(event, '借出', ledger, tools)
}
