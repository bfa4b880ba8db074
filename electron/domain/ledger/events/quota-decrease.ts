import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planQuotaChange, type QuotaChangeEvent } from './quota-increase.ts'

/** 核减. Refused with not_enough_quota where it would leave less than none on any later day; more people than quota is 超编, and for the rules to say. */
export function planQuotaDecrease(event: QuotaChangeEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planQuotaChange(event, -event.by, ledger, tools)
}
