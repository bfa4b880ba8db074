import type { Figures } from '../model/figures.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { RecordBook, RecordOf, ReferenceTotal } from '../model/records.ts'
import { coveredAmount } from '../quota/covered-categories.ts'

/** A total somebody else holds, and the book's own of the same category. */
export interface ReferencePair {
  readonly reference: RecordOf<'referenceTotal'>
  /** The approved total on record, else the sum of the units. */
  readonly own: number
}

/** Every total of the basis in force, each beside the book's own number of all it covers; a category the book does not know has 0. */
export function referencePairs(
  records: RecordBook,
  figures: Figures,
  basis: ReferenceTotal['basis'],
): readonly ReferencePair[] {
  const totals = new Map(figures.totals.map((total) => [total.category, total]))
  const references = records.referenceTotal.filter((reference) => reference.basis === basis)
  const apart = new Set(references.map((reference) => reference.category))
  const amountOf = (category: QuotaCategory) => totals.get(category)?.ceiling ?? totals.get(category)?.quota ?? 0
  // The township's own approved total is the whole already.
  const ownOf = ({ category, amount }: ReferenceTotal) =>
    totals.get(category)?.ceiling ?? coveredAmount(category, amount, apart, amountOf)
  return references.map((reference) => ({ reference, own: ownOf(reference) }))
}
