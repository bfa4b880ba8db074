import { refuse, type EventTools, type FactWrite, type PlanResult } from '../planning/event-plan.ts'
import { takenBy } from '../planning/approvals.ts'
import type { EntryApprovalTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible } from '../planning/people-in-events.ts'
import { endRow, eventRow, optionalDocument, updateRow, type EventCommon } from '../planning/pieces.ts'

export interface ApprovalCancel extends EventCommon {
  readonly type: 'approval.cancel'
  readonly number: string
}

/** 撤回用编核准: what is not used yet reserves nothing from the day on; who has arrived by it stays. */
export function planApprovalCancel(event: ApprovalCancel, ledger: LedgerBook, tools: EventTools): PlanResult {
  const granted = ledger.approvalsByNumber(event.number, event.on)
  const rows = granted.filter((row) => takenBy(ledger, row.id).length < row.amount)
  const [first] = rows
  if (first === undefined) return refuse('approval_not_found', { number: event.number })
  if (granted.some((row) => takenBy(ledger, row.id).some((holding) => holding.valid_from > event.on)))
    return impossible(`用编核准“${event.number}”已有人登记在 ${event.on} 之后到位，请先撤销那条登记`)
  const document = optionalDocument(ledger, event.document, tools)
  return {
    writes: [
      ...document.writes,
      ...rows.flatMap((row) => cancel(ledger, row, event.on)),
      eventRow(event, { personId: first.person_id, unitId: first.unit_id, category: first.category }, tools),
    ],
    summary: `撤回用编核准 ${event.number}`,
    touches: rows.map((row) => ({ unitId: row.unit_id, category: row.category })),
  }
}

function cancel(ledger: LedgerBook, row: EntryApprovalTable, day: string): readonly FactWrite[] {
  const taken = takenBy(ledger, row.id).length
  // Somebody arrived by it on the very day it began: it cannot end that day, so it shrinks to what was used.
  if (row.valid_from === day && taken > 0) return [updateRow('entry_approval', row.id, { amount: taken })]
  return endRow('entry_approval', row, day)
}
