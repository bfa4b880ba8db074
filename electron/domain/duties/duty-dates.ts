import { DUTY_DATE_LIST, DUTY_DATE_NAMES, type DutyDateName } from '../../vocabulary/duties.ts'
import { daysInMonth, type PlainDate, type PlainMonth } from '../model/plain-date.ts'

/*
 * The days on which reports are due. No national document fixes them: each default is what one locality published (named in the duty's
 * source), and each book can say its own. A day is `MM-DD`; one that the year does not have (02-29) is the month's last.
 */

export { DUTY_DATE_NAMES, DUTY_DATE_TITLES, type DutyDateName } from '../../vocabulary/duties.ts'
export type DutyDates = Readonly<Record<DutyDateName, string>>

/** `monthlyDay` is a day of the month, 31 meaning the last; the others are `MM-DD`. */
// Object.fromEntries forgets which keys it was given.
export const DEFAULT_DUTY_DATES = Object.fromEntries(
  DUTY_DATE_NAMES.map((name) => [name, DUTY_DATE_LIST[name].usual]),
) as unknown as DutyDates

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
