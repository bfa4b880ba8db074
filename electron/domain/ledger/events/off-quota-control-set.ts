import { OFF_QUOTA_KIND_NAMES, type OffQuotaKind } from '../../model/person.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, setFromDay, type EventCommon, type EventDocument } from '../planning/pieces.ts'

export interface OffQuotaControlSetEvent extends EventCommon {
  readonly document: EventDocument
  readonly kind: OffQuotaKind
  readonly amount: number
}

/** 编外控制数 of one kind from a day on. It never enters 核定 or 实有. */
export function planOffQuotaControlSet(
  event: OffQuotaControlSetEvent,
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const { kind, amount, on } = event
  const document = documentPiece(ledger, event.document, tools)
  const words = `${OFF_QUOTA_KIND_NAMES[kind]}控制数自 ${on} 起为 ${amount} 名`
  const known = ledger.facts.off_quota_control.filter((row) => row.kind === kind)
  const rows = setFromDay('off_quota_control', known, on, (range) => ({
    id: tools.newId(),
    kind,
    amount,
    document_id: document.id,
    ...range,
    recorded_at: tools.recordedAt,
  }))
  return {
    writes: [...document.writes, ...rows, eventRow(withWords(event, words), {}, tools)],
    summary: words,
    touches: [],
  }
}
