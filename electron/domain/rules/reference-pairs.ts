import type { Figures } from '../model/figures.ts'
import type { RecordBook, RecordOf, ReferenceTotal } from '../model/records.ts'

/** A total somebody else holds, and the book's own of the same category. */
export interface ReferencePair {
  readonly reference: RecordOf<'referenceTotal'>
  /** The approved total on record, else the sum of the units. */
  readonly own: number
}

/** Every total of the basis in force, each beside the book's own number; a category the book does not know has 0. */
export function referencePairs(records: RecordBook, figures: Figures, basis: ReferenceTotal['basis']): readonly ReferencePair[] {
  const own = new Map(figures.totals.map((total) => [total.category, total.ceiling ?? total.quota]))
  return records.referenceTotal.filter((reference) => reference.basis === basis).map((reference) => ({ reference, own: own.get(reference.category) ?? 0 }))
}
