import { describe, expect, it } from 'vitest'
import { statutoryRetirement } from '../../../electron/domain/retirement/statutory-retirement.ts'
import { ANNEX_ROWS, ANNEXES } from '../../kit/retirement-annexes.ts'

/* Every row of the three annexes (source: tests/kit/retirement-annexes.ts) against the engine. */

describe('the tables as written out', () => {
  it.each([
    [
      'male60',
      144,
      { birth: '1965-01', years: 60, months: 1, retire: '2025-02' },
      { birth: '1976-12', years: 63, months: 0, retire: '2039-12' },
    ],
    [
      'female55',
      144,
      { birth: '1970-01', years: 55, months: 1, retire: '2025-02' },
      { birth: '1981-12', years: 58, months: 0, retire: '2039-12' },
    ],
    [
      'female50',
      120,
      { birth: '1975-01', years: 50, months: 1, retire: '2025-02' },
      { birth: '1984-12', years: 55, months: 0, retire: '2039-12' },
    ],
  ] as const)('%s has %i rows and the published first and last one', (category, count, first, last) => {
    expect(ANNEXES[category]).toHaveLength(count)
    expect(ANNEXES[category][0]).toMatchObject(first)
    expect(ANNEXES[category].at(-1)).toMatchObject(last)
  })

  it.each([
    ['male60', '1965-05', '2025-07'],
    ['male60', '1965-09', '2025-12'],
    ['male60', '1970-06', '2031-11'],
    ['male60', '1976-09', '2039-09'],
    ['female55', '1981-08', '2039-07'],
    ['female55', '1981-09', '2039-09'],
    ['female50', '1980-11', '2033-11'],
    ['female50', '1984-10', '2039-09'],
    ['female50', '1984-11', '2039-11'],
  ] as const)('%s born %s stands there with %s, as published', (category, birth, retire) => {
    expect(ANNEXES[category].find((row) => row.birth === birth)?.retire).toBe(retire)
  })
})

describe('the engine', () => {
  it.each(ANNEX_ROWS)(
    '$category $birth: $years 岁 $months 个月, $retire',
    ({ category, birth, years, months, retire, delay }) => {
      expect(statutoryRetirement(birth, category)).toMatchObject({
        age: { years, months },
        retireMonth: retire,
        delayMonths: delay,
      })
    },
  )

  it.each([
    ['male60', '1964-12', '2024-12', 60],
    ['female55', '1969-12', '2024-12', 55],
    ['female50', '1974-12', '2024-12', 50],
  ] as const)(
    '%s born %s, the month before the table, keeps the original age',
    (category, birth, retireMonth, years) => {
      expect(statutoryRetirement(birth, category)).toMatchObject({
        retireMonth,
        delayMonths: 0,
        age: { years, months: 0 },
      })
    },
  )

  it.each([
    ['male60', '1977-01', '2040-01', 63],
    ['female55', '1982-01', '2040-01', 58],
    ['female50', '1985-01', '2040-01', 55],
  ] as const)('%s born %s, the month after the table, has the last age', (category, birth, retireMonth, years) => {
    expect(statutoryRetirement(birth, category)).toMatchObject({ retireMonth, age: { years, months: 0 } })
  })
})
