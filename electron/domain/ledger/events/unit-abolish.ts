import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { refuse, type EventRefusal, type EventTools, type FactWrite, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { documentPiece, endRow, eventRow, type EventCommon, type EventDocument } from '../planning/pieces.ts'
import { setPostState } from '../planning/post-state.ts'
import { balanceOn } from '../planning/quota-line.ts'
import { holdingsFrom, openSeats, postsFrom } from '../planning/unit-holdings.ts'
import { endableUnit } from '../planning/unit-life.ts'

export interface UnitAbolishEvent extends EventCommon {
  readonly document: EventDocument
  readonly unit: string
}

/** 撤销: the unit, its quotas and its posts end on the day. Refused while anybody sits in it, is to arrive in it, or a unit stands below it. */
export function planUnitAbolish(event: UnitAbolishEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit: unitId, on } = event
  const unit = endableUnit(ledger, unitId, on, '撤销')
  if ('refusal' in unit) return unit
  const why = stillNeeded(ledger, unit, on)
  if (why !== null) return why
  const document = documentPiece(ledger, event.document, tools)
  const left = QUOTA_CATEGORIES.map((category) => ({
    category,
    amount: balanceOn(ledger, unitId, category, on),
  })).filter(({ amount }) => amount > 0)
  const words =
    `${unit.name}自 ${on} 起撤销` +
    (left.length === 0
      ? ''
      : `，收回${left.map(({ category, amount }) => `${QUOTA_CATEGORY_NAMES[category]} ${amount} 名`).join('、')}`)
  return {
    writes: [
      ...document.writes,
      ...endings(ledger, unit, on, tools),
      eventRow(withWords(event, words), { unitId }, tools),
    ],
    summary: words,
    touches: left.map(({ category }) => ({ unitId, category })),
  }
}

function stillNeeded(ledger: LedgerBook, unit: UnitVersionTable, on: string): EventRefusal | null {
  const holdings = holdingsFrom(ledger, unit.unit_id, on)
  const counted = new Set(holdings.filter((row) => row.occupies_quota === 1).map((row) => row.person_id)).size
  if (counted > 0) return refuse('unit_has_people', { unit: unit.name, count: counted })
  const others = new Set(holdings.map((row) => row.person_id)).size
  if (others > 0)
    return refuse('event_impossible', { why: `${unit.name}还有 ${others} 名兼任、借入、挂职或编外人员，请先办理` })
  const open = ledger.facts.entry_approval
    .filter(
      (row) =>
        row.unit_id === unit.unit_id &&
        (row.valid_to === null || row.valid_to > on) &&
        (row.expires_on === null || row.expires_on >= on),
    )
    .reduce((sum, row) => sum + openSeats(ledger, row, on), 0)
  if (open > 0) return refuse('event_impossible', { why: `${unit.name}还有 ${open} 名已核准未到位，请先撤回用编核准` })
  const below = ledger.facts.unit_version.find(
    (row) => row.parent_id === unit.unit_id && (row.valid_to === null || row.valid_to > on),
  )
  if (below !== undefined)
    return refuse('event_impossible', { why: `${unit.name}下面还有${below.name}，请先撤销或并入别处` })
  const later = ledger.quotasOf(unit.unit_id).find((row) => row.valid_from > on)
  return later === undefined
    ? null
    : refuse('event_impossible', { why: `${unit.name}自 ${later.valid_from} 起还登记有核定编制，请先撤销那一条` })
}

function endings(ledger: LedgerBook, unit: UnitVersionTable, on: string, tools: EventTools): readonly FactWrite[] {
  const { facts } = ledger
  const own = (row: { readonly unit_id: string | null }) => row.unit_id === unit.unit_id
  const posts = new Set(postsFrom(ledger, unit.unit_id, on).map((row) => row.post_id))
  return [
    ...facts.quota.filter(own).flatMap((row) => endRow('quota', row, on)),
    ...facts.leadership_quota.filter(own).flatMap((row) => endRow('leadership_quota', row, on)),
    ...facts.rank_quota.filter(own).flatMap((row) => endRow('rank_quota', row, on)),
    ...facts.nameplate.filter(own).flatMap((row) => endRow('nameplate', row, on)),
    ...facts.tolerance.filter(own).flatMap((row) => endRow('tolerance', row, on)),
    ...facts.over_quota_choice.filter(own).flatMap((row) => endRow('over_quota_choice', row, on)),
    ...facts.entry_approval.filter(own).flatMap((row) => endRow('entry_approval', row, on)),
    ...[...posts].flatMap((postId) => setPostState(ledger.postVersions(postId), postId, on, 'abolished', tools)),
    ...endRow('unit_version', unit, on),
  ]
}
