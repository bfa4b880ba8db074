import { isWorkday } from 'chinese-days'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { HOLIDAY_TABLES } from '../../../electron/domain/calendar/holiday-tables.ts'
import { endOfWorkingDays, isWorkingDay } from '../../../electron/domain/calendar/working-days.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'

const daysOf = (year: number) => {
  const days: string[] = []
  for (let date = `${year}-01-01`; date < `${year + 1}-01-01`; date = addDays(date, 1)) days.push(date)
  return days
}

/** Counted by hand from the notices. */
const WORKING_DAYS = [
  [2024, 251],
  [2025, 248],
  [2026, 248],
] as const

it('every year on record has its count', () => {
  expect(WORKING_DAYS.map(([year]) => year)).toEqual(HOLIDAY_TABLES.map(({ year }) => year))
})

it.each(WORKING_DAYS)('%i has %i working days', (year, count) => {
  expect(daysOf(year).filter((date) => isWorkingDay(date) === true)).toHaveLength(count)
})

it('agrees with an independent table on every day of the years on record', () => {
  const differing = HOLIDAY_TABLES.flatMap((table) => daysOf(table.year)).filter(
    (date) => isWorkingDay(date) !== isWorkday(date),
  )
  expect(differing).toEqual([])
})

it('除夕 2024 is worked, a 调休 Sunday too', () => {
  expect(isWorkingDay('2024-02-09')).toBe(true)
  expect(isWorkingDay('2026-02-14')).toBe(true)
  expect(isWorkingDay('2026-10-08')).toBe(true)
})

it('does not guess a year whose notice is not out', () => {
  expect(isWorkingDay('2027-01-04')).toEqual({ missingYear: 2027 })
  expect(endOfWorkingDays('2026-12-28', 5)).toEqual({ missingYear: 2027 })
  expect(endOfWorkingDays('2026-12-24', 5)).toEqual({ endsOn: '2026-12-31', calendarDays: 7 })
})

it.each([
  ['2026-11-23', 7, '2026-12-02', 9],
  // Posted on a Friday, on a holiday's eve, in the holiday, on a weekend that is worked.
  ['2026-11-20', 5, '2026-11-27', 7],
  ['2026-09-30', 5, '2026-10-13', 13],
  ['2026-10-03', 1, '2026-10-08', 5],
  ['2026-09-19', 1, '2026-09-20', 1],
  ['2025-12-31', 2, '2026-01-05', 5],
])('posted %s for %i working days: to %s, %i calendar days', (from, days, endsOn, calendarDays) => {
  expect(endOfWorkingDays(from, days)).toEqual({ endsOn, calendarDays })
})

it('the last day is worked, the posting day never counts, one more day never ends earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const from = addDays('2024-01-01', offset)
      const end = endOfWorkingDays(from, days)
      if ('missingYear' in end) return
      expect(isWorkingDay(end.endsOn)).toBe(true)
      let counted = 0
      for (let date = addDays(from, 1); date <= end.endsOn; date = addDays(date, 1))
        if (isWorkingDay(date) === true) counted += 1
      expect(counted).toBe(days)
      expect(addDays(from, end.calendarDays)).toBe(end.endsOn)
    }),
  )
})

it('a year the book has imported counts, and goes before a bundled one', () => {
  const next = {
    year: 2027,
    notice: '试',
    issuedOn: null,
    off: [['2027-01-01', '2027-01-03']],
    worked: ['2027-01-09'],
  } as const
  expect(endOfWorkingDays('2026-12-28', 5, [next])).toEqual({ endsOn: '2027-01-05', calendarDays: 8 })
  expect([
    isWorkingDay('2027-01-09', [next]),
    isWorkingDay('2027-01-10', [next]),
    isWorkingDay('2028-01-03', [next]),
  ]).toEqual([true, false, { missingYear: 2028 }])
  expect([
    isWorkingDay('2026-11-23'),
    isWorkingDay('2026-11-23', [{ ...next, year: 2026, off: [['2026-11-23', '2026-11-23']], worked: [] }]),
  ]).toEqual([true, false])
})
