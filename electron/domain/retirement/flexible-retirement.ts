import { STAFF_KIND_LIST, type StaffKind } from '../../vocabulary/retirement.ts'
import { addMonths, type MonthOrDate, type PlainMonth } from '../model/plain-date.ts'
import { statutoryRetirement, type RetirementCategory } from './statutory-retirement.ts'

/*
 * 《实施弹性退休制度暂行办法》(人社部发〔2024〕94号, 2025-01-01 施行): up to 36 months before the statutory month, never before the
 * original age; up to 36 months after it, except for those of 第四条第二款; not for those of the original age by 2024-12-31.
 */

export type { StaffKind } from '../../vocabulary/retirement.ts'

export interface FlexibleRange {
  /** First month that may be chosen; the statutory month itself where nothing may be chosen. */
  readonly earliest: PlainMonth
  /** Last month that may be agreed; null where the law knows no later month than the statutory one. */
  readonly latest: PlainMonth | null
  /** Chinese: why the range is what it is. */
  readonly notes: readonly string[]
}

const SOURCE = '人社部发〔2024〕94号'
const REACH = 36
/** Who reached the original age before this month is not delayed and chooses nothing. */
const FIRST_MONTH: PlainMonth = '2025-01'

/** Months that may be chosen by who was born then, on that track. `kind` null: not said; the late end then stands with a caution. */
export function flexibleRange(birth: MonthOrDate, category: RetirementCategory, kind: StaffKind | null): FlexibleRange {
  const { retireMonth, originalMonth } = statutoryRetirement(birth, category)
  if (originalMonth < FIRST_MONTH) {
    return {
      earliest: retireMonth,
      latest: null,
      notes: [`2024 年 12 月 31 日前已到原法定退休年龄，不适用弹性退休（${SOURCE}）`],
    }
  }
  const reached = addMonths(retireMonth, -REACH)
  const earliest = reached < originalMonth ? originalMonth : reached
  if (kind === 'civilServant' || kind === 'manager') {
    return {
      earliest,
      latest: null,
      notes: [
        `${STAFF_KIND_LIST[kind].title}到达法定退休年龄应当及时办理退休手续，不能弹性延迟（${SOURCE} 第四条第二款）`,
      ],
    }
  }
  const caution = kind === null ? [`没有写明人员类别；公务员和管理人员不能弹性延迟（${SOURCE} 第四条第二款）`] : []
  return { earliest, latest: addMonths(retireMonth, REACH), notes: caution }
}
