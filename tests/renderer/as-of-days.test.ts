import { describe, expect, test } from 'vitest'
import {
  addMonths,
  around,
  dayOfNumber,
  marksOf,
  numberOfDay,
  shareOf,
  sliderRange,
  stepDay,
  yearMarks,
} from '../../renderer/features/shell/as-of-days.ts'

const RANGE = { from: '2006-11-01', to: '2027-11-22' }

describe('the day slider', () => {
  test('reaches from the earliest day on record to a year ahead', () => {
    expect(sliderRange(['2019-03-01', '2006-11-01', '2027-01-01'], '2026-11-22')).toEqual(RANGE)
  })

  test('an empty book has a year behind and a year ahead', () => {
    expect(sliderRange([], '2026-11-22')).toEqual({ from: '2025-11-22', to: '2027-11-22' })
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-22', 14, '2028-01-22'],
  ])('%s and %i months is %s', (day, months, result) => expect(addMonths(day, months)).toBe(result))

  test.each([
    ['ArrowRight', '2026-12-22'],
    ['ArrowLeft', '2026-10-22'],
    ['PageDown', '2025-11-22'],
    ['PageUp', '2027-11-22'],
    ['Home', '2006-11-01'],
    ['End', '2027-11-22'],
    ['a', null],
  ])('%s leads to %s', (key, day) => expect(stepDay('2026-11-22', key, RANGE)).toBe(day))

  test('stops at its ends', () => {
    expect(stepDay('2006-11-15', 'ArrowLeft', RANGE)).toBe('2006-11-01')
    expect(stepDay('2027-11-01', 'PageUp', RANGE)).toBe('2027-11-22')
  })

  test('a day and its number are the same day in every time zone', () => {
    for (const day of ['2006-11-01', '2024-02-29', '2026-12-31']) expect(dayOfNumber(numberOfDay(day))).toBe(day)
  })

  test('the ends lie at 0 and 100', () => {
    expect([shareOf(RANGE.from, RANGE), shareOf(RANGE.to, RANGE)]).toEqual([0, 100])
  })
})

describe('the marks', () => {
  const marks = marksOf(
    [
      { on: '2026-11-23', title: '借出' },
      { on: '2006-11-01', title: '新建' },
      { on: '2026-11-23', title: '内部调整' },
      { on: '2026-11-23', title: '借出' },
      { on: '1999-01-01', title: '早' },
    ],
    RANGE,
  )

  test('one a day, saying what happened once each, in order', () => {
    expect(marks.map((mark) => mark.text)).toEqual(['2006-11-01 新建', '2026-11-23 借出、内部调整'])
  })

  test('lead to the change before and after', () => {
    expect(around(marks, '2026-11-22')).toMatchObject({ before: { on: '2006-11-01' }, after: { on: '2026-11-23' } })
    expect(around(marks, '2026-11-23')).toMatchObject({ before: { on: '2006-11-01' }, after: null })
  })

  test('never more than ten years are written under it', () => {
    expect(yearMarks(RANGE).map((mark) => mark.year)).toEqual([
      2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026,
    ])
    expect(yearMarks({ from: '2025-11-22', to: '2027-11-22' }).map((mark) => mark.year)).toEqual([2026, 2027])
    expect(yearMarks({ from: '1949-10-01', to: '2027-11-22' }).length).toBeLessThanOrEqual(10)
  })
})
