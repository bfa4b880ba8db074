import { addDays, isPlainDate, type PlainDate } from '../model/plain-date.ts'
import type { HolidayTable } from '../model/holiday-table.ts'

/*
 * A year's 放假安排 from a file. Two shapes: our own,
 *   { "schema": "dingbian-holidays", "version": 1, "year": 2027, "notice": "国办发明电〔2026〕7号", "issuedOn": "2026-11-04",
 *     "off": [["2027-01-01", "2027-01-03"]], "worked": ["2027-01-09"] }
 * and the one holiday calendars are commonly passed round in,
 *   { "year": 2027, "papers": ["…"], "days": [{ "name": "元旦", "date": "2027-01-01", "isOffDay": true }] }.
 */

export interface HolidayFile {
  readonly table: HolidayTable
  /** Chinese: what was left out. */
  readonly notes: readonly string[]
}

/** 元旦, 劳动节 and 国庆节 are off in every year (全国年节及纪念日放假办法). */
const FIXED = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const

interface Read {
  readonly year: number
  readonly notice: string
  readonly issuedOn: PlainDate | null
  readonly off: readonly PlainDate[]
  readonly worked: readonly PlainDate[]
  readonly notes: readonly string[]
}

/** Reads and checks a file's JSON; or says in Chinese what is wrong with it. */
export function readHolidayFile(content: unknown): HolidayFile | { readonly problem: string } {
  if (!isRecord(content)) return { problem: '内容不是放假安排' }
  const { year } = content
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 2100)
    return { problem: '没有写年份（year）' }
  const read = 'days' in content ? readDays(content, year) : readOwn(content, year)
  if ('problem' in read) return read
  const problem = wrongDays(read)
  if (problem !== null) return { problem }
  return {
    table: {
      year,
      notice: read.notice,
      issuedOn: read.issuedOn,
      off: ranges(read.off),
      worked: read.worked.toSorted(),
    },
    notes: read.notes,
  }
}

function readDays(content: Readonly<Record<string, unknown>>, year: number): Read | { readonly problem: string } {
  const { days, papers } = content
  if (!Array.isArray(days)) return { problem: 'days 应是一串日子' }
  const read: { readonly date: PlainDate; readonly off: boolean }[] = []
  for (const day of days as readonly unknown[]) {
    if (
      !isRecord(day) ||
      typeof day['date'] !== 'string' ||
      !isPlainDate(day['date']) ||
      typeof day['isOffDay'] !== 'boolean'
    )
      return { problem: `days 第 ${read.length + 1} 项缺少日期或是否放假` }
    read.push({ date: day['date'], off: day['isOffDay'] })
  }
  const own = read.filter((day) => isOfYear(day.date, year))
  const paper: unknown = Array.isArray(papers) ? papers[0] : undefined
  return {
    year,
    issuedOn: null,
    notice: typeof paper === 'string' ? paper : '',
    off: own.filter((day) => day.off).map((day) => day.date),
    worked: own.filter((day) => !day.off).map((day) => day.date),
    notes: own.length === read.length ? [] : [`有 ${read.length - own.length} 天不在 ${year} 年，没有采用`],
  }
}

function readOwn(
  { schema, version, notice, issuedOn, off, worked }: Readonly<Record<string, unknown>>,
  year: number,
): Read | { readonly problem: string } {
  if (schema !== 'dingbian-holidays') return { problem: '内容不是放假安排' }
  if (version !== 1) return { problem: '由更新版本的程序写成，请升级程序' }
  if (!Array.isArray(off) || !Array.isArray(worked)) return { problem: '缺少放假日（off）或调休上班日（worked）' }
  const days: PlainDate[] = []
  for (const [place, range] of (off as readonly unknown[]).entries()) {
    const [from, to]: readonly unknown[] = Array.isArray(range) ? range : []
    if (!isDay(from) || !isDay(to) || from > to || !isOfYear(from, year) || !isOfYear(to, year))
      return { problem: `放假日第 ${place + 1} 段不是 ${year} 年的起止日期` }
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  }
  const wrong = (worked as readonly unknown[]).findIndex((day) => !isDay(day) || !isOfYear(day, year))
  if (wrong >= 0) return { problem: `调休上班日第 ${wrong + 1} 项不是 ${year} 年的日期` }
  return {
    year,
    notice: typeof notice === 'string' ? notice : '',
    issuedOn: isDay(issuedOn) ? issuedOn : null,
    off: days,
    worked: (worked as readonly unknown[]).filter(isDay),
    notes: [],
  }
}

function wrongDays({ year, off, worked }: Read): string | null {
  const both = worked.find((day) => off.includes(day))
  if (both !== undefined) return `${both} 既放假又上班`
  const weekday = worked.find((day) => !isWeekend(day))
  if (weekday !== undefined) return `${weekday} 不是周末，不用调休`
  const missing = FIXED.find(([day]) => !off.includes(`${year}-${day}`))
  return missing === undefined ? null : `没有 ${year} 年${missing[1]}的放假日`
}

/** Days as inclusive ranges without gaps. */
function ranges(days: readonly PlainDate[]): HolidayTable['off'] {
  const found: [PlainDate, PlainDate][] = []
  for (const day of [...new Set(days)].toSorted()) {
    const last = found.at(-1)
    if (last !== undefined && addDays(last[1], 1) === day) last[1] = day
    else found.push([day, day])
  }
  return found
}

function isOfYear(day: PlainDate, year: number): boolean {
  return day.startsWith(`${year}-`)
}

function isWeekend(day: PlainDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function isDay(value: unknown): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
