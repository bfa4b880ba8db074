import type { PlainDate } from '../../model/plain-date.ts'

/** Any row with a range. */
export interface RangedRow {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** True when a row's range holds the day: from `valid_from` on, no longer on `valid_to`. */
export function rowInForce(row: RangedRow, day: PlainDate): boolean {
  return row.valid_from <= day && (row.valid_to === null || day < row.valid_to)
}
