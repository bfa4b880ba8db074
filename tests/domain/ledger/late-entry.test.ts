import { expect, it } from 'vitest'
import { endOfShanghaiDay, shanghaiDayOf } from '../../../electron/domain/calendar/shanghai-day.ts'
import { isLateEntry, registrationDueOn } from '../../../electron/domain/ledger/journal/late-entry.ts'

it('ten working days, the day itself not counted; National Day does not count either', () => {
  expect(registrationDueOn('2026-11-09')).toBe('2026-11-23')
  expect(registrationDueOn('2026-09-28') > '2026-10-12').toBe(true)
})

it('in time on the tenth working day, late on the eleventh, by the day in Shanghai', () => {
  expect(isLateEntry('2026-11-09', '2026-11-23T15:59:59.999Z', [])).toBe(false)
  expect(isLateEntry('2026-11-09', '2026-11-23T16:00:00.000Z', [])).toBe(true)
})

it('years without a holiday notice on record: fourteen calendar days', () => {
  expect(registrationDueOn('1998-03-02')).toBe('1998-03-16')
  expect(isLateEntry('1998-03-02', '1998-03-16T10:00:00.000Z', [])).toBe(false)
})

it('a coming event is never late', () => {
  expect(isLateEntry('2027-01-01', '2026-11-22T02:00:00.000Z', [])).toBe(false)
})

it('the last instant of a day is still that day', () => {
  expect(endOfShanghaiDay('2026-12-31')).toBe('2026-12-31T15:59:59.999Z')
  expect(shanghaiDayOf(endOfShanghaiDay('2026-12-31'))).toBe('2026-12-31')
  expect(shanghaiDayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
})

it('a year’s table imported into the book counts: the same day is late with one more working day between', () => {
  const year = {
    year: 2027,
    notice: '试验',
    issuedOn: '2026-11-20',
    off: [['2027-01-01', '2027-01-03']] as const,
    worked: [],
  }
  const worked = { ...year, worked: ['2027-01-09'] as const }
  // 2027-01-04 to 2027-01-18: ten working days, unless a Saturday is worked.
  expect(isLateEntry('2027-01-04', '2027-01-18T08:00:00.000Z', [year])).toBe(false)
  expect(isLateEntry('2027-01-04', '2027-01-18T08:00:00.000Z', [worked])).toBe(true)
})
