import type { Figures } from '../model/figures.ts'
import type { QuotaCategory } from '../model/quota-category.ts'

/** 事业编制 by 经费形式. 参公 is a type of its own, never part of it. */
const BY_FUNDING: readonly QuotaCategory[] = ['institutionFull', 'institutionPartial', 'institutionSelf']

/**
 * What the book has of all that a `stated` total covers. One stated for 事业编制 as a whole covers the parts by 经费形式: 28 is 28 whether the
 * units' numbers say 全额 or not. A part with a total of its own (`apart`) may be meant within it (其中) or beside it; both are met.
 * @param amountOf the book's number of a category.
 */
export function coveredAmount(
  category: QuotaCategory,
  stated: number,
  apart: ReadonlySet<QuotaCategory>,
  amountOf: (category: QuotaCategory) => number,
): number {
  if (category !== 'institution') return amountOf(category)
  const sum = (parts: readonly QuotaCategory[]) =>
    parts.reduce((total, part) => total + amountOf(part), amountOf(category))
  const beside = sum(BY_FUNDING.filter((part) => !apart.has(part)))
  return beside === stated ? beside : sum(BY_FUNDING)
}

export interface ApprovedTotal {
  readonly category: QuotaCategory
  /** The township's approved total. */
  readonly approved: number
  /** The units' numbers of all it covers. */
  readonly allotted: number
}

/** Every approved total on record beside what the units have been given of it. */
export function approvedTotals({ totals }: Pick<Figures, 'totals'>): readonly ApprovedTotal[] {
  const apart = new Set(totals.filter((total) => total.ceiling !== null).map((total) => total.category))
  const allottedOf = (category: QuotaCategory) => totals.find((total) => total.category === category)?.quota ?? 0
  return totals.flatMap(({ category, ceiling }) =>
    ceiling === null
      ? []
      : [{ category, approved: ceiling, allotted: coveredAmount(category, ceiling, apart, allottedOf) }],
  )
}
