import { describe, expect, test } from 'vitest'
import { addDays, firstOfMonth, monthGrid, readDay } from '../../renderer/ui/calendar-days.ts'

describe('typing a day', () => {
  test.each(['2026-11-22', '20261122', '2026.11.22', '2026/11/22', '2026年11月22日', ' 2026-11-22 '])(
    '%s is 2026-11-22',
    (typed) => {
      expect(readDay(typed)).toBe('2026-11-22')
    },
  )

  test('one-digit months and days', () => {
    expect(readDay('2026.1.5')).toBe('2026-01-05')
  })

  test.each(['2026-02-30', '2026-13-01', '2026-11', '26-11-22', '202611222', ''])('%s is no day', (typed) => {
    expect(readDay(typed)).toBeUndefined()
  })

  test('29 February exists in leap years only', () => {
    expect(readDay('20280229')).toBe('2028-02-29')
    expect(readDay('20260229')).toBeUndefined()
  })
})

describe('turning the calendar', () => {
  test('days and months cross the year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(firstOfMonth('2026-01-31', -1)).toBe('2025-12-01')
    expect(firstOfMonth('2026-01-31', 1)).toBe('2026-02-01')
  })

  test('a month starts on its Monday: 1 November 2026 is a Sunday', () => {
    const grid = monthGrid('2026-11-01')
    expect(grid).toHaveLength(42)
    expect(grid[0]).toBe('2026-10-26')
    expect(grid[6]).toBe('2026-11-01')
  })
})
