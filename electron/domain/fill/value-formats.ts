import { maskIdNumber } from '../identity/resident-id.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import type { FillValue } from './fill-request.ts'
import type { FieldFormat } from './template-mapping.ts'

/** A date as the column wants it. A day that is not known is never made up: 1985-06 under “1985-06-01” stays 1985-06. */
export function dateValue(date: MonthOrDate | null, format: FieldFormat | null): FillValue {
  if (date === null) return null
  const [year = '', month = '', day] = date.split('-')
  const dotted = `${year}.${month}`
  switch (format) {
    case 'day':
      return { kind: 'text', text: date }
    case 'month':
      return { kind: 'text', text: `${year}${month}` }
    case 'chinese':
      return { kind: 'text', text: `${year}年${Number(month)}月` }
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

/** Full years on a day; of somebody whose day of birth is not known, on the last day of that month. */
export function ageOn(birth: MonthOrDate | null, day: string): number | null {
  if (birth === null) return null
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  const reached = birth.length === 7 ? birth.slice(5, 7) <= day.slice(5, 7) : birth.slice(5) <= day.slice(5)
  return Math.max(0, reached ? years : years - 1)
}
