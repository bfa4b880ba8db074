import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { UNIT_KIND_NAMES, type UnitKind } from '../../model/unit.ts'
import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  documentPiece,
  eventRow,
  insertRow,
  textOrNull,
  type EventCommon,
  type EventDocument,
} from '../planning/pieces.ts'
import { nameTaken, nextSortOrder } from '../planning/unit-life.ts'

export interface UnitEstablishEvent extends EventCommon {
  readonly document: EventDocument
  readonly name: string
  readonly kind: UnitKind
  readonly nameplates?: readonly string[] | undefined
  readonly managingBody?: string | undefined
  readonly quotas?: readonly { readonly category: QuotaCategory; readonly amount: number }[] | undefined
}

/** 设立: a unit below the township, after those already there, with its nameplates and first quotas. */
export function planUnitEstablish(event: UnitEstablishEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { name, kind, on } = event
  if (kind === 'township') return refuse('event_impossible', { why: '乡镇本身在新建编制本时已设立' })
  const taken = nameTaken(ledger, name, on, null)
  if (taken !== null) return taken
  const document = documentPiece(ledger, event.document, tools)
  const unitId = tools.newId()
  const range = { valid_from: on, valid_to: null, recorded_at: tools.recordedAt }
  const own = () => ({ id: tools.newId(), unit_id: unitId, document_id: document.id, ...range })
  const quotas = QUOTA_CATEGORIES.map((category) => ({
    category,
    amount: (event.quotas ?? [])
      .filter((quota) => quota.category === category)
      .reduce((sum, quota) => sum + quota.amount, 0),
  })).filter(({ amount }) => amount > 0)
  const plates = [...new Set(event.nameplates ?? [])]
  const words = [
    `设立${UNIT_KIND_NAMES[kind]}“${name}”`,
    ...quotas.map(({ category, amount }) => `核定${QUOTA_CATEGORY_NAMES[category]} ${amount} 名`),
    ...plates.map((plate) => `加挂“${plate}”牌子`),
  ].join('，')
  return {
    writes: [
      ...document.writes,
      insertRow('unit', { id: unitId, recorded_at: tools.recordedAt }),
      insertRow('unit_version', {
        ...own(),
        parent_id: ledger.rootAt(on)?.unit_id ?? null,
        name,
        kind,
        managing_body: textOrNull(event.managingBody),
        sort_order: nextSortOrder(ledger),
      }),
      ...plates.map((plate) => insertRow('nameplate', { ...own(), name: plate })),
      ...quotas.map((quota) => insertRow('quota', { ...own(), ...quota, role: 'allocation' })),
      eventRow(withWords(event, words), { unitId }, tools),
    ],
    summary: words,
    touches: quotas.map(({ category }) => ({ unitId, category })),
  }
}
