import { isNumber } from '../../vocabulary/document-number.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { UNIT_KIND_NAMES } from '../model/unit.ts'
import type { BookState } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PlannedRow } from './import-plan.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { QuotaRow } from './read-quota-row.ts'
import type { PlannedUnit } from './unit-planner.ts'

type Desk = Pick<PlanDesk, 'state' | 'draft' | 'units' | 'effectiveOn' | 'firstDayIn'>

/** What quota rows change: units, nameplates, 核定编制数 and 领导职数. Refusals found here are added to the row's own. */
export function planQuotas(rows: readonly QuotaRow[], desk: Desk): readonly PlannedRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const key = `${row.unit}|${row.category}`
    const earlier = seen.get(key)
    if (earlier !== undefined && row.reader.refusals.length === 0)
      row.reader.refuse('unit', 'duplicate_row', `与第 ${earlier} 行重复：同一机构同一编制类型只能有一行。请合并。`)
    if (row.reader.refusals.length === 0) seen.set(key, row.row)
    return planRow(desk, row)
  })
}

function planRow(desk: Desk, row: QuotaRow): PlannedRow {
  const { category, amount, reader } = row
  const view = { sheet: row.sheet, row: row.row, kind: 'quota' as const, title: row.unit, notes: reader.notes }
  const words = category === null ? '' : QUOTA_CATEGORY_NAMES[category]
  const detail = [
    amount === null && row.leadership !== null ? '' : `${words} 核定 ${amount ?? '？'}`,
    row.leadership === null ? '' : `领导职数 ${row.leadership.amount}`,
    row.documentNumber ?? '',
  ]
    .filter((part) => part !== '')
    .join('，')
  const found = desk.units.find(row.unit)
  const existing = desk.state.quotas.find((quota) => quota.unitId === found?.id && quota.category === category)
  // 0 without a paper is how a full row is written: an office, and nothing approved for it.
  const nothing = amount === null || (existing === undefined && amount === 0 && row.documentNumber === null)
  const leaders = desk.state.leadershipQuotas.find((entry) => entry.unitId === found?.id)
  const needsDocument =
    (!nothing && existing?.amount !== amount) ||
    (row.leadership !== null && leaders === undefined && row.documentNumber === null && existing === undefined)
  if (reader.refusals.length === 0 && row.documentNumber === null && needsDocument)
    reader.refuse('document', 'document_missing', '没有写批准文号。每条编制都要有依据，请补上。')
  if (reader.refusals.length > 0 || ((category === null || amount === null) && row.leadership === null))
    return { ...view, action: 'refuse', detail, changes: [] }

  const validFrom = row.effectiveOn ?? desk.effectiveOn
  const unit =
    found ??
    desk.units.create({
      name: row.unit,
      kind: row.unitKind,
      managingBody: row.managingBody,
      documentNumber: row.documentNumber,
      // Where no paper dates it, it is as old as the first of its people.
      validFrom: row.effectiveOn ?? desk.firstDayIn(row.unit),
    })
  const changes: CellChange[] = [...updateUnit(desk, row, unit, validFrom)]
  if (!nothing && category !== null)
    changes.push(...setQuota(desk, row, unit, { category, amount, existing }, validFrom))
  changes.push(...setLeadership(desk, row, unit, validFrom))
  const isNew = unit.isNew || (!nothing && existing === undefined)
  return { ...view, action: isNew ? 'add' : changes.length > 0 ? 'update' : 'unchanged', detail, changes }
}

function setQuota(
  desk: Desk,
  row: QuotaRow,
  unit: PlannedUnit,
  told: {
    readonly category: QuotaCategory
    readonly amount: number
    readonly existing: BookState['quotas'][number] | undefined
  },
  validFrom: PlainDate,
): readonly CellChange[] {
  const { category, amount, existing } = told
  if (existing === undefined) {
    if (row.dateFromNumber) row.reader.note('info', 'document', `没有核定日期，按文号年份从 ${validFrom} 起算。`)
    desk.draft.quotas.push({
      unitId: unit.id,
      category,
      amount,
      documentId: desk.units.document(row.documentNumber ?? ''),
      validFrom,
    })
    return []
  }
  const same = existing.amount === amount && (row.documentNumber ?? existing.documentNumber) === existing.documentNumber
  return same ? [] : changeQuota(desk, row, existing, amount)
}

function updateUnit(desk: Desk, row: QuotaRow, unit: PlannedUnit, validFrom: PlainDate): readonly CellChange[] {
  const changes: CellChange[] = []
  const old = desk.units.existing(unit.id)
  const plates = new Set([
    ...(old?.nameplates ?? []),
    ...desk.draft.nameplates.filter((plate) => plate.unitId === unit.id).map((plate) => plate.name),
  ])
  const missing = row.nameplates.filter((name) => !plates.has(name))
  for (const name of missing)
    desk.draft.nameplates.push({
      unitId: unit.id,
      name,
      documentId: row.documentNumber === null ? null : desk.units.document(row.documentNumber),
      validFrom,
    })
  if (old === undefined) return []
  if (missing.length > 0)
    changes.push({
      column: row.reader.letters('nameplates'),
      before: old.nameplates.join('、') || null,
      after: [...plates, ...missing].join('、'),
    })
  if (row.unitKind !== old.kind && row.unitKind !== 'other' && row.reader.text('unitKind') !== '') {
    desk.draft.changes.push({ fact: 'unitVersion', id: old.versionId, set: { kind: row.unitKind } })
    changes.push({
      column: row.reader.letters('unitKind'),
      before: UNIT_KIND_NAMES[old.kind],
      after: UNIT_KIND_NAMES[row.unitKind],
    })
  }
  if (row.managingBody !== null && row.managingBody !== old.managingBody) {
    desk.draft.changes.push({ fact: 'unitVersion', id: old.versionId, set: { managingBody: row.managingBody } })
    changes.push({ column: row.reader.letters('managingBody'), before: old.managingBody, after: row.managingBody })
  }
  if (changes.length > 0) desk.units.markUpdated(unit.id)
  return changes
}

/**
 * Another document: the old number ends and the new one begins. The same document, or one whose 文号 was 待补: put right in place.
 */
function changeQuota(
  desk: Desk,
  row: QuotaRow,
  old: BookState['quotas'][number],
  amount: number,
): readonly CellChange[] {
  const documentNumber = row.documentNumber ?? old.documentNumber
  const documentId = desk.units.document(documentNumber)
  const from = changeDay(
    desk,
    row,
    old.validFrom,
    isNumber(old.documentNumber) && documentNumber !== old.documentNumber,
  )
  if (from === null) desk.draft.changes.push({ fact: 'quota', id: old.id, set: { amount, documentId } })
  else {
    desk.draft.changes.push({ fact: 'quota', id: old.id, set: { validTo: from } })
    desk.draft.quotas.push({ unitId: old.unitId, category: old.category, amount, documentId, validFrom: from })
    row.reader.note('info', 'amount', `原核定数到 ${from} 为止，新核定数从这天起。`)
  }
  return [
    ...(amount === old.amount
      ? []
      : [{ column: row.reader.letters('amount'), before: String(old.amount), after: String(amount) }]),
    ...(documentNumber === old.documentNumber
      ? []
      : [{ column: row.reader.letters('document'), before: old.documentNumber, after: documentNumber }]),
  ]
}

function changeDay(desk: Desk, row: QuotaRow, since: PlainDate, otherDocument: boolean): PlainDate | null {
  if (!otherDocument) return null
  if (row.effectiveOn !== null && row.effectiveOn > since) return row.effectiveOn
  return desk.effectiveOn > since && row.effectiveOn === null ? desk.effectiveOn : null
}

function setLeadership(desk: Desk, row: QuotaRow, unit: PlannedUnit, validFrom: PlainDate): readonly CellChange[] {
  const { leadership, reader } = row
  if (leadership === null) return []
  const old = desk.state.leadershipQuotas.find((entry) => entry.unitId === unit.id)
  const documentNumber = row.documentNumber ?? old?.documentNumber
  if (documentNumber === undefined) return []
  if (old === undefined) {
    if (desk.draft.leadershipQuotas.some((entry) => entry.unitId === unit.id)) return []
    desk.draft.leadershipQuotas.push({
      unitId: unit.id,
      ...leadership,
      documentId: desk.units.document(documentNumber),
      validFrom,
    })
    return [{ column: reader.letters('leadership'), before: null, after: String(leadership.amount) }]
  }
  const chief = leadership.chief ?? (leadership.amount === old.amount ? old.chief : null)
  const deputy = leadership.deputy ?? (leadership.amount === old.amount ? old.deputy : null)
  if (
    old.amount === leadership.amount &&
    old.chief === chief &&
    old.deputy === deputy &&
    old.documentNumber === documentNumber
  )
    return []
  const documentId = desk.units.document(documentNumber)
  const from = changeDay(
    desk,
    row,
    old.validFrom,
    isNumber(old.documentNumber) && documentNumber !== old.documentNumber,
  )
  if (from === null)
    desk.draft.changes.push({
      fact: 'leadershipQuota',
      id: old.id,
      set: { amount: leadership.amount, chief, deputy, documentId },
    })
  else {
    desk.draft.changes.push({ fact: 'leadershipQuota', id: old.id, set: { validTo: from } })
    desk.draft.leadershipQuotas.push({
      unitId: unit.id,
      amount: leadership.amount,
      chief,
      deputy,
      documentId,
      validFrom: from,
    })
  }
  return [{ column: reader.letters('leadership'), before: String(old.amount), after: String(leadership.amount) }]
}
