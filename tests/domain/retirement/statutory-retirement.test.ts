import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../electron/domain/model/plain-date.ts'
import { proposeRetirementCategory } from '../../../electron/domain/retirement/retirement-category.ts'
import { statutoryRetirement } from '../../../electron/domain/retirement/statutory-retirement.ts'

const VECTORS = [
  ['male60', '1965-01', '2025-02', 1],
  ['male60', '1965-05', '2025-07', 2],
  ['male60', '1970-06', '2031-11', 17],
  ['male60', '1976-09', '2039-09', 36],
  ['male60', '1976-12', '2039-12', 36],
  ['male60', '1964-12', '2024-12', 0],
  ['male60', '1964-03', '2024-03', 0],
  ['female55', '1970-01', '2025-02', 1],
  ['female55', '1981-09', '2039-09', 36],
  ['female55', '1981-08', '2039-07', 35],
  ['female50', '1975-01', '2025-02', 1],
  ['female50', '1984-10', '2039-09', 59],
  ['female50', '1984-11', '2039-11', 60],
  ['female50', '1980-11', '2033-11', 36],
  ['female50', '1995-06', '2050-06', 60],
] as const

describe('the annexes of the 2024 measure', () => {
  it.each(VECTORS)('%s born %s retires %s, %i months late', (category, birth, retireMonth, delayMonths) => {
    expect(statutoryRetirement(birth, category)).toMatchObject({ retireMonth, delayMonths })
  })
  it('a result in December is December, not month 00', () => {
    expect(statutoryRetirement('1965-09', 'male60').retireMonth).toBe('2025-12')
  })
  it('the first month of a band is already one month later', () => {
    expect(statutoryRetirement('1965-04', 'male60').delayMonths).toBe(1)
    expect(statutoryRetirement('1965-05', 'male60').delayMonths).toBe(2)
  })
  it('gives the age in years and months and the month of the original age', () => {
    expect(statutoryRetirement('1970-06', 'male60')).toEqual({
      retireMonth: '2031-11',
      delayMonths: 17,
      age: { years: 61, months: 5 },
      originalMonth: '2030-06',
    })
  })
  it('the day of birth never matters', () => {
    expect(statutoryRetirement('1970-06-30', 'male60')).toEqual(statutoryRetirement('1970-06-01', 'male60'))
  })
  it.each([
    ['male60', '1965-01', 144, 4, 36],
    ['female55', '1970-01', 144, 4, 36],
    ['female50', '1975-01', 120, 2, 60],
  ] as const)(
    '%s: one month more every %s…, up to the cap, as the whole annex prints it',
    (category, start, length, step, cap) => {
      const delays = Array.from(
        { length },
        (_, row) => statutoryRetirement(addMonths(start, row), category).delayMonths,
      )
      expect(delays).toEqual(Array.from({ length }, (_, row) => Math.min(Math.ceil((row + 1) / step), cap)))
      expect(statutoryRetirement(addMonths(start, length - 1), category).retireMonth).toBe('2039-12')
    },
  )
  it('who is born later never retires earlier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.constantFrom('male60' as const, 'female55' as const, 'female50' as const),
        (months, category) => {
          const birth = addMonths('1955-01', months)
          expect(
            statutoryRetirement(addMonths(birth, 1), category).retireMonth >
              statutoryRetirement(birth, category).retireMonth,
          ).toBe(true)
        },
      ),
    )
  })
})

describe('which track a person is on', () => {
  const woman = {
    sex: '女',
    quotaCategory: 'institution',
    postTitle: '管理岗九级',
    rank: null,
    professionalTitle: null,
  } as const
  it.each([
    [{ ...woman, sex: '男' }, 'male60'],
    [{ ...woman, sex: null }, undefined],
    [{ ...woman, quotaCategory: 'administrative', postTitle: '科员' }, 'female55'],
    [{ ...woman, quotaCategory: 'administrative', postTitle: '' }, 'female55'],
    [{ ...woman, quotaCategory: 'administrative', rank: '四级调研员' }, undefined],
    [{ ...woman, quotaCategory: 'administrative', rank: '县处级副职' }, 'male60'],
    [{ ...woman, quotaCategory: 'worker', postTitle: '驾驶员' }, 'female50'],
    [woman, 'female55'],
    [{ ...woman, postTitle: '专业技术岗十二级' }, 'female55'],
    [{ ...woman, postTitle: '工勤技能岗三级' }, 'female50'],
    [{ ...woman, postTitle: '高级工' }, 'female50'],
    [{ ...woman, professionalTitle: '高级农艺师' }, 'male60'],
    [{ ...woman, professionalTitle: '助理农艺师' }, 'female55'],
    [{ ...woman, professionalTitle: '高级工程师' }, 'male60'],
    [{ ...woman, postTitle: '' }, undefined],
    [{ ...woman, postTitle: '管理岗九级（工人身份）' }, undefined],
    [{ ...woman, quotaCategory: 'other' }, undefined],
    [{ ...woman, quotaCategory: 'institutionCivilService', postTitle: '' }, 'female55'],
  ] as const)('%o → %s', (facts, category) => {
    expect(proposeRetirementCategory(facts)?.category).toBe(category)
  })
  it('names the document it rests on', () => {
    expect(proposeRetirementCategory({ ...woman, postTitle: '工勤技能岗三级' })?.basis).toContain('女年满五十周岁')
  })
})
