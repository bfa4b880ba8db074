import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import { leadershipText } from '../sentences/leadership-text.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, setFromDay, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { withinLife } from '../planning/unit-life.ts'

export interface LeadershipQuotaSetEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  readonly amount: number
  /** Null where the document does not divide 正/副. */
  readonly chief: number | null
  readonly deputy: number | null
}

/** 核定领导职数 from a day on; what was set for a later day stays. */
export function planLeadershipQuotaSet(
  event: LeadershipQuotaSetEvent,
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const { unit: unitId, amount, chief, deputy, on } = event
  const unit = ledger.unitAt(unitId, on)
  if (unit === undefined) return refuse('unit_not_found')
  if ((chief ?? 0) + (deputy ?? 0) > amount || (chief !== null && deputy !== null && chief + deputy !== amount)) {
    return refuse('event_impossible', {
      why: `正职 ${chief ?? '—'} 名、副职 ${deputy ?? '—'} 名与领导职数 ${amount} 名对不上`,
    })
  }
  const document = documentPiece(ledger, event.document, tools)
  const words = `${unit.name}自 ${on} 起核定领导职数 ${leadershipText({ amount, chief, deputy })}`
  const rows = setFromDay('leadership_quota', ledger.leadershipRows(unitId), on, (range) => ({
    id: tools.newId(),
    unit_id: unitId,
    amount,
    chief_amount: chief,
    deputy_amount: deputy,
    document_id: document.id,
    ...withinLife(ledger, unitId, range),
    recorded_at: tools.recordedAt,
  }))
  return {
    writes: [...document.writes, ...rows, eventRow(withWords(event, words), { unitId }, tools)],
    summary: words,
    touches: [],
  }
}
