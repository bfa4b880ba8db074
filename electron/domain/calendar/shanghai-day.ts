import { rememberText } from '../model/remember-text.ts'
import type { PlainDate } from '../model/plain-date.ts'

/* Instants are UTC; days are those of Asia/Shanghai, eight hours ahead all year since 1992, long before any entry of a journal. */

const AHEAD = 8 * 60 * 60 * 1000

/** The calendar day of a UTC instant in Shanghai. */
export const shanghaiDayOf: (instant: string) => PlainDate = rememberText((instant) =>
  new Date(Date.parse(instant) + AHEAD).toISOString().slice(0, 10),
)

/** The last instant of a day, UTC ISO: everything recorded on the day is at or before it. */
export function endOfShanghaiDay(day: PlainDate): string {
  return new Date(Date.parse(`${day}T23:59:59.999Z`) - AHEAD).toISOString()
}

/** What the clerk's clock showed at a UTC instant: `2026-11-22 10:05`. */
export function clerkMinute(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD).toISOString().slice(0, 16).replace('T', ' ')
}
