import { isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import { tidyNumber } from './text-repair.ts'

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: MonthOrDate }
  | { readonly kind: 'refused'; readonly code: 'date_ambiguous' | 'date_unreadable'; readonly message: string }

/**
 * Reads a month or a day as clerks write it: 1985-06, 1985.06, 198506, 1985年6月, 1985/6, 19850616, date cells.
 * `monthOnly`: the column asks for 年月, so a date cell gives its month. A number shown as 1985.1 may be January or a lost 1985.10: refused.
 */
export function readMonthOrDate(cell: RawCell | undefined, monthOnly: boolean): DateReading {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (typeof cell === 'object' && cell.kind === 'date' && cell.day !== undefined) return fromDateCell(cell.day, cell.shown, monthOnly)
  const text = tidyNumber(shownText(cell)).replace(/[起.。]$/u, '')
  if (/^(?:[/\\\-—]+|无|不详)?$/u.test(text)) return { kind: 'empty' }
  const parts = splitDate(text)
  if (parts === null) return unreadable(text)
  const [year, month, day] = parts
  if (month === undefined) return { kind: 'refused', code: 'date_unreadable', message: `“${text}”只有年份，请写到月，如 ${year}-06` }
  if (/^\d{4}\.1$/.test(text)) {
    return { kind: 'refused', code: 'date_ambiguous', message: `“${text}”分不清是 ${year} 年 1 月还是 10 月（数字单元格会丢掉末尾的 0）。请写成 ${year}-01 或 ${year}-10` }
  }
  const value = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  if (!(isPlainMonth(value) || isPlainDate(value)) || value < '1900' || value > '2100') return { kind: 'refused', code: 'date_unreadable', message: `“${text}”不是真实的日期` }
  return { kind: 'value', value }
}

function splitDate(text: string): readonly [string, string | undefined, string | undefined] | null {
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  const spaced = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})?日?)?)?年?$/u.exec(text)
  const match = compact ?? spaced
  const year = match?.[1]
  return match === null || year === undefined ? null : [year, match[2], match[3]]
}

/** A date typed as a month becomes its first day in Excel; what the cell shows tells the two apart. */
function fromDateCell(day: string, shown: string, monthOnly: boolean): DateReading {
  const showsDay = (shown.match(/\d+|[A-Za-z]+/g) ?? []).length >= 3
  const first = day.endsWith('-01')
  return { kind: 'value', value: first && (monthOnly || !showsDay) ? day.slice(0, 7) : day }
}

function unreadable(text: string): DateReading {
  return { kind: 'refused', code: 'date_unreadable', message: `“${text}”不是能认的日期，请写成 1985-06` }
}
