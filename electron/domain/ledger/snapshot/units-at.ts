import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaEntry } from '../../model/quota.ts'
import type { Unit } from '../../model/unit.ts'
import { madeOf } from '../../model/made-of.ts'
import type { QuotaTable, UnitVersionTable } from '../rows/fact-rows.ts'

import { rowInForce, type RangedRow } from '../rows/row-in-force.ts'
import { inForceById } from './in-force-by-id.ts'
import type { SnapshotRows } from './snapshot-rows.ts'
import { compareText } from '../../model/counted-holding.ts'

/* Units, nameplates and quotas of a day. */

/** Units in the bureau's order, with their nameplates. */
export function unitsAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'units' | 'nameplates'> {
  const plates = rows.nameplate
    .filter((row) => rowInForce(row, asOf))
    .toSorted((left, right) => compareText(left.valid_from, right.valid_from) || compareText(left.id, right.id))
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const units = unitsInOrder(rows.unit_version, asOf).map((row) =>
    unitOf(row, JSON.stringify((platesOf.get(row.unit_id) ?? []).map((plate) => plate.name))),
  )
  const nameplates = plates.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    name: row.name,
    documentNumber: row.document_id === null ? null : (numbers.get(row.document_id) ?? null),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
  return { units, nameplates }
}

/** Units in force, in the bureau's order. */
export function unitsInOrder<Row extends RangedRow & Pick<UnitVersionTable, 'id' | 'sort_order'>>(
  rows: readonly Row[],
  asOf: PlainDate,
): readonly Row[] {
  return rows
    .filter((row) => rowInForce(row, asOf))
    .toSorted((left, right) => left.sort_order - right.sort_order || compareText(left.id, right.id))
}

/** Quotas that began by the day, in the order of their days. */
export function quotasBegun<Row extends RangedRow & { readonly id: string }>(
  rows: readonly Row[],
  asOf: PlainDate,
): readonly Row[] {
  return rows
    .filter((row) => row.valid_from <= asOf)
    .toSorted((left, right) => compareText(left.valid_from, right.valid_from) || compareText(left.id, right.id))
}

/** `plates`: the names, as one text. */
const unitOf = madeOf((row: UnitVersionTable, plates: string): Unit => ({
  id: row.unit_id,
  parentId: row.parent_id,
  name: row.name,
  kind: row.kind,
  managingBody: row.managing_body,
  sortOrder: row.sort_order,
  nameplates: JSON.parse(plates) as readonly string[],
  validFrom: row.valid_from,
}))

const quotaOf = madeOf((row: QuotaTable, documentNumber: string): QuotaEntry => ({
  id: row.id,
  unitId: row.unit_id,
  category: row.category,
  role: row.role,
  amount: row.amount,
  documentNumber,
  validFrom: row.valid_from,
  validTo: row.valid_to,
}))

/** Quotas in force, and every one that ever was. */
export function quotasAt(
  rows: SnapshotRows,
  asOf: PlainDate,
): Pick<BookSnapshot, 'quotas' | 'quotaHistory' | 'leadershipQuotas'> {
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const range = (row: RangedRow & { readonly document_id: string }) => ({
    documentNumber: numbers.get(row.document_id) ?? '',
    validFrom: row.valid_from,
    validTo: row.valid_to,
  })
  const begun = quotasBegun(rows.quota, asOf)
  const entry = (row: QuotaTable) => quotaOf(row, numbers.get(row.document_id) ?? '')
  return {
    quotas: begun.filter((row) => rowInForce(row, asOf)).map(entry),
    quotaHistory: begun.map(entry),
    leadershipQuotas: inForceById(rows.leadership_quota, asOf).map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      amount: row.amount,
      chief: row.chief_amount,
      deputy: row.deputy_amount,
      ...range(row),
    })),
  }
}
