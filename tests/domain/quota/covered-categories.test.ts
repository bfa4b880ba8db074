import { describe, expect, test } from 'vitest'
import { approvedTotals } from '../../../electron/domain/quota/covered-categories.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import type { QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import { buildSnapshot } from '../../kit/snapshot.ts'

type Amounts = Partial<Record<QuotaCategory, number>>

const totals = (ceilings: Amounts, ...units: readonly Amounts[]) =>
  approvedTotals(
    computeFigures(
      buildSnapshot({
        units: [
          { name: '山溪乡', kind: 'township', ceilings },
          ...units.map((quotas, turn) => ({ name: `站${turn}`, kind: 'institution' as const, quotas })),
        ],
      }),
    ),
  ).map(({ category, approved, allotted }) => [category, approved, allotted])

describe('an approved total beside what the units have of it', () => {
  test('only categories with a total on record are compared', () => {
    expect(totals({ institution: 10 }, { institution: 6, worker: 2 }, { institution: 3 })).toEqual([
      ['institution', 10, 9],
    ])
    expect(totals({}, { institution: 6 })).toEqual([])
  })

  test('事业编制 as a whole covers 全额, 差额 and 自收自支, however the units divide it', () => {
    expect(
      totals(
        { institution: 28 },
        { institutionFull: 20, institutionPartial: 3 },
        { institutionSelf: 1, institution: 4 },
      ),
    ).toEqual([['institution', 28, 28]])
  })

  test('参公 is a type of its own', () => {
    expect(totals({ institution: 28 }, { institution: 5, institutionCivilService: 3 })).toEqual([
      ['institution', 28, 5],
    ])
  })

  test('a part with its own total may be meant beside the whole or within it', () => {
    const units = { institution: 8, institutionFull: 20 }
    // 8 beside 20
    expect(totals({ institution: 8, institutionFull: 20 }, units)).toEqual([
      ['institution', 8, 8],
      ['institutionFull', 20, 20],
    ])
    // 28, 其中 全额 20
    expect(totals({ institution: 28, institutionFull: 20 }, units)).toEqual([
      ['institution', 28, 28],
      ['institutionFull', 20, 20],
    ])
    // neither: the difference to the whole is what is said
    expect(totals({ institution: 30, institutionFull: 20 }, units)[0]).toEqual(['institution', 30, 28])
  })
})
