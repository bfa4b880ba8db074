import { shanghaiDayOf } from '../calendar/shanghai-day.ts'
import type { HolidayTable } from '../calendar/holiday-tables.ts'
import { endOfWorkingDays } from '../calendar/working-days.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'

const WORKING_DAYS = 10
const WORKING_DAYS_A_WEEK = 5

/**
 * The last of so many working days after the day, which is not counted. For years whose holiday notice is not on record weeks without a
 * holiday are taken: five working days are seven calendar days, ten are fourteen. `imported`: holiday tables of the book.
 */
export function workingDaysAfter(day: PlainDate, workingDays: number, imported: readonly HolidayTable[] = []): PlainDate {
  const period = endOfWorkingDays(day, workingDays, imported)
  return 'missingYear' in period ? addDays(day, Math.ceil((workingDays / WORKING_DAYS_A_WEEK) * 7)) : period.endsOn
}

/** Last day on which a change of the day can be registered without being late (10 working days; 滕州 2013, 滨州). */
export function registrationDueOn(effectiveOn: PlainDate, imported: readonly HolidayTable[] = []): PlainDate {
  return workingDaysAfter(effectiveOn, WORKING_DAYS, imported)
}

/** 补录: registered after its time. `recordedAt` is a UTC instant, `imported` as above. */
export function isLateEntry(effectiveOn: PlainDate, recordedAt: string, imported: readonly HolidayTable[]): boolean {
  return shanghaiDayOf(recordedAt) > registrationDueOn(effectiveOn, imported)
}
