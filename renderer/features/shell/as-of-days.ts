/* What the day slider knows of days. All are `YYYY-MM-DD`, counted in UTC so that no time zone moves one. */

const DAY_MS = 86_400_000

export interface DayRange {
  readonly from: string
  readonly to: string
}

/** From the earliest day on record (quota or event) to a year ahead, where what is registered for later can be seen. */
export function sliderRange(days: readonly string[], today: string): DayRange {
  const earliest = days.reduce((first, day) => (day < first ? day : first), today)
  return { from: earliest === today ? addMonths(today, -12) : earliest, to: addMonths(today, 12) }
}

/** The day so many months on; the 31st becomes the month's last day where there is none. */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
}

/** Where a key leads: ← → a month, PageUp PageDown a year, Home End the ends. Null: not a key of the slider. */
export function stepDay(day: string, key: string, range: DayRange): string | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(addMonths(day, 1), range)
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(addMonths(day, -1), range)
    case 'PageUp':
      return within(addMonths(day, 12), range)
    case 'PageDown':
      return within(addMonths(day, -12), range)
    case 'Home':
      return range.from
    case 'End':
      return range.to
    default:
      return null
  }
}

/** A day as a whole number, for the platform's slider, and back. */
export function numberOfDay(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** The day of such a number. */
export function dayOfNumber(number: number): string {
  return dayOf(number * DAY_MS)
}

/** How far along the range a day lies, 0 to 100. */
export function shareOf(day: string, range: DayRange): number {
  const length = numberOfDay(range.to) - numberOfDay(range.from)
  return length === 0 ? 0 : ((numberOfDay(day) - numberOfDay(range.from)) / length) * 100
}

export interface Happening {
  readonly on: string
  readonly title: string
}

export interface Mark {
  readonly on: string
  readonly share: number
  /** "2026-11-23 内部调整、借出": what a pointer over the mark reads. */
  readonly text: string
}

/** One mark a day on which something happened, in order; days outside the range have none. */
export function marksOf(happenings: readonly Happening[], range: DayRange): readonly Mark[] {
  const byDay = Map.groupBy(
    happenings.filter((one) => one.on >= range.from && one.on <= range.to),
    (one) => one.on,
  )
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, all]) => ({
      on,
      share: shareOf(on, range),
      text: `${on} ${[...new Set(all.map((one) => one.title))].join('、')}`,
    }))
}

/** The happenings just before and just after a day. */
export function around(
  marks: readonly Mark[],
  day: string,
): { readonly before: Mark | null; readonly after: Mark | null } {
  return { before: marks.findLast((mark) => mark.on < day) ?? null, after: marks.find((mark) => mark.on > day) ?? null }
}

/** New Year's days to write under the slider, so far apart that at most ten stand there. */
export function yearMarks(range: DayRange): readonly { readonly year: number; readonly share: number }[] {
  const first = Number(range.from.slice(0, 4)) + 1
  const last = Number(range.to.slice(0, 4))
  const step = [1, 2, 5, 10, 20, 50].find((size) => Math.floor(last / size) - Math.ceil(first / size) < 10) ?? 100
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return years.filter((year) => year % step === 0).map((year) => ({ year, share: shareOf(`${year}-01-01`, range) }))
}

function within(day: string, range: DayRange): string {
  return day < range.from ? range.from : day > range.to ? range.to : day
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
