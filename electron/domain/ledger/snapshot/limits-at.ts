import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { PlainDate } from '../../model/plain-date.ts'

import { rowInForce, type RangedRow } from '../rows/row-in-force.ts'
import type { SnapshotRows } from './snapshot-rows.ts'

/** What bounds the numbers beside the quotas. */
export function limitsAt(
  rows: SnapshotRows,
  asOf: PlainDate,
): Pick<BookSnapshot, 'absences' | 'rankQuotas' | 'tolerances' | 'offQuotaControls' | 'runOffPlans'> {
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const inForce = <R extends RangedRow>(list: readonly R[]) => list.filter((row) => rowInForce(row, asOf))
  const range = (row: RangedRow) => ({ validFrom: row.valid_from, validTo: row.valid_to })
  const basis = (row: { readonly document_id: string }) => numbers.get(row.document_id) ?? ''
  return {
    runOffPlans: rows.run_off_plan.map((row) => ({
      kind: row.kind,
      year: row.year,
      amount: row.amount,
      documentNumber: row.document_number,
    })),
    absences: inForce(rows.absence).map((row) => ({
      id: row.id,
      personId: row.person_id,
      kind: row.kind,
      documentNumber: row.document_number,
      dueOn: row.due_on,
      ...range(row),
    })),
    rankQuotas: inForce(rows.rank_quota).map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      pool: row.pool,
      amount: row.amount,
      documentNumber: basis(row),
      ...range(row),
    })),
    tolerances: inForce(rows.tolerance).map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      category: row.category,
      amount: row.amount,
      percent: row.percent,
      documentNumber: basis(row),
      ...range(row),
    })),
    offQuotaControls: inForce(rows.off_quota_control).map((row) => ({
      id: row.id,
      kind: row.kind,
      amount: row.amount,
      documentNumber: basis(row),
      ...range(row),
    })),
  }
}
