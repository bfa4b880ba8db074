import { compareText } from '../../model/counted-holding.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { rowInForce, type RangedRow } from '../rows/row-in-force.ts'

/** Rows in force, by their ids. */
export function inForceById<Row extends RangedRow & { readonly id: string }>(
  rows: readonly Row[],
  asOf: PlainDate,
): readonly Row[] {
  return rows.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compareText(left.id, right.id))
}
