import type { RetirementArrangementKind } from '../../vocabulary/retirement.ts'
import type { MonthOrDate, PlainMonth } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { RetirementCategory } from '../retirement/statutory-retirement.ts'

/** Somebody on 编制 whose statutory month is known. */
export interface RetiringPerson {
  readonly personId: string
  readonly unitId: string | null
  readonly category: QuotaCategory
  readonly post: string
  readonly leader: boolean
  readonly birth: MonthOrDate
  readonly retirementCategory: RetirementCategory
  /** False: proposed by `basis`, to be confirmed by the organisation department. */
  readonly recorded: boolean
  readonly basis: string
  /** The arranged month where there is one, else the statutory. */
  readonly month: PlainMonth
  readonly statutory: PlainMonth
  readonly arranged: RetirementArrangementKind | null
  /** Year they are counted in: of the month, but the present year for whoever should have gone already. */
  readonly year: number
  /** The month is over, and they are still here. */
  readonly overdue: boolean
  readonly monthsAhead: number
  /** The smallest notice (12, 6, 3, 1 months) that has begun; null: none yet. */
  readonly alert: number | null
}
