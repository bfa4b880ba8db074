import {
  addDays,
  addMonths,
  addMonthsToDay,
  firstDayOf,
  type MonthOrDate,
  type PlainDate,
} from '../model/plain-date.ts'

/*
 * Periods of months and years. 民法典第二百零二条: “按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。”
 * What is known by its month is counted by the month.
 */

/** The day on which so many months are complete (满): the one that corresponds, else the month's last. A month stays a month. */
export function fullMonthsAfter(since: MonthOrDate, months: number): MonthOrDate {
  return since.length === 7 ? addMonths(since, months) : addMonthsToDay(since, months)
}

/** The last day of a term that begins on a day and counts it (合同、试用期 "自…起"): 2025-03-01 and 12 months end on 2026-02-28. */
export function lastDayOfTerm(from: PlainDate, months: number): PlainDate {
  return addDays(addMonthsToDay(from, months), -1)
}

/** "2 年", "1 年 6 个月", "6 个月". */
export function monthsText(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (years === 0) return `${rest} 个月`
  return rest === 0 ? `${years} 年` : `${years} 年 ${rest} 个月`
}

/** Whole months from one to the other, the corresponding day not counted yet; negative where it is earlier. Months are taken as their first day. */
export function wholeMonthsBetween(from: MonthOrDate, to: MonthOrDate): number {
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  const [start, end] = [firstDayOf(from), firstDayOf(to)]
  return addMonthsToDay(start, count) <= end ? count : count - 1
}

/** The later of two, of which either may be a month: a month ends with its last day. */
export function laterOf(left: MonthOrDate, right: MonthOrDate): MonthOrDate {
  const end = (value: MonthOrDate) => (value.length === 7 ? `${value}-31` : value)
  return end(left) >= end(right) ? left : right
}
