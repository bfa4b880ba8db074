import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { balanceOn, lineTitle, planLineChanges } from '../planning/quota-line.ts'

export interface QuotaChangeEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
  readonly category: QuotaCategory
  readonly by: number
}

/** 核增: the balance and every later one of the line rise. On the township itself it is the approved total that rises. */
export function planQuotaIncrease(event: QuotaChangeEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  return planQuotaChange(event, event.by, ledger, tools)
}

/** 核增 and 核减 are one change with two signs. */
export function planQuotaChange(
  event: QuotaChangeEvent,
  by: number,
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const { unit, category, on } = event
  if (ledger.unitAt(unit, on) === undefined) return refuse('unit_not_found')
  const document = documentPiece(ledger, event.document, tools)
  const lines = planLineChanges(ledger, [{ unitId: unit, category, from: on, by, documentId: document.id }], tools)
  if ('refusal' in lines) return lines
  const words = changeWords({
    title: lineTitle(ledger, { unitId: unit, category }, on),
    from: on,
    before: balanceOn(ledger, unit, category, on),
    by,
    later: lines.later,
  })
  return {
    writes: [...document.writes, ...lines.writes, eventRow(withWords(event, words), { unitId: unit, category }, tools)],
    summary: words,
    touches: lines.touches,
  }
}

function changeWords({
  title,
  from,
  before,
  by,
  later,
}: {
  readonly title: string
  readonly from: PlainDate
  readonly before: number
  readonly by: number
  readonly later: number
}): string {
  const verb = by > 0 ? '核增' : '核减'
  return `${title}自 ${from} 起${verb} ${Math.abs(by)} 名（${before} → ${before + by}）${later === 0 ? '' : `，之后登记的 ${later} 条余额随之调整`}`
}
