import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../vocabulary/establishment.ts'
import type { SumRow } from '../../store/county/rollup-store.ts'

/** A category by its name and its code. */
export const categoryOf = (category: QuotaCategory) => ({
  category: QUOTA_CATEGORY_NAMES[category],
  categoryCode: category,
})

/** The five numbers of a sum. */
export const sumsOf = ({ quota, actual, reserved, vacancy, over }: Omit<SumRow, 'category' | 'ceiling'>) => ({
  quota,
  actual,
  reserved,
  vacancy,
  over,
})
