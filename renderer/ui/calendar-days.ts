/* Calendar arithmetic on `YYYY-MM-DD` texts, in UTC so that no time zone moves a day. */

const DAY_MS = 86_400_000

/** Reads what a hand types: 2026-11-22, 20261122, 2026.11.22, 2026/11/2, 2026年11月22日. Undefined when it is no real day. */
export function readDay(typed: string): string | undefined {
  const match = /^\s*(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))\s*$/.exec(typed)
  if (match === null) return undefined
  const day = `${match[1] ?? ''}-${(match[2] ?? match[4] ?? '').padStart(2, '0')}-${(match[3] ?? match[5] ?? '').padStart(2, '0')}`
  const time = Date.parse(`${day}T00:00:00Z`)
  // 2026-02-30 would become March: only a day that comes back as itself is real.
  return Number.isNaN(time) || isoDay(time) !== day ? undefined : day
}

/** The day so many days later (or earlier). */
export function addDays(day: string, count: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS)
}

/** The first day of the month so many months away from the day's month. */
export function firstOfMonth(day: string, months = 0): string {
  const [year = 1970, month = 1] = day.split('-').map(Number)
  return isoDay(Date.UTC(year, month - 1 + months, 1))
}

/** Six weeks from the Monday on or before the month's first day. */
export function monthGrid(first: string): readonly string[] {
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 42 }, (_, index) => addDays(first, index - weekday))
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
