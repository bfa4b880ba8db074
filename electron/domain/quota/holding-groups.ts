import type { Holding } from '../model/person.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { byKind } from './counted-holding.ts'

/** Key of one figure line. */
export function lineKey(unitId: string, category: QuotaCategory): string {
  return `${category}|${unitId}`
}

const GROUPED = new WeakMap<readonly Holding[], ReadonlyMap<string, readonly Holding[]>>()

/** Holdings by person, each person's 主职 first. Snapshots never change, so figures, rules and lists share one grouping. */
export function holdingsByPerson(holdings: readonly Holding[]): ReadonlyMap<string, readonly Holding[]> {
  const known = GROUPED.get(holdings)
  if (known !== undefined) return known
  const grouped = Map.groupBy(holdings, (holding) => holding.personId)
  for (const own of grouped.values()) if (own.length > 1) own.sort(byKind)
  GROUPED.set(holdings, grouped)
  return grouped
}
