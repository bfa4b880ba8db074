import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import type { ReviewResult } from '../../../electron/vocabulary/record-lists.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { findingsOf, jiangxiUnits, recordOf, run, seat, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

/* Rules over what the book had collected and nothing had judged. */

const OFFICE = { name: '党政办', kind: 'office' as const, quotas: { administrative: 40, institution: 40 } }
const found = (spec: Omit<SnapshotSpec, 'units'> & Partial<SnapshotSpec>, rule: string) =>
  findingsOf(run({ units: [OFFICE], ...spec }), rule)
const review = (personId: string, year: number, result: ReviewResult) =>
  recordOf('annualReview', { year, result }, { personId, validFrom: `${year + 1}-01-20`, id: `${personId}-${year}` })

describe('G9 连续两年不称职', () => {
  const judged = (years: readonly (readonly [number, ReviewResult])[], category: QuotaCategory = 'administrative') =>
    found(
      {
        people: [seated('甲', '党政办', category)],
        records: { annualReview: years.map(([year, result]) => review('甲', year, result)) },
      },
      'G9',
    )

  test('two years running: a 公务员 is to be dismissed, of 事业 the contract may be ended', () => {
    const years = [
      [2024, 'incompetent'],
      [2025, 'incompetent'],
    ] as const
    expect(judged(years).map(({ severity, text }) => [severity, text])).toEqual([
      ['error', '甲（党政办 干事）2024、2025 年度考核连续两年不称职，应予辞退，仍在占用编制。'],
    ])
    expect(judged(years, 'institution').map(({ severity }) => severity)).toEqual(['warning'])
  })

  test.each([
    ['one year', [[2025, 'incompetent']]],
    [
      'a year between',
      [
        [2023, 'incompetent'],
        [2025, 'incompetent'],
      ],
    ],
    [
      'put right since',
      [
        [2023, 'incompetent'],
        [2024, 'incompetent'],
        [2025, 'competent'],
      ],
    ],
    [
      '基本称职 is none',
      [
        [2024, 'basic'],
        [2025, 'incompetent'],
      ],
    ],
  ] as const)('silent: %s', (_what, years) => {
    expect(judged(years)).toEqual([])
  })
})

describe('G10 优秀比例', () => {
  const judged = (excellent: number, all: number, category: QuotaCategory = 'institution') => {
    const names = Array.from({ length: all }, (_, place) => `人${place}`)
    return found(
      {
        people: names.map((name) => seated(name, '党政办', category)),
        records: {
          annualReview: names.map((name, place) => review(name, 2025, place < excellent ? 'excellent' : 'competent')),
        },
      },
      'G10',
    )
  }

  test('20% silent, up to 25% a question, beyond it to be looked at', () => {
    expect(judged(4, 20)).toEqual([])
    expect(judged(5, 20).map(({ severity, text }) => [severity, text])).toEqual([
      [
        'info',
        '2025 年度事业单位工作人员考核 20 人，优秀 5 人，占 25%，超过一般的 20%；经审核同意的可以到 25%，请核对批准文件。',
      ],
    ])
    expect(judged(8, 20).map(({ severity, facts }) => [severity, facts])).toEqual([
      ['warning', { 年度: 2025, 参加考核: 20, 优秀: 8 }],
    ])
    expect(judged(8, 20, 'administrative')[0]?.text).toContain('公务员（含参公）')
  })

  test('不进行考核 takes no part; no record, nothing said', () => {
    const exempt = found(
      {
        people: ['甲', '乙', '丙', '丁', '戊'].map((name) => seated(name, '党政办', 'institution')),
        records: {
          annualReview: [
            review('甲', 2025, 'excellent'),
            ...['乙', '丙', '丁'].map((name) => review(name, 2025, 'competent')),
            review('戊', 2025, 'exempt'),
          ],
        },
      },
      'G10',
    )
    expect(exempt.map(({ facts }) => facts['参加考核'])).toEqual([4])
    expect(found({ people: [seated('甲', '党政办')] }, 'G10')).toEqual([])
  })

  test('any numbers: silent exactly up to a fifth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (all, excellent) => {
        const count = Math.min(all, excellent)
        expect(judged(count, all).length).toBe(count * 5 > all ? 1 : 0)
      }),
      { numRuns: 30 },
    )
  })
})

describe('F11 聘用合同期满', () => {
  const judged = (validTo: string | null, asOf = '2026-11-22', category: QuotaCategory = 'institution') =>
    found(
      {
        asOf,
        people: [seated('甲', '党政办', category)],
        records: {
          contract: [
            recordOf(
              'contract',
              { number: null, years: 3, firstEmployment: false },
              { personId: '甲', validFrom: '2022-07-01', validTo },
            ),
          ],
        },
      },
      'F11',
    )

  test('the day after its last day, never on it; a contract without an end runs on', () => {
    expect(judged('2025-07-01').map(({ severity, text }) => [severity, text])).toEqual([
      ['warning', '甲（党政办 干事）的聘用合同2025年6月30日期满，没有登记续订。'],
    ])
    expect(judged('2025-07-01', '2025-06-30')).toEqual([])
    expect(judged('2025-07-01', '2025-07-01')).toHaveLength(1)
    expect(judged(null)).toEqual([])
    expect(judged('2025-07-01', '2026-11-22', 'administrative')).toEqual([])
  })

  test('any last day: silent while it runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
        expect(judged(addDays('2026-11-22', days + 1)).length).toBe(days >= 0 ? 0 : 1)
      }),
    )
  })
})

describe('H6 不宜借出', () => {
  const lent = {
    unit: '党政办',
    kind: 'secondedOut' as const,
    counterpart: '县委办',
    occupiesQuota: false,
    category: null,
  }
  const judged = (more: Parameters<typeof seat>[2], extra: Partial<SnapshotSpec> = {}) =>
    found({ people: [{ name: '甲', holdings: [seat('党政办', 'administrative', more), lent] }], ...extra }, 'H6')

  test('a 班子成员, a recruit of less than three years; a hint, whatever was adopted', () => {
    expect(
      judged({ title: '副乡长', occupiesLeadership: true }).map(({ severity, facts }) => [severity, facts]),
    ).toEqual([['info', { 情形: '是领导班子成员' }]])
    expect(judged({ enteredOn: '2023-11-23' })[0]?.text).toContain('录用不满 3 年，借出到县委办')
    expect(judged({ enteredOn: '2023-11-22' })).toEqual([])
    expect(judged({ enteredOn: '2025-01-01', entryRoute: '调入' })).toEqual([])
    expect(judged({})).toEqual([])
  })
})

describe('A16 购买服务人员的核定数, A17 消化计划', () => {
  const hired = (name: string, validTo: string | null = null, kind = 'purchasedService' as const) => ({
    name,
    holdings: [
      { unit: '党政办', kind: 'offQuota' as const, offQuotaKind: kind, occupiesQuota: false, category: null, validTo },
    ],
  })
  const control = {
    id: '控1',
    kind: 'purchasedService' as const,
    amount: 3,
    documentNumber: '山编办〔2026〕1号',
    validFrom: '2026-01-01',
    validTo: null,
  }

  test('three purchased without a number, silent once one is on record or nobody is there', () => {
    const people = ['甲', '乙', '丙'].map((name) => hired(name))
    expect(found({ people }, 'A16').map(({ text }) => text)).toEqual([
      '政府购买服务人员 3 人，没有登记核定数：甲、乙、丙。',
    ])
    expect(found({ people, offQuotaControls: [control] }, 'A16')).toEqual([])
    expect(found({ people: [] }, 'A16')).toEqual([])
  })

  test('a plan of a year that is over and was missed; of this year, or met, silent', () => {
    const plan = (year: number, amount: number) => ({
      kind: 'purchasedService' as const,
      year,
      amount,
      documentNumber: '山委〔2025〕2号',
    })
    const judged = (year: number, amount: number) =>
      found({ people: [hired('甲', '2025-07-01'), hired('乙')], runOffPlans: [plan(year, amount)] }, 'A17')
    expect(judged(2025, 2).map(({ text }) => text)).toEqual([
      '2025 年计划消化政府购买服务 2 名（山委〔2025〕2号），登记退出 1 名，差 1 名。',
    ])
    expect(judged(2025, 1)).toEqual([])
    expect(judged(2026, 2)).toEqual([])
  })
})

describe('R000-17 内设机构, R000-18 牌子', () => {
  const units = jiangxiUnits()
  const judged = (rule: string, own: SnapshotSpec['units']) => found({ packId: 'seed-000', units: own }, rule)

  test('the plan as it is: silent', () => {
    expect([...judged('R000-17', units), ...judged('R000-18', units)]).toEqual([])
  })

  test('a fifth office, and one that is gone', () => {
    const fifth = [...units, { name: '招商办公室', kind: 'office' as const, quotas: {} }]
    expect(judged('R000-17', fifth).map(({ severity, text }) => [severity, text])).toEqual([
      ['error', '招商办公室不在方案的 4 个内设机构之内。'],
    ])
    expect(
      judged(
        'R000-17',
        units.filter(({ name }) => name !== '新农村建设办公室'),
      ).map(({ text }) => text),
    ).toEqual(['方案设置的新农村建设办公室没有登记为内设机构。'])
  })

  test('each of the six plates is missed', () => {
    const bare = units.map((unit) => ({ ...unit, nameplates: [] }))
    expect(judged('R000-18', bare).map(({ facts }) => facts['牌子'])).toEqual([
      '社会治安综合治理委员会办公室',
      '安全生产监督管理办公室',
      '人口与计划生育办公室',
      '动植检疫站',
      '新型农村合作医疗管理所',
      '社会救助所',
    ])
  })
})
