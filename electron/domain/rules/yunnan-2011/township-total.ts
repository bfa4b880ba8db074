import type { Figures } from '../../model/figures.ts'
import { natureOfCategory, type Nature, type QuotaCategory } from '../../model/quota-category.ts'

/** 行政 or 事业 of a category; null for 机关工勤 and 其他, which 行政事业编制 leaves out. */
export function countedNature(category: QuotaCategory): Nature | null {
  const nature = category === 'worker' ? 'either' : natureOfCategory(category)
  return nature === 'either' ? null : nature
}

/** 行政事业编制总额: what the units of the township have been given together, of the natures asked for. */
export function townshipTotal(
  figures: Figures,
  natures: ReadonlySet<Nature> = new Set(['organ', 'institution']),
): number {
  return figures.totals.reduce((sum, total) => {
    const nature = countedNature(total.category)
    return nature !== null && natures.has(nature) ? sum + total.quota : sum
  }, 0)
}
