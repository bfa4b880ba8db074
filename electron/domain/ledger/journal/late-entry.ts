import { shanghaiDayOf } from '../../calendar/shanghai-day.ts'
import type { HolidayTable } from '../../model/holiday-table.ts'
import { workingDaysAfter } from '../../calendar/working-days.ts'
import type { PlainDate } from '../../model/plain-date.ts'

const WORKING_DAYS = 10

/** Last day on which a change of the day can be registered without being late (10 working days; 滕州 2013, 滨州). */
export function registrationDueOn(effectiveOn: PlainDate, imported: readonly HolidayTable[] = []): PlainDate {
  return workingDaysAfter(effectiveOn, WORKING_DAYS, imported)
}

/** 补录: registered after its time. `recordedAt` is a UTC instant, `imported` as above. */
export function isLateEntry(effectiveOn: PlainDate, recordedAt: string, imported: readonly HolidayTable[]): boolean {
  return shanghaiDayOf(recordedAt) > registrationDueOn(effectiveOn, imported)
}
