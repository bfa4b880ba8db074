import type { CountedBook } from '../model/counted-book.ts'
import type { QuotaCategory } from '../model/quota-category.ts'

type Tolerance = CountedBook['tolerances'][number]

/**
 * The 允许溢出 entry that holds for a line: the narrowest one, since a unit's own goes before the township's and one for the category
 * before one for all. Undefined: none.
 */
export function toleranceOf<Entry extends Tolerance>(
  tolerances: readonly Entry[],
  unitId: string,
  category: QuotaCategory,
): Entry | undefined {
  const fitting = tolerances.filter(
    (entry) =>
      (entry.unitId === null || entry.unitId === unitId) && (entry.category === null || entry.category === category),
  )
  return fitting.toSorted((left, right) => width(left) - width(right))[0]
}

/** Seats it allows above the quota: its number, or its percent of the quota rounded up. */
export function toleratedSeats(entry: Tolerance | undefined, quota: number): number {
  if (entry === undefined) return 0
  return entry.amount ?? Math.ceil((quota * (entry.percent ?? 0)) / 100)
}

function width(entry: Tolerance): number {
  return (entry.unitId === null ? 2 : 0) + (entry.category === null ? 1 : 0)
}
