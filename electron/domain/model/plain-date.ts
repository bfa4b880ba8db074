/**
 * Calendar dates of Asia/Shanghai as text. `PlainDate` is `YYYY-MM-DD`; `PlainMonth` is `YYYY-MM`;
 * `MonthOrDate` is what old files know: either. Text compares in calendar order, so `<` is "earlier".
 */
export type PlainDate = string
export type PlainMonth = string
export type MonthOrDate = string

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month, 1-based month, proleptic Gregorian. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
  return leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** True for a real day written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  // Read several times of everybody of a book: by its characters, without a match that is made for each.
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false
  const [year, month, day] = [digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10)]
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const DASH = 45
const ZERO = 48

/** The number that some places of a text say; -1 where one of them is no digit. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** True for a real month written `YYYY-MM`. */
export function isPlainMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** First day a `MonthOrDate` can mean: a month begins on its first. */
export function firstDayOf(value: MonthOrDate): PlainDate {
  return value.length === 7 ? `${value}-01` : value
}

/** The month a `MonthOrDate` lies in. */
export function monthOf(value: MonthOrDate): PlainMonth {
  return value.slice(0, 7)
}

/** Adds whole months to a month; `count` may be negative. */
export function addMonths(month: PlainMonth, count: number): PlainMonth {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  const year = Math.floor(total / 12)
  return `${String(year).padStart(4, '0')}-${String(total - year * 12 + 1).padStart(2, '0')}`
}

/** Adds days to a date; `count` may be negative. Computed in UTC, so no time zone can shift it. */
export function addDays(date: PlainDate, count: number): PlainDate {
  const instant = new Date(`${date}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + count)
  return instant.toISOString().slice(0, 10)
}

/** Adds whole years, 29 February falling back to the 28th. */
export function addYears(date: PlainDate, count: number): PlainDate {
  const year = Number(date.slice(0, 4)) + count
  const month = Number(date.slice(5, 7))
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${date.slice(5, 7)}-${String(day).padStart(2, '0')}`
}

/** Half-open range: true from `validFrom` on, no longer on `validTo`. */
export interface Dated {
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

/** True when the fact is in force on the day. */
export function inForceOn(fact: Dated, day: PlainDate): boolean {
  return fact.validFrom <= day && (fact.validTo === null || day < fact.validTo)
}

/** Adds whole months to a day; a day the month does not have becomes its last. */
export function addMonthsToDay(date: PlainDate, count: number): PlainDate {
  const month = addMonths(date.slice(0, 7), count)
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))))
  return `${month}-${String(day).padStart(2, '0')}`
}
