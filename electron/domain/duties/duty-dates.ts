import { daysInMonth, type PlainDate, type PlainMonth } from '../model/plain-date.ts'

/*
 * The days on which reports are due. No national document fixes them: each default is what one locality published (named in the duty's
 * source), and each book can say its own. A day is `MM-DD`; one that the year does not have (02-29) is the month's last.
 */

export const DUTY_DATE_TITLES = {
  monthlyDay: '月报截止',
  halfYearCutoff1: '上半年时点', halfYearSubmit1: '上半年报送', halfYearCutoff2: '下半年时点', halfYearSubmit2: '下半年报送',
  annualCutoff: '年报时点', freezeFrom: '冻结起', freezeTo: '冻结止',
  hiringPlan: '用编计划', certificateReview: '管理证年审',
} as const
export type DutyDateName = keyof typeof DUTY_DATE_TITLES
export type DutyDates = Readonly<Record<DutyDateName, string>>

/** `monthlyDay` is a day of the month, 31 meaning the last; the others are `MM-DD`. */
export const DEFAULT_DUTY_DATES: DutyDates = {
  monthlyDay: '31',
  halfYearCutoff1: '05-31', halfYearSubmit1: '06-30', halfYearCutoff2: '11-30', halfYearSubmit2: '12-31',
  annualCutoff: '12-31', freezeFrom: '12-15', freezeTo: '01-10',
  hiringPlan: '01-31', certificateReview: '07-31',
}

export const DUTY_DATE_NAMES = Object.keys(DEFAULT_DUTY_DATES) as readonly DutyDateName[]

/** True for a value the name can have. */
export function isDutyDate(name: DutyDateName, value: string): boolean {
  if (name === 'monthlyDay') return /^([1-9]|[12]\d|3[01])$/.test(value)
  const match = /^(\d{2})-(\d{2})$/.exec(value)
  if (match === null) return false
  const [month, day] = [Number(match[1]), Number(match[2])]
  // A leap year has every day there is.
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month)
}

/** The defaults with what the book says otherwise; what is no day is left as the default. */
export function dutyDatesWith(told: Readonly<Partial<Record<DutyDateName, string | undefined>>>): DutyDates {
  const given = DUTY_DATE_NAMES.flatMap((name) => {
    const value = told[name]
    return value !== undefined && isDutyDate(name, value) ? [[name, value] as const] : []
  })
  return { ...DEFAULT_DUTY_DATES, ...Object.fromEntries(given) }
}

/** `MM-DD` in a year. */
export function dayInYear(year: number, monthDay: string): PlainDate {
  return dayInMonth(`${String(year).padStart(4, '0')}-${monthDay.slice(0, 2)}`, Number(monthDay.slice(3, 5)))
}

/** A day of a month, its last where it has none such. */
export function dayInMonth(month: PlainMonth, day: number): PlainDate {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`
}
