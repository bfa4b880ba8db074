import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planComingIn, type ComingIn } from '../planning/seconding.ts'

export interface SecondmentIn extends ComingIn {
  readonly type: 'secondment.in'
}

/** 借入: works here, counted where they come from. */
export function planSecondmentIn(event: SecondmentIn, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planComingIn(event, 'secondedIn', ledger, tools)
}
