import { isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'

/* Months and days as offices write them in a 任免审批表: 198602, 19860204, 1986.02, 1986.02.04, 1986-02, 1986年2月. */

const WRITTEN = /^(\d{4})(?:(\d{2})(\d{2})?|([.\-/])(\d{1,2})(?:[.\-/](\d{1,2}))?|年(\d{1,2})月?(?:(\d{1,2})日?)?)\.?$/

/** The month or day of a text; null for nothing; undefined where it cannot be read. */
export function readFormDate(written: string): MonthOrDate | null | undefined {
  const text = tidyDigits(written)
    .replace(/[（(].*?岁[)）]$/u, '')
    .replaceAll(/\s/g, '')
  if (text === '' || text === '无' || /^[-—/]+$/.test(text)) return null
  const found = WRITTEN.exec(text)
  if (found === null) return undefined
  const month = found[2] ?? found[5] ?? found[7] ?? ''
  const day = found[3] ?? found[6] ?? found[8]
  const value = [found[1], month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  return isPlainDate(value) || isPlainMonth(value) ? value : undefined
}

/** Full-width digits and points as half-width ones. */
export function tidyDigits(text: string): string {
  return text
    .replaceAll(/[０-９]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/[．。]/gu, '.')
    .replaceAll('／', '/')
    .replaceAll('－', '-')
}

/** How an office writes months and days. */
export interface DateStyle {
  readonly between: '' | '.' | '-' | '/' | '年'
  /** 2 rather than 02. */
  readonly short: boolean
  readonly day: boolean
}

export const PLAIN_STYLE: DateStyle = { between: '', short: false, day: false }

/** The way a text is written; null where it holds no date. */
export function dateStyleOf(written: string): DateStyle | null {
  const text = tidyDigits(written).replaceAll(/\s/g, '')
  const found = /(\d{4})(?:(\d{2})(\d{2})?(?!\d)|([.\-/年])(\d{1,2})(?:[.\-/月](\d{1,2}))?)/.exec(text)
  if (found === null) return null
  const between = found[4]
  return {
    between: between === '.' || between === '-' || between === '/' || between === '年' ? between : '',
    short: found[5] !== undefined && found[5].length === 1,
    day: found[3] !== undefined || found[6] !== undefined,
  }
}

/** A month or day in a style; a month has no day to write, and a style without days writes none. */
export function writeFormDate(value: MonthOrDate, style: DateStyle): string {
  const [year = '', month = '', day] = value.split('-')
  const said = (part: string) => (style.short ? String(Number(part)) : part)
  const withDay = style.day && day !== undefined
  if (style.between === '年') return `${year}年${said(month)}月${withDay ? `${said(day)}日` : ''}`
  return [year, said(month), ...(withDay ? [said(day)] : [])].join(style.between)
}
