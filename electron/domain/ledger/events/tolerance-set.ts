import { addDays, type PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, eventRow, setFromDay, type EventCommon, type EventDocument } from '../planning/pieces.ts'

export interface ToleranceSetEvent extends EventCommon {
  readonly document: EventDocument
  /** Left out: every unit. */
  readonly unit?: string | undefined
  /** Left out: every category. */
  readonly category?: QuotaCategory | undefined
  readonly amount?: number | undefined
  readonly percent?: number | undefined
  /** Last day it is allowed, that day included. */
  readonly until?: PlainDate | undefined
}

/** 允许溢出 while a transition lasts: a number or a percent of the quota. It hides no 超编; it says which part of it was allowed, by which document. */
export function planToleranceSet(event: ToleranceSetEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, until } = event
  const [amount, percent] = [event.amount ?? null, event.percent ?? null]
  if ((amount === null) === (percent === null))
    return refuse('event_impossible', { why: '允许溢出请写人数或比例中的一项' })
  if (until !== undefined && until < on) return refuse('event_impossible', { why: `截止日 ${until} 早于生效日 ${on}` })
  const unit = event.unit === undefined ? null : ledger.unitAt(event.unit, on)
  if (unit === undefined) return refuse('unit_not_found')
  const [unitId, category] = [unit?.unit_id ?? null, event.category ?? null]
  const document = documentPiece(ledger, event.document, tools)
  const words =
    `${unit?.name ?? '各机构'}${category === null ? '各类编制' : QUOTA_CATEGORY_NAMES[category]}自 ${on} ` +
    `起允许溢出 ${amount === null ? `${percent ?? 0}%` : `${amount} 名`}` +
    (until === undefined ? '' : `，至 ${until} 止`)
  const known = ledger.facts.tolerance.filter((row) => row.unit_id === unitId && row.category === category)
  const rows = setFromDay('tolerance', known, on, (range) => ({
    id: tools.newId(),
    unit_id: unitId,
    category,
    amount,
    percent,
    document_id: document.id,
    valid_from: on,
    valid_to: until === undefined ? range.valid_to : sooner(addDays(until, 1), range.valid_to),
    recorded_at: tools.recordedAt,
  }))
  return {
    writes: [...document.writes, ...rows, eventRow(withWords(event, words), { unitId, category }, tools)],
    summary: words,
    touches: unitId === null || category === null ? [] : [{ unitId, category }],
  }
}

function sooner(day: PlainDate, other: PlainDate | null): PlainDate {
  return other !== null && other < day ? other : day
}
