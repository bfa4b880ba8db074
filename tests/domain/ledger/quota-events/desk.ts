import { applyWrites, type EventPlan } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { planEvent, type LedgerEvent } from '../../../../electron/domain/ledger/events/index.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { Figures } from '../../../../electron/domain/model/figures.ts'
import type { QuotaCategory } from '../../../../electron/domain/model/quota-category.ts'
import { computeFigures } from '../../../../electron/domain/quota/figures.ts'
import { RECORDED_AT } from '../../../kit/book.ts'

/** A book to which events happen one after another, in memory. */
export interface Desk {
  readonly facts: () => FactRows
  /** Does the event; fails the test where it is refused. */
  readonly add: (event: LedgerEvent) => EventPlan
  /** Code of the refusal and its details; fails the test where there is none. Nothing is written. */
  readonly refused: (event: LedgerEvent) => {
    readonly code: string
    readonly details: Readonly<Record<string, string | number>>
  }
  readonly quota: (unit: string, day: string, category?: QuotaCategory) => number
  readonly figures: (day: string) => Figures
}

export const BY = { number: '山编办〔2026〕3号' }

export function desk(begin: FactRows): Desk {
  let facts = begin
  let ids = 0
  const tools = { newId: () => `新${(ids += 1)}`, recordedAt: RECORDED_AT, today: '2026-11-22' }
  const plan = (event: LedgerEvent) => planEvent(event, ledgerBook(facts), tools)
  const figures = (day: string) => computeFigures(snapshotAt(facts, day))
  return {
    facts: () => facts,
    add: (event) => {
      const planned = plan(event)
      if ('refusal' in planned) throw new Error(`${planned.refusal} ${JSON.stringify(planned.details)}`)
      facts = applyWrites(facts, planned.writes)
      refuseOverlaps(facts)
      return planned
    },
    refused: (event) => {
      const planned = plan(event)
      if (!('refusal' in planned)) throw new Error(`not refused: ${planned.summary}`)
      return { code: planned.refusal, details: planned.details }
    },
    quota: (unit, day, category = 'administrative') =>
      figures(day).lines.find((line) => line.unitId === unit && line.category === category)?.quota ?? 0,
    figures,
  }
}

/** What the book file itself would refuse: empty ranges, and two rows of one line on one day. */
function refuseOverlaps(facts: FactRows): void {
  const lines = [
    ...Map.groupBy(facts.quota, (row) => `quota ${row.unit_id} ${row.category} ${row.role}`).entries(),
    ...Map.groupBy(facts.unit_version, (row) => `unit ${row.unit_id}`).entries(),
    ...Map.groupBy(facts.post_version, (row) => `post ${row.post_id}`).entries(),
    ...Map.groupBy(facts.leadership_quota, (row) => `leadership ${row.unit_id}`).entries(),
    ...Map.groupBy(facts.tolerance, (row) => `tolerance ${row.unit_id} ${row.category}`).entries(),
  ]
  for (const [line, rows] of lines) {
    const ordered = rows.toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))
    ordered.forEach((row, index) => {
      const next = ordered[index + 1]
      if (row.valid_to !== null && row.valid_to <= row.valid_from) throw new Error(`empty range: ${line}`)
      if (next !== undefined && (row.valid_to === null || row.valid_to > next.valid_from))
        throw new Error(`overlap: ${line} ${next.valid_from}`)
    })
  }
}
