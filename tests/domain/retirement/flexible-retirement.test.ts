import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../electron/domain/model/plain-date.ts'
import { flexibleRange } from '../../../electron/domain/retirement/flexible-retirement.ts'
import { minimumContributionMonths } from '../../../electron/domain/retirement/minimum-contribution.ts'
import { statutoryRetirement } from '../../../electron/domain/retirement/statutory-retirement.ts'
import { ANNEX_ROWS, ANNEXES } from '../../kit/retirement-annexes.ts'

describe('弹性退休 (人社部发〔2024〕94号)', () => {
  it.each([
    // Less than 36 months late by law: the original age is the limit.
    ['male60', '1968-06', '2028-06', '2032-05'],
    // Exactly 36 months: both limits in the same month.
    ['male60', '1976-09', '2036-09', '2042-09'],
    ['female55', '1981-12', '2036-12', '2042-12'],
    // More than 36 months: 36 months are the limit, the original age (2034-11) is out of reach.
    ['female50', '1984-11', '2036-11', '2042-11'],
    ['female50', '1980-11', '2030-11', '2036-11'],
    ['female50', '1981-01', '2031-02', '2037-02'],
  ] as const)('%s born %s: from %s to %s', (category, birth, earliest, latest) => {
    expect(flexibleRange(birth, category, 'professional')).toEqual({ earliest, latest, notes: [] })
  })

  it.each(['civilServant', 'manager'] as const)(
    '%s: early like everyone, never late, and the clause says why',
    (kind) => {
      const range = flexibleRange('1968-06', 'male60', kind)
      expect(range).toMatchObject({ earliest: '2028-06', latest: null })
      expect(range.notes.join()).toContain('第四条第二款')
    },
  )

  it('names the caution where nobody said what the person is employed as', () => {
    const range = flexibleRange('1968-06', 'male60', null)
    expect(range.latest).toBe('2032-05')
    expect(range.notes.join()).toContain('没有写明人员类别')
  })

  it.each([
    ['male60', '1964-12', '2024-12'],
    ['female55', '1969-12', '2024-12'],
    ['female50', '1974-12', '2024-12'],
  ] as const)('%s born %s had reached the original age by 2024-12-31: nothing to choose', (category, birth, retire) => {
    const range = flexibleRange(birth, category, 'worker')
    expect(range).toMatchObject({ earliest: retire, latest: null })
    expect(range.notes.join()).toContain('不适用弹性退休')
  })

  it('holds on every row: at most 36 months early, never before the original age, one of the two exactly; 36 months late', () => {
    for (const { category, birth, retire } of ANNEX_ROWS) {
      const { earliest, latest } = flexibleRange(birth, category, 'worker')
      const { originalMonth } = statutoryRetirement(birth, category)
      expect(earliest >= originalMonth && addMonths(earliest, 36) >= retire, `born ${birth}`).toBe(true)
      expect(earliest === originalMonth || addMonths(earliest, 36) === retire, `born ${birth}`).toBe(true)
      expect(latest, `born ${birth}`).toBe(addMonths(retire, 36))
    }
    expect(
      ANNEXES.female50.filter(
        (row) =>
          flexibleRange(row.birth, row.category, 'worker').earliest >
          statutoryRetirement(row.birth, row.category).originalMonth,
      ),
    ).toHaveLength(48)
  })
})

describe('最低缴费年限 (办法附件4)', () => {
  it.each([
    [2024, 15],
    [2025, 15],
    [2029, 15],
    [2030, 15.5],
    [2031, 16],
    [2032, 16.5],
    [2033, 17],
    [2034, 17.5],
    [2035, 18],
    [2036, 18.5],
    [2037, 19],
    [2038, 19.5],
    [2039, 20],
    [2040, 20],
    [2060, 20],
  ])('%i: %d years', (year, years) => {
    expect(minimumContributionMonths(year)).toBe(years * 12)
  })
})
