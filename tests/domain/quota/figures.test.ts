import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { availableQuota } from '../../../electron/domain/quota/available-quota.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { canBeCounted } from '../../../electron/domain/model/counted-holding.ts'
import { buildSnapshot, crowd, quotaEntry, seat, seated, type SnapshotSpec } from '../../kit/snapshot.ts'
import { randomTownship } from '../../kit/random-township.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const figures = (spec: SnapshotSpec) => computeFigures(buildSnapshot(spec))
const approval = (
  more: {
    readonly amount?: number
    readonly expiresOn?: string | null
    readonly validFrom?: string
    readonly validTo?: string | null
  } = {},
) => ({
  id: '核准1',
  unitId: '党政办',
  category: 'administrative' as const,
  amount: 1,
  number: '用编〔2026〕3号',
  expiresOn: null,
  personId: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})

describe('one line', () => {
  test.each([
    [4, 0, 1, 0],
    [5, 0, 0, 0],
    [6, 0, 0, 1],
  ])('5 seats and %i people: reserved %i, vacancy %i, over %i', (people, reserved, vacancy, over) => {
    expect(figures({ units: [OFFICE], people: crowd(people, '甲', '党政办') }).lines).toMatchObject([
      { unitId: '党政办', category: 'administrative', quota: 5, actual: people, reserved, vacancy, over },
    ])
  })

  test('an approved entry uses the vacancy before the person comes, and makes no 超编', () => {
    expect(
      figures({ units: [OFFICE], people: crowd(4, '甲', '党政办'), approvals: [approval()] }).lines[0],
    ).toMatchObject({ actual: 4, reserved: 1, vacancy: 0, over: 0, approvalIds: ['核准1'] })
    expect(
      figures({ units: [OFFICE], people: crowd(5, '甲', '党政办'), approvals: [approval({ amount: 2 })] }).lines[0],
    ).toMatchObject({ reserved: 2, vacancy: 0, over: 0 })
  })

  test.each([
    ['on its last day', approval({ expiresOn: '2026-11-22' }), 1],
    ['the day after', approval({ expiresOn: '2026-11-21' }), 0],
    ['before its first day', approval({ validFrom: '2026-11-23' }), 0],
    ['used up that day', approval({ validTo: '2026-11-22' }), 0],
  ])('an approval %s reserves %#', (_when, granted, reserved) => {
    expect(figures({ units: [OFFICE], approvals: [granted] }).lines[0]?.reserved).toBe(reserved)
  })

  test('people of a category the unit has no seats in are all over', () => {
    expect(
      figures({ units: [OFFICE], people: [seated('甲某', '党政办', 'worker')] }).lines.map((line) => [
        line.category,
        line.quota,
        line.over,
      ]),
    ).toEqual([
      ['administrative', 5, 0],
      ['worker', 0, 1],
    ])
  })
})

describe('a unit with nothing of the category', () => {
  test('still shows the seats approved for it', () => {
    expect(figures({ units: [{ name: '党政办' }], approvals: [approval()] }).lines).toMatchObject([
      { unitId: '党政办', category: 'administrative', quota: 0, actual: 0, reserved: 1, vacancy: 0, over: 0 },
    ])
  })

  test.each(['office', 'institution'] as const)(
    '其他 may stand in any unit: in an %s it is a line, not 混编',
    (kind) => {
      const own = figures({ units: [{ name: '站', kind }], people: [seated('甲', '站', 'other')] })
      expect(own.misplaced).toEqual([])
      expect(own.lines).toMatchObject([{ category: 'other', actual: 1, over: 1 }])
    },
  )
})

describe('已核准未到位', () => {
  const came = (name: string, validTo: string | null = null) =>
    seated(name, '党政办', 'administrative', { approvalId: '核准1', validFrom: '2026-02-01', validTo })

  test.each([
    [0, 2],
    [1, 1],
    [2, 0],
    [3, 0],
  ])('of 2 seats approved, %i people have come by it: %i reserved', (count, reserved) => {
    const people = Array.from({ length: count }, (_, place) => came(`来${place}`))
    expect(figures({ units: [OFFICE], people, approvals: [approval({ amount: 2 })] }).lines[0]).toMatchObject({
      actual: count,
      reserved,
      vacancy: 5 - count - reserved,
    })
  })

  test('arrival moves a seat from reserved to actual: the vacancy of the day stays', () => {
    const before = figures({ units: [OFFICE], people: crowd(2, '甲', '党政办'), approvals: [approval()] }).lines[0]
    const after = figures({
      units: [OFFICE],
      people: [...crowd(2, '甲', '党政办'), came('来')],
      approvals: [approval()],
    }).lines[0]
    expect([before?.vacancy, after?.vacancy]).toEqual([2, 2])
    expect([before?.reserved, after?.reserved]).toEqual([1, 0])
  })

  test('whoever came and moved on within the approval used it once; an approval is not free again when they left', () => {
    const arrivals = [
      { approvalId: '核准1', personId: '来', on: '2026-02-01' },
      { approvalId: '核准1', personId: '来', on: '2026-03-01' },
    ]
    expect(figures({ units: [OFFICE], approvals: [approval({ amount: 2 })], arrivals }).lines[0]).toMatchObject({
      actual: 0,
      reserved: 1,
    })
  })
})

describe('允许溢出', () => {
  const tolerance = (more: {
    readonly unitId?: string | null
    readonly category?: 'administrative' | 'worker' | null
    readonly amount?: number | null
    readonly percent?: number | null
  }) => ({
    id: JSON.stringify(more),
    unitId: null,
    category: null,
    amount: null,
    percent: null,
    documentNumber: '山编〔2026〕1号',
    validFrom: '2026-01-01',
    validTo: null,
    ...more,
  })
  const allowed = (...tolerances: readonly ReturnType<typeof tolerance>[]) =>
    figures({ units: [OFFICE], people: crowd(7, '甲', '党政办'), tolerances }).lines[0]

  test.each([
    [0, 0],
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
    [100, 5],
  ])('%i%% of 5 seats, rounded up, is %i', (percent, seats) => {
    expect(allowed(tolerance({ percent }))?.tolerance).toBe(seats)
  })

  test('the 超编 stays the true number', () => {
    expect(allowed(tolerance({ amount: 3 }))).toMatchObject({ quota: 5, actual: 7, over: 2, vacancy: 0, tolerance: 3 })
    expect(allowed()).toMatchObject({ over: 2, tolerance: 0 })
  })

  test("the narrowest goes before: the unit's own, then the category's, then the township's", () => {
    expect(
      allowed(
        tolerance({ amount: 1 }),
        tolerance({ unitId: '党政办', amount: 4 }),
        tolerance({ category: 'administrative', amount: 2 }),
      )?.tolerance,
    ).toBe(4)
    expect(allowed(tolerance({ amount: 1 }), tolerance({ category: 'administrative', amount: 2 }))?.tolerance).toBe(2)
    expect(
      allowed(
        tolerance({ unitId: '党政办', category: 'worker', amount: 9 }),
        tolerance({ unitId: '经发办', amount: 8 }),
      )?.tolerance,
    ).toBe(0)
  })

  test('可用编制 counts what is allowed above and what is promised', () => {
    expect(availableQuota({ quota: 5, tolerance: 1, actual: 5, reserved: 1 })).toBe(0)
    expect(availableQuota({ quota: 5, tolerance: 0, actual: 5, reserved: 1 })).toBe(-1)
  })
})

describe('who is counted', () => {
  const others = [
    { name: '借某', holdings: [{ unit: '党政办', kind: 'secondedIn' as const }] },
    { name: '挂某', holdings: [{ unit: '党政办', kind: 'attached' as const }] },
    { name: '聘某', holdings: [{ unit: '党政办', kind: 'offQuota' as const, offQuotaKind: 'selfHired' as const }] },
  ]

  test('not 借入, 挂职 and 编外 people, nor the second post of 兼任', () => {
    const people = [
      ...others,
      { name: '兼某', holdings: [seat('党政办'), { unit: '经发办', kind: 'concurrent' as const }] },
    ]
    expect(
      figures({ units: [OFFICE, { name: '经发办', quotas: { administrative: 2 } }], people }).lines.map(
        (line) => line.personIds,
      ),
    ).toEqual([['兼某'], []])
  })

  test('not even where their row claims 编制', () => {
    const claiming = others.map((person) => ({
      ...person,
      holdings: person.holdings.map((holding) => ({
        ...holding,
        occupiesQuota: true,
        category: 'administrative' as const,
      })),
    }))
    expect(figures({ units: [OFFICE], people: claiming }).lines[0]?.actual).toBe(0)
  })

  test('a person with two counted rows once, at the 主职', () => {
    const people = [
      {
        name: '甲某',
        holdings: [
          { unit: '经发办', kind: 'concurrent' as const, category: 'administrative' as const, occupiesQuota: true },
          seat('党政办'),
        ],
      },
    ]
    expect(
      figures({ units: [OFFICE, { name: '经发办' }], people }).lines.map((line) => [line.unitId, line.actual]),
    ).toEqual([['党政办', 1]])
  })

  test('借出 people stay', () => {
    const people = [{ name: '甲某', holdings: [seat('党政办'), { kind: 'secondedOut' as const, counterpart: '县局' }] }]
    expect(figures({ units: [OFFICE], people }).lines[0]?.personIds).toEqual(['甲某'])
  })

  test('混编 stands apart, unless the unit has a quota of that kind', () => {
    const people = [seated('范某', '财政所', 'administrative')]
    const apart = figures({ units: [{ name: '财政所', kind: 'institution', quotas: { institution: 3 } }], people })
    expect(apart.misplaced).toEqual([{ unitId: '财政所', category: 'administrative', personIds: ['范某'] }])
    expect(apart.lines).toMatchObject([{ category: 'institution', actual: 0, vacancy: 3 }])
    const granted = figures({ units: [{ name: '财政所', kind: 'institution', quotas: { administrative: 1 } }], people })
    expect(granted.misplaced).toEqual([])
    expect(granted.lines).toMatchObject([{ category: 'administrative', actual: 1, over: 0 }])
  })
})

describe('totals', () => {
  test('the approved total stands beside the sum and adds nothing to it', () => {
    const spec = { units: [{ name: '山溪乡', kind: 'township' as const, ceilings: { administrative: 23 } }, OFFICE] }
    expect(figures(spec).totals).toMatchObject([{ category: 'administrative', ceiling: 23, quota: 5 }])
  })

  test('an approved total of which no unit has anything yet stands with nothing beside it', () => {
    const units = [{ name: '山溪乡', kind: 'township' as const, ceilings: { institution: 12 } }, OFFICE]
    expect(figures({ units }).totals).toMatchObject([
      { category: 'administrative', ceiling: null, quota: 5 },
      { category: 'institution', ceiling: 12, quota: 0, actual: 0, reserved: 0, vacancy: 0, over: 0 },
    ])
  })

  test('promised seats, free seats and people over add up unit by unit', () => {
    const units = [OFFICE, { name: '经发办', quotas: { administrative: 2 } }]
    const people = [...crowd(1, '甲', '党政办'), ...crowd(3, '乙', '经发办')]
    expect(figures({ units, people, approvals: [approval({ amount: 2 })] }).totals).toEqual([
      { category: 'administrative', ceiling: null, quota: 7, actual: 4, reserved: 2, vacancy: 2, over: 1 },
    ])
  })

  test('entries of one line add up', () => {
    const quotas = [
      quotaEntry({ unitId: '党政办', amount: 5, id: 'q1' }),
      quotaEntry({ unitId: '党政办', amount: 2, id: 'q2' }),
    ]
    expect(figures({ units: [OFFICE], quotas }).lines).toMatchObject([{ quota: 7, quotaIds: ['q1', 'q2'] }])
  })
})

describe('leadership', () => {
  const divided = { name: '班子', kind: 'leadership' as const, leadership: { amount: 3, chief: 1, deputy: 2 } }
  const leader = (name: string, role: 'chief' | 'deputy') => ({
    name,
    holdings: [seat('班子', 'administrative', { leadership: role })],
  })

  test('正职 and 副职 apart', () => {
    expect(
      figures({ units: [divided], people: [leader('甲', 'chief'), leader('乙', 'deputy')] }).leadership,
    ).toMatchObject({
      quota: 3,
      actual: 2,
      vacancy: 1,
      over: 0,
      chief: { quota: 1, actual: 1 },
      deputy: { quota: 2, actual: 1 },
      personIds: ['甲', '乙'],
    })
  })

  test("the township's number counts only where its units have none", () => {
    const root = { name: '山溪乡', kind: 'township' as const, leadership: { amount: 8, chief: null, deputy: null } }
    expect(figures({ units: [root] }).leadership).toMatchObject({ quota: 8, vacancy: 8, chief: { quota: null } })
    expect(figures({ units: [root, divided] }).leadership).toMatchObject({ quota: 3, chief: { quota: 1 } })
  })

  test('somebody with two leadership posts is one leader, a chief if either is', () => {
    const people = [
      {
        name: '甲',
        holdings: [
          seat('班子', 'administrative', { leadership: 'deputy' }),
          { unit: '班子', kind: 'concurrent' as const, leadership: 'chief' as const },
        ],
      },
    ]
    expect(figures({ units: [divided], people }).leadership).toMatchObject({
      actual: 1,
      chief: { actual: 1 },
      deputy: { actual: 0 },
    })
  })

  test('a leader who does not use a leadership post (不占职数) is not counted', () => {
    const people = [
      { name: '甲', holdings: [seat('班子', 'administrative', { leadership: 'chief', occupiesLeadership: false })] },
    ]
    expect(figures({ units: [divided], people }).leadership.actual).toBe(0)
  })
})

describe('of any township', () => {
  test('every line keeps to the definitions, and totals never net', () => {
    fc.assert(
      fc.property(randomTownship, (spec) => {
        const { lines, totals } = figures(spec)
        for (const line of lines) {
          expect(line.actual).toBe(line.personIds.length)
          expect(line.vacancy).toBe(Math.max(0, line.quota - line.actual - line.reserved))
          expect(line.over).toBe(Math.max(0, line.actual - line.quota))
        }
        for (const total of totals) {
          const own = lines.filter((line) => line.category === total.category)
          expect(total.over).toBe(own.reduce((sum, line) => sum + line.over, 0))
          expect(total.over > 0).toBe(own.some((line) => line.over > 0))
          expect(total.quota - total.actual).toBe(own.reduce((sum, line) => sum + line.quota - line.actual, 0))
        }
      }),
    )
  })

  test('nobody is counted twice, and only by a row that may be', () => {
    fc.assert(
      fc.property(randomTownship, (spec) => {
        const snapshot = buildSnapshot(spec)
        const { lines, misplaced } = computeFigures(snapshot)
        const counted = [...lines, ...misplaced].flatMap((line) => line.personIds)
        expect(new Set(counted).size).toBe(counted.length)
        const entitled = snapshot.people.filter((person) =>
          snapshot.holdings.some((own) => own.personId === person.id && own.occupiesQuota && canBeCounted(own.kind)),
        )
        expect([...counted].sort()).toEqual(entitled.map((person) => person.id).sort())
      }),
    )
  })

  test('one more vacancy elsewhere changes no line but its own', () => {
    fc.assert(
      fc.property(randomTownship, fc.integer({ min: 1, max: 9 }), (spec, more) => {
        const before = figures(spec)
        const after = figures({
          ...spec,
          units: [...spec.units, { name: '新设机构', quotas: { administrative: more } }],
        })
        expect(after.lines.filter((line) => line.unitId !== '新设机构')).toEqual(before.lines)
        expect(after.totals.reduce((sum, total) => sum + total.over, 0)).toBe(
          before.totals.reduce((sum, total) => sum + total.over, 0),
        )
      }),
    )
  })
})
