import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import type { UnitKind } from '../../model/unit.ts'
import {
  refuse,
  type EventRefusal,
  type EventTools,
  type FactWrite,
  type PlanResult,
  type TouchedLine,
} from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { mergeBalances, type Merger } from '../planning/merge-rows.ts'
import { documentPiece, endRow, eventRow, insertRow, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { balanceOn } from '../planning/quota-line.ts'
import { holdingsFrom } from '../planning/unit-holdings.ts'
import { moveUnitFacts } from '../planning/unit-move.ts'
import { endableUnit, lifeEnd, nameTaken } from '../planning/unit-life.ts'

export interface UnitMergeEvent extends EventCommon {
  readonly document: EventDocument
  readonly units: readonly string[]
  /** Id of a unit, or the name of the one to be set up. */
  readonly into: string
  readonly kind?: UnitKind | undefined
}

/**
 * 合并: from the day on the posts of the merged units, with the people in them, are the other unit's, and so are the quotas, added up per
 * category. People move by their posts: nobody's holding is touched, so nobody can be counted twice or lost. Nameplates and tolerances were
 * the ended units' own and end with them.
 */
export function planUnitMerge(event: UnitMergeEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on } = event
  const ids = [...new Set(event.units)].filter((id) => id !== event.into)
  const ending = ids.map((id) => endableUnit(ledger, id, on, '合并'))
  const refused = ending.find((unit) => 'refusal' in unit)
  if (refused !== undefined) return refused
  const units = ending.flatMap((unit) => ('refusal' in unit ? [] : [unit]))
  const [first] = units
  if (first === undefined) return refuse('event_impossible', { why: '没有要并入的机构' })
  const document = documentPiece(ledger, event.document, tools)
  const target = findTarget(event, ledger, first, document.id, tools)
  if ('refusal' in target) return target
  const merger: Merger = { units: ids, into: target.id, on, documentId: document.id }
  const words = mergeWords(ledger, event, units, target)
  const told = withWords(event, words)
  return {
    writes: [
      ...document.writes,
      ...target.writes,
      ...mergeBalances(ledger, merger, tools),
      ...units.flatMap((unit) => moveUnitFacts(ledger, unit, merger, tools)),
      ...units.flatMap((unit) => endRow('unit_version', unit, on)),
      ...units.map((unit) => eventRow(told, { unitId: unit.unit_id, otherUnitId: target.id }, tools)),
    ],
    summary: words,
    touches: touched(ledger, ids, target.id, on),
  }
}

interface Target {
  readonly id: string
  readonly name: string
  readonly writes: readonly FactWrite[]
}

function findTarget(
  event: UnitMergeEvent,
  ledger: LedgerBook,
  first: UnitVersionTable,
  documentId: string,
  tools: EventTools,
): Target | EventRefusal {
  const known = ledger.unitAt(event.into, event.on)
  if (known !== undefined) {
    if (known.kind === 'township') return refuse('event_impossible', { why: '不能并入乡镇本身' })
    const end = lifeEnd(ledger, event.into, event.on)
    return end === null
      ? { id: event.into, name: known.name, writes: [] }
      : refuse('event_impossible', { why: `${known.name}自 ${end} 起已撤销或并入别处，请先撤销那一条` })
  }
  if (ledger.unitVersions(event.into).length > 0) return refuse('unit_not_found')
  const taken = nameTaken(ledger, event.into, event.on, null)
  if (taken !== null) return taken
  const id = tools.newId()
  return {
    id,
    name: event.into,
    writes: [
      insertRow('unit', { id, recorded_at: tools.recordedAt }),
      insertRow('unit_version', {
        id: tools.newId(),
        unit_id: id,
        parent_id: first.parent_id,
        name: event.into,
        kind: event.kind ?? first.kind,
        managing_body: first.managing_body,
        sort_order: first.sort_order,
        document_id: documentId,
        valid_from: event.on,
        valid_to: null,
        recorded_at: tools.recordedAt,
      }),
    ],
  }
}

function touched(ledger: LedgerBook, ids: readonly string[], into: string, on: string): readonly TouchedLine[] {
  const categories = new Set<QuotaCategory>()
  for (const id of ids) {
    for (const row of ledger.quotasOf(id))
      if (row.role === 'allocation' && (row.valid_to === null || row.valid_to > on)) categories.add(row.category)
    for (const row of holdingsFrom(ledger, id, on))
      if (row.occupies_quota === 1 && row.category !== null) categories.add(row.category)
  }
  return QUOTA_CATEGORIES.filter((category) => categories.has(category)).map((category) => ({ unitId: into, category }))
}

/** "甲、乙自 2026-12-01 起并入丙：行政编制 2＋3＝5 名". */
function mergeWords(
  ledger: LedgerBook,
  event: UnitMergeEvent,
  units: readonly UnitVersionTable[],
  target: Target,
): string {
  const members = [...units.map((unit) => unit.unit_id), ...(target.writes.length === 0 ? [target.id] : [])]
  const sums = QUOTA_CATEGORIES.flatMap((category) => {
    const parts = members.map((id) => balanceOn(ledger, id, category, event.on)).filter((amount) => amount > 0)
    const sum = parts.reduce((total, amount) => total + amount, 0)
    return parts.length === 0
      ? []
      : [`${QUOTA_CATEGORY_NAMES[category]} ${parts.length === 1 ? '' : `${parts.join('＋')}＝`}${sum} 名`]
  })
  const names = units.map((unit) => unit.name).join('、')
  return `${names}自 ${event.on} 起${target.writes.length === 0 ? '并入' : '合并设立'}${target.name}${sums.length === 0 ? '' : `：${sums.join('，')}`}`
}
