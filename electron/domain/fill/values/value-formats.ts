import { FUNDING_TITLES, fundingOf, type QuotaCategory } from '../../../vocabulary/establishment.ts'
import { maskIdNumber } from '../../identity/resident-id.ts'
import type { MonthOrDate } from '../../model/plain-date.ts'
import type { FillValue } from '../fill-request.ts'
import type { FieldFormat } from '../../../vocabulary/templates.ts'

/** Ways of writing that show a day. */
const DAYS: Readonly<Partial<Record<FieldFormat, (year: string, month: string, day: string) => string>>> = {
  day: (year, month, day) => `${year}-${month}-${day}`,
  dotDay: (year, month, day) => `${year}.${month}.${day}`,
  slashDay: (year, month, day) => `${year}/${month}/${day}`,
  digits: (year, month, day) => `${year}${month}${day}`,
  chineseDay: (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  chineseDayPadded: (year, month, day) => `${year}年${month}月${day}日`,
  dayOnly: (_year, _month, day) => String(Number(day)),
}

/** True where a way of writing asks for a day the date does not have. */
export function lacksDay(date: MonthOrDate | null, format: FieldFormat | null): boolean {
  return date !== null && date.length === 7 && format !== null && DAYS[format] !== undefined
}

/**
 * A date as the column wants it. A day that is not known is never made up: 1985-06 under “1985-06-01” stays 1985-06, under eight digits there is
 * nothing that would not be wrong.
 */
export function dateValue(date: MonthOrDate | null, format: FieldFormat | null): FillValue {
  if (date === null) return null
  const [year = '', month = '', day] = date.split('-')
  const dotted = `${year}.${month}`
  const withDay = format === null ? undefined : DAYS[format]
  if (withDay !== undefined) {
    if (day !== undefined) return { kind: 'text', text: withDay(year, month, day) }
    return format === 'day' ? { kind: 'text', text: date } : null
  }
  switch (format) {
    case 'yearOnly':
      return { kind: 'text', text: year }
    case 'monthOnly':
      return { kind: 'text', text: String(Number(month)) }
    case 'month':
      return { kind: 'text', text: `${year}${month}` }
    case 'dash':
      return { kind: 'text', text: `${year}-${month}` }
    case 'chinese':
      return { kind: 'text', text: `${year}年${Number(month)}月` }
    case 'chinesePadded':
      return { kind: 'text', text: `${year}年${month}月` }
    case 'dot':
      return { kind: 'text', text: dotted }
    default:
      return { kind: 'date', date, text: day === undefined ? dotted : `${dotted}.${day}` }
  }
}

/** An ID number as the column wants it; masked unless the whole number was asked for. Always text. */
export function idNumberValue(idNumber: string | null, format: FieldFormat | null): FillValue {
  if (idNumber === null) return null
  if (format === 'plain') return { kind: 'text', text: idNumber }
  return { kind: 'text', text: format === 'apostrophe' ? `'${idNumber}` : maskIdNumber(idNumber) }
}

/** Full years since a month or day: age, 工龄, 党龄. Where only the month is known they are full on its first day. */
export function yearsSince(birth: MonthOrDate | null, day: string): number | null {
  if (birth === null) return null
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  const reached = birth.length === 7 ? birth.slice(5, 7) <= day.slice(5, 7) : birth.slice(5) <= day.slice(5)
  return Math.max(0, reached ? years : years - 1)
}

/** A text as a cell takes it: nothing where there is none. */
export function textValue(value: string | null | undefined): FillValue {
  return value === null || value === undefined || value === '' ? null : { kind: 'text', text: value }
}

/** A number as a cell takes it; 0 is a number. */
export function numberValue(value: number | null): FillValue {
  return value === null ? null : { kind: 'number', value }
}

/** 经费形式 of a category that is split by it. */
export function fundingValue(category: QuotaCategory | null): FillValue {
  const funding = category === null ? null : fundingOf(category)
  return textValue(funding === null ? null : FUNDING_TITLES[funding])
}
