import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuotaChangeEvent } from '../../../../electron/domain/ledger/events/quota-increase.ts'
import { addDays } from '../../../../electron/domain/model/plain-date.ts'
import { factBook, held } from '../../../kit/fact-book.ts'
import { BY, desk, type Desk } from './desk.ts'

type Change = Omit<QuotaChangeEvent, 'type' | 'document' | 'category'>
const increase = (change: Change, number = BY.number) =>
  ({ type: 'quota.increase', document: { number }, category: 'administrative', ...change }) as const
const decrease = (change: Change, number = BY.number) =>
  ({ type: 'quota.decrease', document: { number }, category: 'administrative', ...change }) as const
const transfer = (change: Change & { readonly to: string }) =>
  ({ type: 'quota.transfer', document: BY, category: 'administrative', ...change }) as const

/** 党政办 5, 经济办 3. */
const twoOffices = () =>
  desk(
    factBook({
      units: [
        { name: '乡', kind: 'township' },
        { name: '党政办', quotas: { administrative: 5 } },
        { name: '经济办', quotas: { administrative: 3 } },
      ],
    }),
  )

describe('核增 and 核减', () => {
  it('hold from their day, by their document; the day before stays as it was', () => {
    const book = twoOffices()
    const plan = book.add(increase({ on: '2015-03-01', unit: '党政办', by: 2 }))
    expect([
      book.quota('党政办', '2015-02-28'),
      book.quota('党政办', '2015-03-01'),
      book.quota('党政办', '2026-11-22'),
    ]).toEqual([5, 7, 7])
    expect(plan.summary).toBe('党政办行政编制自 2015-03-01 起核增 2 名（5 → 7）')
    expect(plan.touches).toEqual([{ unitId: '党政办', category: 'administrative' }])
    const document = book.facts().basis_document.find((row) => row.number === BY.number)
    expect(
      book.facts().quota.find((row) => row.unit_id === '党政办' && row.valid_from === '2015-03-01')?.document_id,
    ).toBe(document?.id)
    expect(book.facts().ledger_event).toMatchObject([
      {
        type: 'quota.increase',
        effective_on: '2015-03-01',
        unit_id: '党政办',
        category: 'administrative',
        document_number: BY.number,
      },
    ])
  })

  it('learnt of late, raises every later balance by the same number, each keeping its own document', () => {
    const book = twoOffices()
    book.add(increase({ on: '2018-01-01', unit: '党政办', by: 3 }, '甲文'))
    book.add(decrease({ on: '2020-01-01', unit: '党政办', by: 1 }, '乙文'))
    const plan = book.add(increase({ on: '2015-01-01', unit: '党政办', by: 2 }, '丙文'))
    expect(['2014-12-31', '2015-01-01', '2018-01-01', '2020-01-01'].map((day) => book.quota('党政办', day))).toEqual([
      5, 7, 10, 9,
    ])
    expect(plan.summary).toContain('之后登记的 2 条余额随之调整')
    const numbers = new Map(book.facts().basis_document.map((row) => [row.id, row.number]))
    const rows = book
      .facts()
      .quota.filter((row) => row.unit_id === '党政办')
      .toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))
    expect(rows.map((row) => numbers.get(row.document_id))).toEqual(['山编办〔2000〕1号', '丙文', '甲文', '乙文'])
  })

  it('on the day another balance begins: no row of no days, and the later document speaks', () => {
    const book = twoOffices()
    book.add(increase({ on: '2018-01-01', unit: '党政办', by: 3 }, '甲文'))
    book.add(increase({ on: '2018-01-01', unit: '党政办', by: 1 }, '乙文'))
    expect([book.quota('党政办', '2017-12-31'), book.quota('党政办', '2018-01-01')]).toEqual([5, 9])
    expect(book.facts().quota.filter((row) => row.unit_id === '党政办')).toHaveLength(2)
  })

  it('down to nothing is possible, below nothing is not, on no later day either', () => {
    const book = twoOffices()
    expect(book.refused(decrease({ on: '2015-01-01', unit: '党政办', by: 6 }))).toEqual({
      code: 'not_enough_quota',
      details: { unit: '党政办', category: '行政编制', quota: 5, by: 6 },
    })
    book.add(decrease({ on: '2018-01-01', unit: '党政办', by: 4 }))
    expect(book.refused(decrease({ on: '2015-01-01', unit: '党政办', by: 2 }))).toEqual({
      code: 'not_enough_quota',
      details: { unit: '党政办', category: '行政编制（2018-01-01 起）', quota: 1, by: 2 },
    })
    book.add(decrease({ on: '2015-01-01', unit: '党政办', by: 1 }))
    expect([book.quota('党政办', '2015-01-01'), book.quota('党政办', '2018-01-01')]).toEqual([4, 0])
  })

  it('of a category the unit never had: it begins at the number; taking from it is refused', () => {
    const book = twoOffices()
    expect(
      book.refused(decrease({ on: '2015-01-01', unit: '党政办', category: 'worker', by: 1 } as Change)),
    ).toMatchObject({ code: 'not_enough_quota', details: { quota: 0 } })
    book.add({ type: 'quota.increase', document: BY, on: '2015-01-01', unit: '党政办', category: 'worker', by: 1 })
    expect([book.quota('党政办', '2014-12-31', 'worker'), book.quota('党政办', '2015-01-01', 'worker')]).toEqual([0, 1])
  })

  it('of a unit that is not there on the day is refused', () => {
    expect(twoOffices().refused(increase({ on: '1999-12-31', unit: '党政办', by: 1 })).code).toBe('unit_not_found')
  })

  it('of the township itself moves the approved total and allots nothing', () => {
    const book = twoOffices()
    book.add(increase({ on: '2015-01-01', unit: '乡', by: 9 }))
    const { totals, lines } = book.figures('2015-01-01')
    expect(totals).toMatchObject([{ category: 'administrative', ceiling: 9, quota: 8 }])
    expect(lines.some((line) => line.unitId === '乡')).toBe(false)
    book.add(increase({ on: '2016-01-01', unit: '党政办', by: 2 }))
    expect(book.figures('2016-01-01').totals).toMatchObject([{ ceiling: 9, quota: 10 }])
  })
})

describe('调剂', () => {
  it('takes from one what it gives to the other, the same day', () => {
    const book = twoOffices()
    const plan = book.add(transfer({ on: '2015-01-01', unit: '党政办', to: '经济办', by: 2 }))
    expect([
      book.quota('党政办', '2014-12-31'),
      book.quota('经济办', '2014-12-31'),
      book.quota('党政办', '2015-01-01'),
      book.quota('经济办', '2015-01-01'),
    ]).toEqual([5, 3, 3, 5])
    expect(plan.summary).toBe('行政编制自 2015-01-01 起调剂 2 名：党政办（5 → 3）调给经济办（3 → 5）')
    expect(plan.touches.map((line) => line.unitId)).toEqual(['党政办', '经济办'])
    expect(book.facts().ledger_event).toMatchObject([{ unit_id: '党政办', other_unit_id: '经济办' }])
  })

  it('is refused beyond what is there, within one unit, and out of the approved total', () => {
    const book = twoOffices()
    expect(book.refused(transfer({ on: '2015-01-01', unit: '经济办', to: '党政办', by: 4 }))).toMatchObject({
      code: 'not_enough_quota',
      details: { unit: '经济办', quota: 3, by: 4 },
    })
    expect(book.refused(transfer({ on: '2015-01-01', unit: '党政办', to: '党政办', by: 1 })).code).toBe(
      'event_impossible',
    )
    expect(book.refused(transfer({ on: '2015-01-01', unit: '乡', to: '党政办', by: 1 })).code).toBe('event_impossible')
  })
})

const DAYS = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2012-01-01', days))
const CHANGES = fc.array(
  fc.record({
    kind: fc.constantFrom('up', 'down', 'over'),
    on: DAYS,
    unit: fc.constantFrom('党政办', '经济办'),
    by: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Does the change unless it is refused for want of quota; tells whether it was done. */
function attempt(
  book: Desk,
  { kind, on, unit, by }: { readonly kind: string; readonly on: string; readonly unit: string; readonly by: number },
): boolean {
  const other = unit === '党政办' ? '经济办' : '党政办'
  const event =
    kind === 'up'
      ? increase({ on, unit, by })
      : kind === 'down'
        ? decrease({ on, unit, by })
        : transfer({ on, unit, to: other, by })
  try {
    book.add(event)
    return true
  } catch (error) {
    if (String(error).includes('not_enough_quota')) return false
    throw error
  }
}

describe('in any order of registering', () => {
  it('a balance on any day is the first one plus what had been changed by that day; the sum follows 核增 and 核减 alone', () => {
    fc.assert(
      fc.property(CHANGES, DAYS, (changes, day) => {
        const book = twoOffices()
        const done = changes.filter((change) => attempt(book, change))
        const by = (day: string, unit: string) =>
          done
            .filter((change) => change.on <= day)
            .reduce((sum, { kind, unit: own, by: amount }) => {
              if (kind === 'over') return sum + (own === unit ? -amount : amount)
              if (own !== unit) return sum
              return sum + (kind === 'up' ? amount : -amount)
            }, 0)
        for (const at of [day, ...done.flatMap((change) => [change.on, addDays(change.on, -1)]), '2026-11-22']) {
          expect(book.quota('党政办', at)).toBe(5 + by(at, '党政办'))
          expect(book.quota('经济办', at)).toBe(3 + by(at, '经济办'))
        }
      }),
      { numRuns: 150 },
    )
  })
})

it('people above the quota after a 核减 are over it, on that line', () => {
  const book = desk(
    factBook({
      units: [{ name: '党政办', quotas: { administrative: 2 } }],
      people: [
        { name: '甲', holdings: [held('党政办')] },
        { name: '乙', holdings: [held('党政办')] },
      ],
    }),
  )
  book.add(decrease({ on: '2026-01-01', unit: '党政办', by: 1 }))
  expect(book.figures('2025-12-31').lines).toMatchObject([{ quota: 2, actual: 2, over: 0 }])
  expect(book.figures('2026-01-01').lines).toMatchObject([{ quota: 1, actual: 2, over: 1 }])
})
