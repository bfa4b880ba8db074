import { shanghaiDayOf } from '../calendar/shanghai-day.ts'
import { endOfWorkingDays } from '../calendar/working-days.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'

const WORKING_DAYS = 10
/** Ten working days without a holiday are fourteen calendar days: what is used for years whose holiday notice is not on record. */
const CALENDAR_DAYS = 14

/** Last day on which a change of the day can be registered without being late (10 working days; 滕州 2013, 滨州). */
export function registrationDueOn(effectiveOn: PlainDate): PlainDate {
  const period = endOfWorkingDays(effectiveOn, WORKING_DAYS)
  return 'missingYear' in period ? addDays(effectiveOn, CALENDAR_DAYS) : period.endsOn
}

/** 补录: registered after its time. `recordedAt` is a UTC instant. */
export function isLateEntry(effectiveOn: PlainDate, recordedAt: string): boolean {
  return shanghaiDayOf(recordedAt) > registrationDueOn(effectiveOn)
}
