import { addDays, type PlainDate } from '../model/plain-date.ts'
import { HOLIDAY_TABLES } from './holiday-tables.ts'
import type { HolidayTable } from '../model/holiday-table.ts'

/** A year whose holiday notice is not on record: nothing is computed through it. */
export interface MissingYear {
  readonly missingYear: number
}

const SHIPPED: ReadonlyMap<number, HolidayTable> = new Map(HOLIDAY_TABLES.map((table) => [table.year, table]))

/** True on a day that is worked: a weekday that is no holiday, or a 调休 weekend day. `imported`: tables of the book, which go before the bundled ones. */
export function isWorkingDay(date: PlainDate, imported: readonly HolidayTable[] = []): boolean | MissingYear {
  const year = Number(date.slice(0, 4))
  const table = imported.find((own) => own.year === year) ?? SHIPPED.get(year)
  if (table === undefined) return { missingYear: year }
  if (table.worked.includes(date)) return true
  if (table.off.some(([from, to]) => from <= date && date <= to)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/**
 * Last day of a period of `days` working days, inclusive. The day of posting is not counted (民法典 第201条), counting begins the
 * next day. `calendarDays`: how many calendar days that is, the posting day again not counted.
 */
export function endOfWorkingDays(
  from: PlainDate,
  days: number,
  imported: readonly HolidayTable[] = [],
): { readonly endsOn: PlainDate; readonly calendarDays: number } | MissingYear {
  let date = from
  let calendarDays = 0
  for (let counted = 0; counted < days;) {
    date = addDays(date, 1)
    calendarDays += 1
    const working = isWorkingDay(date, imported)
    if (typeof working !== 'boolean') return working
    if (working) counted += 1
  }
  return { endsOn: date, calendarDays }
}

const WORKING_DAYS_A_WEEK = 5

/**
 * The last of so many working days after the day, which is not counted. For years whose holiday notice is not on record weeks without a
 * holiday are taken: five working days are seven calendar days, ten are fourteen. `imported`: holiday tables of the book.
 */
export function workingDaysAfter(
  day: PlainDate,
  workingDays: number,
  imported: readonly HolidayTable[] = [],
): PlainDate {
  const period = endOfWorkingDays(day, workingDays, imported)
  return 'missingYear' in period ? addDays(day, Math.ceil((workingDays / WORKING_DAYS_A_WEEK) * 7)) : period.endsOn
}
