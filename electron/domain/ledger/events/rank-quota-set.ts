import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, setFromDay, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { withinLife } from '../planning/unit-life.ts'

export interface RankQuotaSetEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  /** 一级和二级主任科员: the grades that share the number. */
  readonly pool: string
  readonly amount: number
}

/** 核定职级职数 of one pool of grades from a day on. */
export function planRankQuotaSet(event: RankQuotaSetEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit: unitId, pool, amount, on } = event
  const unit = ledger.unitAt(unitId, on)
  if (unit === undefined) return refuse('unit_not_found')
  const document = documentPiece(ledger, event.document, tools)
  const words = `${unit.name}自 ${on} 起核定${pool}职数 ${amount} 名`
  const known = ledger.facts.rank_quota.filter((row) => row.unit_id === unitId && row.pool === pool)
  const rows = setFromDay('rank_quota', known, on, (range) => ({
    id: tools.newId(),
    unit_id: unitId,
    pool,
    amount,
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
