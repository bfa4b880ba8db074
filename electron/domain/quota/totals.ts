import type { CountedBook } from '../model/counted-book.ts'
import { differenceOf } from '../model/changed-in.ts'
import type { CategoryTotal, FigureLine, Figures } from '../model/figures.ts'
import { madeOf } from '../model/made-of.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '../model/quota-category.ts'

/** Approved total of the township per category: the sum of its ceiling entries in force. */
export const ceilingsOf = madeOf((quotas: CountedBook['quotas']): ReadonlyMap<QuotaCategory, number> => {
  const ceilings = new Map<QuotaCategory, number>()
  for (const entry of quotas) {
    if (entry.role === 'ceiling') ceilings.set(entry.category, (ceilings.get(entry.category) ?? 0) + entry.amount)
  }
  return ceilings
})

/** The quotas before, with the figures made of them. */
interface Figured {
  readonly snapshot: Pick<CountedBook, 'quotas'>
  readonly figures: Figures
}

const SUMMED = ['quota', 'actual', 'reserved', 'vacancy', 'over'] as const

/**
 * The totals from those before, by the lines that are another. Null where a category may have come or gone, a ceiling is another, or a number
 * is no whole one (sums of those depend on their order): then all lines are added up.
 */
export function totalsAfter(
  { snapshot, figures }: Figured,
  lines: readonly FigureLine[],
  quotas: CountedBook['quotas'],
): readonly CategoryTotal[] | null {
  const { gone, come } = differenceOf(figures.lines, lines)
  const whole = [...gone, ...come].every((line) => SUMMED.every((name) => Number.isSafeInteger(line[name])))
  const alike = gone.length === come.length && gone.every((line, at) => line.category === come[at]?.category)
  if (!whole || !alike || ceilingsOf(snapshot.quotas) !== ceilingsOf(quotas)) return null
  return figures.totals.map((total) => {
    const moved = { ...total }
    for (const [lost, own] of [
      [-1, gone],
      [1, come],
    ] as const)
      for (const line of own)
        if (line.category === total.category) for (const name of SUMMED) moved[name] += lost * line[name]
    return moved
  })
}

/** Totals are sums of lines: a vacancy in one line never hides an 超编 in another. */
export function totalsOf(
  lines: readonly FigureLine[],
  ceilings: ReadonlyMap<QuotaCategory, number>,
): readonly CategoryTotal[] {
  const byCategory = Map.groupBy(lines, (line) => line.category)
  return QUOTA_CATEGORIES.filter((category) => byCategory.has(category) || ceilings.has(category)).map((category) => {
    const own = byCategory.get(category) ?? []
    return {
      category,
      ceiling: ceilings.get(category) ?? null,
      quota: sum(own.map((line) => line.quota)),
      actual: sum(own.map((line) => line.actual)),
      reserved: sum(own.map((line) => line.reserved)),
      vacancy: sum(own.map((line) => line.vacancy)),
      over: sum(own.map((line) => line.over)),
    }
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
}
