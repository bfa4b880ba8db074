import { remembered } from '../../vocabulary/remembered.ts'
import { isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import { tidyNumber } from './text-repair.ts'

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: MonthOrDate }
  | {
      readonly kind: 'refused'
      readonly code: 'date_ambiguous' | 'date_unreadable'
      readonly message: string
      /** What an ambiguous text may mean, where that is one of few. */
      readonly either?: readonly MonthOrDate[]
    }

/**
 * Reads a month or a day as clerks write it: 1985-06, 1985.6, 198506, 85年6月, 1985。6, 一九八五年六月, 1985-06-16 00:00:00, date cells, and the
 * serial number Excel keeps of a date whose cell lost its format. `monthOnly`: the column asks for 年月, so a date cell gives its month.
 * A number shown as 1985.1 may be January or a lost 1985.10: refused. So is a two-digit year that fits two centuries.
 */
export function readMonthOrDate(cell: RawCell | undefined, monthOnly: boolean): DateReading {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (typeof cell === 'object' && cell.day !== undefined) return fromDateCell(cell.day, cell.shown, monthOnly)
  return (monthOnly ? monthOf : dateOf)(shownText(cell))
}

// Months and days come again in every column of them.
const monthOf = remembered((text) => readText(text, true))
const dateOf = remembered((text) => readText(text, false))

function readText(shown: string, monthOnly: boolean): DateReading {
  const text = plainDate(shown)
  if (/^(?:[/\\\-—]+|无|不详)?$/u.test(text)) return { kind: 'empty' }
  const serial = serialDay(text)
  if (serial !== null) return fromDateCell(serial, serial, monthOnly)
  const parts = splitDate(text)
  if (parts === null) return unreadable(text)
  const [written, month, day] = parts
  const year = fullYear(written)
  if (year === null)
    return { kind: 'refused', code: 'date_ambiguous', message: `“${text}”分不清是哪个世纪。请写四位年份，如 1985-06` }
  if (month === undefined)
    return { kind: 'refused', code: 'date_unreadable', message: `“${text}”只有年份，请写到月，如 ${year}-06` }
  if (/^\d{2,4}\.1$/.test(text)) {
    return {
      kind: 'refused',
      code: 'date_ambiguous',
      message: `“${text}”分不清是 ${year} 年 1 月还是 10 月（数字单元格会丢掉末尾的 0）。请写成 ${year}-01 或 ${year}-10`,
      either: [`${year}-01`, `${year}-10`],
    }
  }
  const whole = day === undefined || Number(day) === 0 ? [] : [day.padStart(2, '0')]
  const value = [year, month.padStart(2, '0'), ...whole].join('-')
  if (!(isPlainMonth(value) || isPlainDate(value)) || value < '1900' || value > '2100')
    return { kind: 'refused', code: 'date_unreadable', message: `“${text}”不是真实的日期` }
  return { kind: 'value', value }
}

/** Digits half-width, Chinese numerals as digits, no time of day, no mark in front or behind. */
function plainDate(written: string): string {
  const timeless = written
    .trim()
    .replace(/(?<=\d)[\sT]+\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u, '')
  const narrow = tidyNumber(timeless.replace(/^[‘’'`"]+/u, ''))
  const plain = withoutWords(narrow)
  const numerals = /[〇○零一二三四五六七八九十]/u.test(plain) ? chineseDigits(plain) : plain
  return numerals
    .replace(/(?:起|份|左右|以来)$/u, '')
    .replace(/[起.。，,、]$/u, '')
    .replace(/月份/u, '月')
}

/** 自2012年3月起, 2010年9月考入, 2008.7（招录）, 2003.08至今: how somebody came behind the day. Another calendar or a plan is no such word. */
function withoutWords(text: string): string {
  if (/[农阴旧]历|虚|拟|预计|计划|约|前后/u.test(text)) return text
  return text
    .replace(/^(?:自|从|于)(?=[\d〇一二])/u, '')
    .replace(/(?<=[\d年月日号])[（(][^（）()\d]{1,12}[）)]$/u, '')
    .replace(/(?<=[\d年月日号])(?:至今|(?:考|招|调|转|分|安|录|聘|入|进|参|到|公|选|军|上)\p{sc=Han}{1,8})$/u, '')
}

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('〇一二三四五六七八九', (character, digit) => [character, String(digit)]),
)

/** 二〇〇八年十二月 → 2008年12月. */
function chineseDigits(text: string): string {
  return text
    .replaceAll(/[○零]/gu, '〇')
    .replaceAll(
      /([一二三]?)十([一二三四五六七八九]?)/gu,
      (_, tens: string, ones: string) => `${DIGITS[tens] ?? '1'}${DIGITS[ones] ?? '0'}`,
    )
    .replaceAll(/[〇一二三四五六七八九]/gu, (character) => DIGITS[character] ?? character)
}

/** The day of a serial number: five digits, as text perhaps with a zero in front. Six digits are a month. */
function serialDay(text: string): string | null {
  const digits = /^0?([1-5]\d{4})(?:\.\d+)?$/.exec(text)?.[1]
  return digits === undefined ? null : new Date(Date.UTC(1899, 11, 30 + Number(digits))).toISOString().slice(0, 10)
}

/** 85 → 1985, 08 → 2008; between 27 and 49 it may be either: null. */
function fullYear(written: string): string | null {
  if (written.length === 4) return written
  if (written > '49') return `19${written}`
  return written < '27' ? `20${written}` : null
}

const BETWEEN = '[-./\\\\年。·、,，—–_]'
const SPELLED = new RegExp(
  `^(\\d{4}|\\d{2})(?:年|${BETWEEN}{1,2})(?:(\\d{1,2})(?:(?:月|${BETWEEN}{1,2})(?:(\\d{1,2})?[日号]?)?)?)?$`,
  'u',
)

function splitDate(text: string): readonly [string, string | undefined, string | undefined] | null {
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  const match = compact ?? (/^\d{4}$/.test(text) ? /^(\d{4})$/.exec(text) : SPELLED.exec(text))
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
