import type { HeldSeat } from './counted-book.ts'
import type { Holding } from './person.ts'
import type { QuotaCategory } from './quota-category.ts'
import { differenceOf } from './changed-in.ts'
import { byKind } from './counted-holding.ts'
import { patchLookup, type Lookup } from './lookup.ts'

/** Key of one figure line. */
export function lineKey(unitId: string, category: QuotaCategory): string {
  return `${category}|${unitId}`
}

/** Each person's holdings, 主职 first. */
export type HoldingsByPerson<Held extends HeldSeat = Holding> = Lookup<readonly Held[]>

const GROUPED = new WeakMap<readonly HeldSeat[], HoldingsByPerson<HeldSeat>>()

/** Groups the holdings from those they were made of: `touched` are the people any of whose holdings are others. */
export function regroupHoldings(
  before: readonly Holding[],
  holdings: readonly Holding[],
  touched: ReadonlySet<string>,
): HoldingsByPerson {
  const known = GROUPED.get(holdings)
  // Grouped from this very list.
  if (known !== undefined) return known as HoldingsByPerson
  const { gone, come } = differenceOf(before, holdings)
  const left = new Set(gone)
  const came = Map.groupBy(come, (holding) => holding.personId)
  const old = holdingsByPerson(before)
  const theirs = (personId: string) => {
    const own = [...(old.get(personId) ?? []).filter((holding) => !left.has(holding)), ...(came.get(personId) ?? [])]
    return own.length === 0 ? undefined : own.sort(byKind)
  }
  const grouped = patchLookup(old, new Map([...touched].map((personId) => [personId, theirs(personId)])))
  GROUPED.set(holdings, grouped)
  return grouped
}

/** Holdings by person, each person's 主职 first. Snapshots never change, so figures, rules and lists share one grouping. */
export function holdingsByPerson<Held extends HeldSeat>(holdings: readonly Held[]): HoldingsByPerson<Held> {
  const known = GROUPED.get(holdings)
  // Grouped from this very list.
  if (known !== undefined) return known as HoldingsByPerson<Held>
  const grouped = Map.groupBy(holdings, (holding) => holding.personId)
  for (const own of grouped.values()) if (own.length > 1) own.sort(byKind)
  GROUPED.set(holdings, grouped)
  return grouped
}
