import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import type { TownshipProfile, Training } from '../../../electron/domain/model/records.ts'
import {
  buildSnapshot,
  findingsOf,
  recordOf,
  run,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import { townshipServices } from '../../../electron/domain/rules/lingwu-2018/township-service.ts'

/* 灵武 2018 on training, the team and promotions. */

const UNITS: SnapshotSpec['units'] = [
  { name: '领导班子', kind: 'leadership', quotas: { administrative: 12 } },
  { name: '党政办公室', kind: 'office', quotas: { administrative: 20 } },
]
const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({ packId: 'seed-002', units: UNITS, ...more })
const found = (rule: string, more: Partial<SnapshotSpec>) => findingsOf(run(base(more)), rule)
const facts = (rule: string, more: Partial<SnapshotSpec>) => found(rule, more).map((finding) => finding.facts)

const course = (personId: string | null, days: number, validFrom = '2025-05-06', more: Partial<Training> = {}) =>
  recordOf(
    'training',
    { title: '乡村振兴', organiser: null, trainingKind: 'general', days, hours: null, ...more },
    { personId, validFrom, id: `${personId}${validFrom}${more.title ?? ''}${days}` },
  )

describe('R002-01 培训不少于12天', () => {
  const clerk = (name: string, enteredOn: string | null = '2008-07') =>
    seated(name, '党政办公室', 'administrative', { enteredOn })
  const two = [clerk('甲'), clerk('乙')]

  /** Before July nothing is said yet of the running year. */
  const MIDYEAR = { asOf: '2026-06-30' }

  test('eleven and a half days of the year that is over', () => {
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: two,
        records: {
          training: [
            course('甲', 6),
            course('甲', 5.5, '2025-12-31'),
            course('乙', 12),
            course('甲', 9, '2026-01-01'),
            course('甲', 9, '2024-12-31'),
          ],
        },
      }),
    ).toEqual([
      {
        rule: 'R002-01',
        severity: 'error',
        effect: 'none',
        unitId: '党政办公室',
        personId: '甲',
        text: '甲 2025 年培训累计 11.5 天，应不少于 12 天，不足 0.5 天。',
        remedy: '核对培训记录；确实不足的，安排补训。',
        facts: { 年度: 2025, 累计: 11.5, 应有: 12, 不足: 0.5 },
      },
    ])
  })

  test('exactly twelve, together: silent', () => {
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: two,
        records: { training: [course('甲', 6), course('甲', 6, '2025-01-01'), course('乙', 12)] },
      }),
    ).toEqual([])
  })

  test('a year is judged from the day after it', () => {
    const training = [course('甲', 1, '2026-03-01'), course('甲', 12, '2025-03-01')]
    expect(facts('R002-01', { asOf: '2026-12-31', people: [clerk('甲')], records: { training } })).toEqual([
      { 年度: 2026, 不足人数: 1 },
    ])
    expect(facts('R002-01', { asOf: '2027-01-01', people: [clerk('甲')], records: { training } })).toEqual([
      { 年度: 2026, 累计: 1, 应有: 12, 不足: 11 },
    ])
  })

  test('nothing on record for the year: one information for the book', () => {
    const nothing = [
      {
        rule: 'R002-01',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '没有登记 2025 年到人的培训，每人是否不少于 12 天没有核查。',
        remedy: '在“资料”里登记或导入培训。',
        facts: { 年度: 2025, 应有人数: 2 },
      },
    ]
    expect(found('R002-01', { ...MIDYEAR, people: two })).toEqual(nothing)
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: two,
        records: { training: [course('甲', 12, '2026-05-01'), course(null, 3)] },
      }),
    ).toEqual(nothing)
  })

  test('those without a single record stand in one finding', () => {
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: [...two, clerk('丙', '2025-01-01'), clerk('年中', '2025-02')],
        records: { training: [course('甲', 12)] },
      }),
    ).toEqual([
      {
        rule: 'R002-01',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2025 年没有培训记录的 2 人：乙、丙；每人每年累计不少于 12 天。',
        remedy: '参加过的，补登培训；没有参加的，安排补训。',
        facts: { 年度: 2025, 人数: 2 },
      },
    ])
  })

  test('who came in the course of the year is told their share, as information', () => {
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: [clerk('甲', '2025-09-15')],
        records: { training: [course('甲', 3, '2025-10-10')] },
      }),
    ).toEqual([
      {
        rule: 'R002-01',
        severity: 'info',
        effect: 'none',
        unitId: '党政办公室',
        personId: '甲',
        text: '甲 2025 年到岗 4 个月，培训累计 3 天，按月折算为 4 天。',
        remedy: '年中到岗的只作提示；第二年起按全年计算。',
        facts: { 年度: 2025, 累计: 3, 在岗月数: 4, 折算: 4 },
      },
    ])
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: [clerk('甲', '2025-09-15')],
        records: { training: [course('甲', 4, '2025-10-10')] },
      }),
    ).toEqual([])
  })

  test.each([
    ['here on the first day of the year', '2025-01-01', 'error'],
    ['here since its first month', '2025-01', 'error'],
    ['here since its second day', '2025-01-02', 'info'],
    ['here before, date not on record', null, 'error'],
  ])('%s', (_what, enteredOn, severity) => {
    expect(
      found('R002-01', { ...MIDYEAR, people: [clerk('甲', enteredOn)], records: { training: [course('甲', 3)] } }).map(
        (finding) => finding.severity,
      ),
    ).toEqual([severity])
  })

  test('who came after the year, and who is not counted, are not meant', () => {
    const lent: PersonSpec = { name: '乙', holdings: [{ unit: '党政办公室', kind: 'secondedIn' }] }
    expect(
      found('R002-01', {
        ...MIDYEAR,
        people: [clerk('甲', '2026-01-01'), lent],
        records: { training: [course('甲', 3), course('乙', 3)] },
      }),
    ).toEqual([])
    expect(found('R002-01', MIDYEAR)).toEqual([])
  })

  test('short by what is missing, for any number of days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }), (days) => {
        const training = days.map((own, turn) => course('甲', own, `2025-0${turn + 1}-01`))
        const total = days.reduce((sum, own) => sum + own, 0)
        expect(
          facts('R002-01', { ...MIDYEAR, people: [clerk('甲')], records: { training } }).map((own) => own['不足']),
        ).toEqual(total < 12 ? [12 - total] : [])
      }),
    )
  })
})

describe('乡镇工作经历 in months', () => {
  const monthsOf = (
    stretches: readonly (readonly [string, string | null])[],
    enteredOn: string | null = '2026-11-22',
    until?: string,
  ) => {
    const townshipService = stretches.map(([validFrom, validTo], turn) =>
      recordOf('townshipService', { place: '北岭乡' }, { personId: '甲', validFrom, validTo, id: `${turn}` }),
    )
    const snapshot = buildSnapshot(
      base({ people: [seated('甲', '领导班子', 'administrative', { enteredOn })], records: { townshipService } }),
    )
    return townshipServices(snapshot, indexSnapshot(snapshot))('甲', until).months
  }

  test.each([
    ['two years to the day', [['2020-03-15', '2022-03-15']], 24],
    ['a day less', [['2020-03-15', '2022-03-14']], 23],
    ['a stretch still running', [['2024-11-22', null]], 24],
    ['one that began a day later', [['2024-11-23', null]], 23],
    [
      'overlapping stretches count once',
      [
        ['2020-01-01', '2021-01-01'],
        ['2020-07-01', '2021-07-01'],
      ],
      18,
    ],
    [
      'one inside another',
      [
        ['2020-01-01', '2022-01-01'],
        ['2020-07-01', '2021-07-01'],
      ],
      24,
    ],
    [
      'adjoining ones',
      [
        ['2020-01-01', '2021-01-01'],
        ['2021-01-01', '2022-01-01'],
      ],
      24,
    ],
    [
      'adjoining ones make a month of the calendar, also February',
      [
        ['2021-02-01', '2021-02-15'],
        ['2021-02-15', '2021-03-01'],
      ],
      1,
    ],
    ['from the last of a long month', [['2020-01-31', '2020-03-01']], 1],
    ['to the last of one', [['2020-01-01', '2020-01-31']], 0],
    [
      'in whatever order',
      [
        ['2021-01-01', '2022-01-01'],
        ['2018-01-01', '2019-01-01'],
      ],
      24,
    ],
    [
      'what is left of two makes a month',
      [
        ['2018-01-01', '2018-01-16'],
        ['2019-01-01', '2019-01-16'],
      ],
      1,
    ],
    [
      'what is left of two, one day short',
      [
        ['2018-01-01', '2018-01-16'],
        ['2019-01-01', '2019-01-15'],
      ],
      0,
    ],
  ] as const)('%s', (_what, stretches, expected) => {
    expect(monthsOf(stretches)).toBe(expected)
  })

  test('their own seat here counts since 进入时间, else since it is on record', () => {
    expect(monthsOf([], '2024-11')).toBe(24)
    expect(monthsOf([], '2024-12')).toBe(23)
    expect(monthsOf([], null)).toBe(220)
    expect(monthsOf([['2024-11-22', '2025-11-22']], '2025-05-22')).toBe(24)
  })

  test('somebody without a seat of their own has what is on record', () => {
    const townshipService = [
      recordOf(
        'townshipService',
        { place: '北岭乡' },
        { personId: '甲', validFrom: '2020-01-01', validTo: '2021-01-01' },
      ),
    ]
    const snapshot = buildSnapshot(
      base({
        people: [{ name: '甲', holdings: [{ unit: '党政办公室', kind: 'secondedIn' }] }],
        records: { townshipService },
      }),
    )
    const serviceOf = townshipServices(snapshot, indexSnapshot(snapshot))
    expect([serviceOf('甲'), serviceOf('乙')]).toEqual([
      { months: 12, onRecord: true },
      { months: 0, onRecord: false },
    ])
  })

  test('until a day, and nothing after it', () => {
    expect(monthsOf([['2024-01-01', null]], '2026-11-22', '2025-01-01')).toBe(12)
    expect(monthsOf([['2024-01-01', '2026-01-01']], '2026-11-22', '2025-01-01')).toBe(12)
    expect(monthsOf([['2026-01-01', null]], '2026-11-22', '2025-01-01')).toBe(0)
  })

  test('cutting a stretch in two changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 47 }), (cut) => {
        const day = `${2020 + Math.floor(cut / 12)}-${String((cut % 12) + 1).padStart(2, '0')}-01`
        expect(
          monthsOf([
            ['2020-01-01', day],
            [day, '2024-01-01'],
          ]),
        ).toBe(48)
      }),
    )
  })
})

describe('R002-02 三分之二', () => {
  const member = (name: string, enteredOn: string): PersonSpec => ({
    name,
    holdings: [seat('领导班子', 'administrative', { title: '党委委员', leadership: 'deputy', enteredOn })],
  })
  const service = (personId: string, validFrom: string, validTo: string | null) =>
    recordOf('townshipService', { place: '北岭乡' }, { personId, validFrom, validTo })
  /** A team of old hands and newcomers; newcomers have a short service on record. */
  const team = (old: number, fresh: number) => ({
    people: [
      ...Array.from({ length: old }, (_, turn) => member(`老${turn + 1}`, '2015-01')),
      ...Array.from({ length: fresh }, (_, turn) => member(`新${turn + 1}`, '2026-01')),
    ],
    records: {
      townshipService: Array.from({ length: fresh }, (_, turn) => service(`新${turn + 1}`, '2025-12-01', '2026-01-01')),
    },
  })

  test.each([
    [8, 6],
    [9, 6],
    [11, 8],
    [3, 2],
    [1, 1],
  ])('of %i, %i are needed', (size, needed) => {
    expect(facts('R002-02', team(needed, size - needed))).toEqual([])
    expect(facts('R002-02', team(needed - 1, size - needed + 1))).toEqual([
      { 班子: size, 有经历: needed - 1, 应有: needed, 差: 1 },
    ])
  })

  test('what it says', () => {
    expect(found('R002-02', team(5, 4))).toEqual([
      {
        rule: 'R002-02',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '领导班子 9 人，有 24 个月以上乡镇工作经历的 5 人，应不少于 6 人，差 1 人。经历不足的：新1、新2、新3、新4。',
        remedy: '核对工作经历；确实不足的，报组织部门在调整班子时考虑。',
        facts: { 班子: 9, 有经历: 5, 应有: 6, 差: 1 },
      },
    ])
  })

  test('24 months today are enough, a day less is not', () => {
    const one = (from: string) =>
      facts('R002-02', {
        people: [member('甲', '2026-11-22')],
        records: { townshipService: [service('甲', from, '2026-11-22')] },
      })
    expect(one('2024-11-22')).toEqual([])
    expect(one('2024-11-23')).toEqual([{ 班子: 1, 有经历: 0, 应有: 1, 差: 1 }])
  })

  test('members without any service on record: not judged while they could make it up', () => {
    const { people } = team(5, 4)
    expect(found('R002-02', { people })).toEqual([
      {
        rule: 'R002-02',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '领导班子 9 人，有 24 个月以上乡镇工作经历的 5 人，应不少于 6 人；没有登记乡镇工作经历的 4 人：新1、新2、新3、新4，本条没有核查。',
        remedy: '在“资料”里登记乡镇工作经历。',
        facts: { 班子: 9, 有经历: 5, 应有: 6, 差: 1 },
      },
    ])
    const known = (names: readonly string[]) =>
      found('R002-02', {
        people: team(4, 5).people,
        records: { townshipService: names.map((name) => service(name, '2025-12-01', '2026-01-01')) },
      }).map((finding) => finding.severity)
    expect(known(['新1', '新2', '新3'])).toEqual(['info'])
    expect(known(['新1', '新2', '新3', '新4'])).toEqual(['error'])
  })

  test('no team: silent; clerks are not the team', () => {
    expect(found('R002-02', {})).toEqual([])
    expect(
      found('R002-02', { people: [seated('甲', '党政办公室', 'administrative', { enteredOn: '2026-11' })] }),
    ).toEqual([])
  })

  test('3k ≥ 2n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (old, fresh) => {
        expect(found('R002-02', team(old, fresh))).toHaveLength(3 * old >= 2 * (old + fresh) ? 0 : 1)
      }),
    )
  })
})

describe('R002-07 培训班', () => {
  const held = (training: readonly ReturnType<typeof course>[], asOf = '2026-11-22') =>
    found('R002-07', { asOf, records: { training } })
  const class2025 = course(null, 3, '2025-06-01', { title: '班子成员培训班', trainingKind: 'teamClass' })

  test('other training, no class', () => {
    expect(
      held([
        course('甲', 3),
        course(null, 3, '2026-01-01', { trainingKind: 'teamClass' }),
        course(null, 3, '2024-12-31', { trainingKind: 'teamClass' }),
      ]),
    ).toEqual([
      {
        rule: 'R002-07',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2025 年登记的乡镇领导班子、村（社区）两委班子成员培训班 0 期，每年至少 1 期。',
        remedy: '举办过的，补登培训班；没有举办的，向组织部、党校反映。',
        facts: { 年度: 2025, 举办: 0, 应有: 1 },
      },
    ])
  })

  test('one class is enough, also when entered for those who went; nothing on record at all is R002-01', () => {
    expect(held([class2025])).toEqual([])
    expect(held([{ ...class2025, personId: '甲' }])).toEqual([])
    expect(held([])).toEqual([])
  })

  test('a year is judged from the day after it', () => {
    expect(held([class2025, course('甲', 3, '2026-03-01')], '2026-12-31')).toEqual([])
    expect(held([class2025, course('甲', 3, '2026-03-01')], '2027-01-01')).toHaveLength(1)
  })

  test('any class in the year will do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (month) => {
        expect(
          held([
            course('甲', 3),
            course(null, 1, `2025-${String(month).padStart(2, '0')}-28`, { trainingKind: 'teamClass' }),
          ]),
        ).toEqual([])
      }),
    )
  })
})

describe('R002-08 任期内轮训', () => {
  const township = (more: Partial<TownshipProfile> = {}) => [
    recordOf('township', {
      population: null,
      areaKm2: null,
      townshipClass: null,
      townshipType: null,
      termFrom: '2021-10-01',
      termTo: '2026-11-22',
      ...more,
    }),
  ]
  const secretary: PersonSpec = {
    name: '甲',
    holdings: [seat('领导班子', 'administrative', { title: '党委书记', leadership: 'chief' })],
  }
  const school = (personId: string, validFrom: string, trainingKind: Training['trainingKind'] = 'partySchool') =>
    course(personId, 30, validFrom, { trainingKind })
  const judged = (
    training: readonly ReturnType<typeof course>[],
    asOf = '2026-11-23',
    people: readonly PersonSpec[] = [secretary],
  ) => found('R002-08', { asOf, people, records: { township: township(), training } })

  test('the term is over', () => {
    expect(judged([])).toEqual([
      {
        rule: 'R002-08',
        severity: 'error',
        effect: 'none',
        unitId: '领导班子',
        personId: '甲',
        text: '甲（党委书记）本届任期（2021年10月1日至2026年11月22日）内没有到党校集中轮训。',
        remedy: '参加过的，补登党校轮训；没有参加的，报组织部门。',
        facts: { 任期自: '2021-10-01', 任期至: '2026-11-22' },
      },
    ])
  })

  test('on its last day it is still a reminder', () => {
    expect(judged([], '2026-11-22')).toEqual([
      expect.objectContaining({
        severity: 'info',
        text: '甲（党委书记）本届任期（2021年10月1日至2026年11月22日）还没有到党校集中轮训。',
        remedy: '任期届满前安排轮训并登记。',
      }),
    ])
  })

  test.each([
    ['on the first day of the term', school('甲', '2021-10-01'), 0],
    ['on its last', school('甲', '2026-11-22'), 0],
    ['the day before the term', school('甲', '2021-09-30'), 1],
    ['the day after it', school('甲', '2026-11-23'), 1],
    ['another course', school('甲', '2022-01-01', 'general'), 1],
    ['somebody else', school('乙', '2022-01-01'), 1],
  ])('%s', (_what, training, expected) => {
    expect(judged([training])).toHaveLength(expected)
  })

  test.each([
    ['党委副书记、乡长', 1],
    ['镇长', 1],
    ['山溪村党支部书记', 1],
    ['社区党总支书记', 1],
    ['村委会主任', 1],
    ['居委会主任', 1],
    ['党委副书记', 0],
    ['副乡长', 0],
    ['纪委书记', 0],
    ['村党支部副书记', 0],
    ['村镇规划建设管理所主任', 0],
  ])('%s: %i', (title, expected) => {
    expect(judged([], '2026-11-23', [seated('甲', '党政办公室', 'administrative', { title })])).toHaveLength(expected)
  })

  test('no term on record: one information; nobody named: silent', () => {
    const unknown = [
      {
        rule: 'R002-08',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '没有登记本届任期起止，甲任期内是否到党校轮训没有核查。',
        remedy: '在“资料”的乡镇概况里登记任期。',
        facts: { 人数: 1 },
      },
    ]
    expect(found('R002-08', { people: [secretary] })).toEqual(unknown)
    for (const more of [{ termFrom: null }, { termTo: null }])
      expect(found('R002-08', { people: [secretary], records: { township: township(more) } })).toEqual(unknown)
    expect(found('R002-08', { people: [seated('乙', '党政办公室')] })).toEqual([])
  })

  test('exactly the named who have not been', () => {
    const named = ['甲', '乙', '丙'].map((name) =>
      seated(name, '党政办公室', 'administrative', { title: '村委会主任' }),
    )
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (been) => {
        expect(
          judged(
            been.map((name) => school(name, '2022-01-01')),
            '2026-11-23',
            named,
          ).map((finding) => finding.personId),
        ).toEqual(['甲', '乙', '丙'].filter((name) => !been.includes(name)))
      }),
    )
  })
})

describe('R002-10 提拔', () => {
  const appointed = (personId: string, on: string, type = 'appoint'): LedgerChange => ({
    id: `${personId}${on}`,
    type,
    on,
    recordedOn: on,
    personId,
    unitId: '领导班子',
    otherUnitId: null,
    category: 'administrative',
    cause: null,
    documentNumber: null,
    correction: false,
  })
  const member = (name: string, enteredOn: string): PersonSpec => ({
    name,
    holdings: [seat('领导班子', 'administrative', { title: '副乡长', leadership: 'deputy', enteredOn })],
  })
  const people = [member('甲', '2026-03-01'), member('乙', '2015-07')]

  test('one who came for it, one who was here', () => {
    expect(
      found('R002-10', { people, changes: [appointed('甲', '2026-03-01'), appointed('乙', '2026-03-01')] }),
    ).toEqual([
      {
        rule: 'R002-10',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2026 年任命的班子成员 2 人，任命前没有乡镇工作经历的 1 人：甲；提拔应优先考虑有乡镇工作经历的干部。',
        remedy: '有经历没有登记的，在“资料”里登记乡镇工作经历。',
        facts: { 任命: 2, 没有经历: 1 },
      },
    ])
  })

  test('a month of service elsewhere before it: silent; after it: not', () => {
    const service = (validFrom: string, validTo: string) => ({
      townshipService: [recordOf('townshipService', { place: '北岭乡' }, { personId: '甲', validFrom, validTo })],
    })
    const judged = (records: ReturnType<typeof service>) =>
      found('R002-10', { people, changes: [appointed('甲', '2026-03-01')], records })
    expect(judged(service('2020-01-01', '2020-02-01'))).toEqual([])
    expect(judged(service('2020-01-01', '2020-01-31'))).toHaveLength(1)
    expect(judged(service('2026-03-01', '2026-06-01'))).toHaveLength(1)
  })

  test('other years, other events, and people who are not on the team are not meant', () => {
    expect(
      found('R002-10', {
        people: [...people, seated('丙', '党政办公室', 'administrative', { enteredOn: '2026-03-01' })],
        changes: [appointed('甲', '2025-12-31'), appointed('乙', '2026-03-01', 'move'), appointed('丙', '2026-03-01')],
      }),
    ).toEqual([])
  })

  test('counts them', () => {
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (fresh) => {
        const team = ['甲', '乙', '丙'].map((name) => member(name, fresh.includes(name) ? '2026-03-01' : '2015-07'))
        expect(
          facts('R002-10', { people: team, changes: ['甲', '乙', '丙'].map((name) => appointed(name, '2026-03-01')) }),
        ).toEqual(fresh.length === 0 ? [] : [{ 任命: 3, 没有经历: fresh.length }])
      }),
    )
  })
})
