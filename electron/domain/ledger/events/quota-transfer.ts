import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow } from '../planning/pieces.ts'
import { balanceOn, planLineChanges, roleOf } from '../planning/quota-line.ts'
import type { QuotaChangeEvent } from './quota-increase.ts'

export interface QuotaTransferEvent extends QuotaChangeEvent {
  readonly to: string
}

/** 调剂: what leaves one unit arrives in the other on the same day, so that the sum over the units is the same on every day. */
export function planQuotaTransfer(event: QuotaTransferEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit, to, category, by, on } = event
  const [giver, taker] = [ledger.unitAt(unit, on), ledger.unitAt(to, on)]
  if (giver === undefined || taker === undefined) return refuse('unit_not_found')
  if (unit === to) return refuse('event_impossible', { why: '调出和调入是同一个机构' })
  if (roleOf(ledger, unit) !== roleOf(ledger, to))
    return refuse('event_impossible', { why: '核定总数不能与机构之间调剂，请用核增、核减' })
  const document = documentPiece(ledger, event.document, tools)
  const line = { category, from: on, documentId: document.id }
  const lines = planLineChanges(
    ledger,
    [
      { ...line, unitId: unit, by: -by },
      { ...line, unitId: to, by },
    ],
    tools,
  )
  if ('refusal' in lines) return lines
  const [given, taken] = [balanceOn(ledger, unit, category, on), balanceOn(ledger, to, category, on)]
  const words =
    `${QUOTA_CATEGORY_NAMES[category]}自 ${on} 起调剂 ${by} 名：${giver.name}（${given} → ${given - by}` +
    `）调给${taker.name}（${taken} → ${taken + by}` +
    `）${lines.later === 0 ? '' : `，之后登记的 ${lines.later} 条余额随之调整`}`
  return {
    writes: [
      ...document.writes,
      ...lines.writes,
      eventRow(withWords(event, words), { unitId: unit, otherUnitId: to, category }, tools),
    ],
    summary: words,
    touches: lines.touches,
  }
}
