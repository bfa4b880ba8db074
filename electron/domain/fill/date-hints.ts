import type { DateFormat, FieldFormat } from '../../vocabulary/templates.ts'

/** 年, 月 and 日 in columns of their own under 出生年月, or 出生年份: the head of the whole date, and the part of it. Null: a whole date, or none. */
export function datePart(
  path: readonly string[],
): { readonly path: readonly string[]; readonly format: DateFormat } | null {
  const leaf = (path.at(-1) ?? '').replaceAll(/\s/gu, '')
  const format = PARTS[leaf]
  if (format !== undefined) return path.length > 1 ? { path: path.slice(0, -1), format } : null
  const year = /(.{2,})年份$/u.exec(leaf)?.[1]
  return year === undefined ? null : { path: [...path.slice(0, -1), `${year}时间`], format: 'yearOnly' }
}

const PARTS: Readonly<Record<string, DateFormat | undefined>> = {
  年: 'yearOnly',
  年份: 'yearOnly',
  月: 'monthOnly',
  月份: 'monthOnly',
  日: 'dayOnly',
}

/** True for a way of writing that shows a part of a date. */
export function isDatePart(format: FieldFormat | null): boolean {
  return format === 'yearOnly' || format === 'monthOnly' || format === 'dayOnly'
}

/** What a header, or a row of hints, says of its dates: （1985-06-01）, （YYYYMM）, 8位数字, 格式：2005.07, （××年××月）. */
export function dateHint(text: string): DateFormat | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
  if (/[8八]位|yyyymmdd|(?<!\d)(?:19|20)\d{6}(?!\d)/u.test(plain)) return 'digits'
  if (/[6六]位|yyyymm(?!d)|(?<!\d)(?:19|20)\d{4}(?!\d)/u.test(plain)) return 'month'
  if (/(?:19|20)\d{2}-\d{1,2}-\d|yyyy-mm-dd|年-月-日/u.test(plain)) return 'day'
  if (/(?:19|20)\d{2}\.\d{1,2}\.\d|yyyy\.mm\.dd|年\.月\.日/u.test(plain)) return 'dotDay'
  if (/(?:19|20)\d{2}\/\d{1,2}\/\d|yyyy\/mm\/dd/u.test(plain)) return 'slashDay'
  if (/(?:19|20)\d{2}-\d|yyyy-mm/u.test(plain)) return 'dash'
  if (/(?:19|20)\d{2}\.\d|yyyy\.mm|年\.月/u.test(plain)) return 'dot'
  if (/(?:\d{4}|yyyy|[x×])年(?:\d{1,2}|m{1,2}|[x×]+)月(?:\d{1,2}|d{1,2}|[x×]+)日/u.test(plain))
    return /年0\d月/u.test(plain) ? 'chineseDayPadded' : 'chineseDay'
  if (!/(?:\d{4}|yyyy|[x×])年/u.test(plain)) return null
  return /年(?:mm|0\d)月/u.test(plain) ? 'chinesePadded' : 'chinese'
}
