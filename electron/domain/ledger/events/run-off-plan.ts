import { OFF_QUOTA_KIND_NAMES, type OffQuotaKind } from '../../model/person.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { eventRow, insertRow, optionalDocument, updateRow, type EventCommon } from '../planning/pieces.ts'

export interface RunOffPlan extends EventCommon {
  readonly type: 'runOff.plan'
  readonly kind: OffQuotaKind
  readonly year: number
  /** How many are to leave in the year. */
  readonly amount: number
}

/** 逐步消化计划: one number per kind and year; a new one takes the place of the old, which stays in the journal. */
export function planRunOffPlan(event: RunOffPlan, ledger: LedgerBook, tools: EventTools): PlanResult {
  const documentNumber = event.document?.number ?? null
  const known = ledger.facts.run_off_plan.find((row) => row.kind === event.kind && row.year === event.year)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      known === undefined
        ? insertRow('run_off_plan', {
            id: tools.newId(),
            kind: event.kind,
            year: event.year,
            amount: event.amount,
            document_number: documentNumber,
            recorded_at: tools.recordedAt,
          })
        : updateRow('run_off_plan', known.id, { amount: event.amount, document_number: documentNumber }),
      eventRow(event, {}, tools),
    ],
    summary: `${event.year} 年${OFF_QUOTA_KIND_NAMES[event.kind]}计划消化 ${event.amount} 人`,
    touches: [],
  }
}
