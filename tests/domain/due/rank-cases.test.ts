import { describe, expect, test } from 'vitest'
import type { Due } from '../../../electron/domain/due/due.ts'
import { recordOf, seat } from '../../kit/snapshot.ts'
import { dueOn, edgeOf, ON_EDGE, OFFICE, official, reviewsOf, TEAM, WHO, type Reviews } from './due-kit.ts'

/** All 称职 over some years. */
const fair = (...years: readonly number[]): Reviews => Object.fromEntries(years.map((year) => [year, 'competent']))
const ANY = fair(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028)

interface Case {
  readonly clause: string
  readonly rank: string
  readonly since: string
  readonly reviews: Reviews
  readonly to: string
  readonly on: string
}

// 第十八条, step by step, all 称职: two years, to the corresponding day.
const STEPS: readonly Case[] = [
  ['（十一）', '二级科员', '2023-03-15', '一级科员', '2025-03-15'],
  ['（十）', '一级科员', '2023-07-01', '四级主任科员', '2025-07-01'],
  ['（九）', '四级主任科员', '2022-12-31', '三级主任科员', '2024-12-31'],
  ['（八）', '三级主任科员', '2023-01-01', '二级主任科员', '2025-01-01'],
  ['（七）', '二级主任科员', '2022-10-09', '一级主任科员', '2024-10-09'],
  ['（六）', '一级主任科员', '2021-06-01', '四级调研员', '2023-06-01'],
  ['（五）', '四级调研员', '2022-05-31', '三级调研员', '2024-05-31'],
  ['（四）', '三级调研员', '2020-11-30', '二级调研员', '2022-11-30'],
].map(([item, rank, since, to, on]) => ({
  clause: `第十八条${item ?? ''}`,
  rank: rank ?? '',
  since: since ?? '',
  to: to ?? '',
  on: on ?? '',
  reviews: ANY,
}))

const R = { rank: '四级主任科员', to: '三级主任科员' }
const EDGES: readonly Case[] = [
  // 民法典第二百零二条: no corresponding day, the month's last.
  { ...R, clause: '闰日起', since: '2024-02-29', reviews: ANY, on: '2026-02-28' },
  { ...R, clause: '闰年里到期', since: '2022-02-28', reviews: ANY, on: '2024-02-28' },
  { ...R, clause: '月末起，到期月也有这天', since: '2023-08-31', reviews: ANY, on: '2025-08-31' },
  { ...R, clause: '只有月份，按月算', since: '2023-08', reviews: ANY, on: '2025-08' },
  // 第十九条: 优秀 shortens by half a year each.
  {
    ...R,
    clause: '第十九条：一年优秀',
    since: '2023-06-01',
    reviews: { ...ANY, 2023: 'excellent' },
    on: '2024-12-01',
  },
  {
    ...R,
    clause: '第十九条：优秀确定在年限满之前，按缩短后的日子',
    since: '2022-09-30',
    reviews: { ...ANY, 2023: 'excellent' },
    on: '2024-03-30',
  },
  {
    ...R,
    clause: '第十九条：缩短半年落在没有对应日的月',
    since: '2022-08-31',
    reviews: { ...ANY, 2022: 'excellent' },
    on: '2024-02-29',
  },
  {
    ...R,
    clause: '第十九条：同样情形，平年',
    since: '2021-08-31',
    reviews: { ...ANY, 2021: 'excellent' },
    on: '2023-02-28',
  },
  {
    ...R,
    clause: '任现职级之前的优秀不算',
    since: '2023-05-06',
    reviews: { ...ANY, 2022: 'excellent' },
    on: '2025-05-06',
  },
  // 第十九条: 基本称职, 不定等次 years are not counted.
  {
    ...R,
    clause: '第十九条：一年基本称职',
    since: '2022-03-01',
    reviews: { ...ANY, 2023: 'basic' },
    on: '2025-03-01',
  },
  {
    ...R,
    clause: '第十九条：一年不定等次',
    since: '2022-03-01',
    reviews: { ...ANY, 2023: 'undetermined' },
    on: '2025-03-01',
  },
  {
    ...R,
    clause: '第十九条：两年不计算',
    since: '2021-04-15',
    reviews: { ...ANY, 2022: 'basic', 2023: 'undetermined' },
    on: '2025-04-15',
  },
  {
    ...R,
    clause: '病事假超过半年不进行考核，该年度不计算',
    since: '2022-03-01',
    reviews: { ...ANY, 2023: 'exempt' },
    on: '2025-03-01',
  },
  {
    ...R,
    clause: '第十九条：一年基本称职、一年优秀',
    since: '2022-03-01',
    reviews: { ...ANY, 2022: 'basic', 2023: 'excellent' },
    on: '2024-09-01',
  },
  {
    ...R,
    clause: '闰日起，一年不计算',
    since: '2020-02-29',
    reviews: { ...ANY, 2021: 'basic' },
    on: '2023-02-28',
  },
  {
    ...R,
    clause: '闰日起，两年不计算，到期月又有 29 日',
    since: '2020-02-29',
    reviews: { ...ANY, 2021: 'basic', 2022: 'basic' },
    on: '2024-02-29',
  },
  {
    rank: '四级主办',
    to: '三级主办',
    clause: '行政执法类逐级对应',
    since: '2023-03-15',
    reviews: ANY,
    on: '2025-03-15',
  },
  { rank: '专业技术员', to: '四级主管', clause: '专业技术类', since: '2023-03-15', reviews: ANY, on: '2025-03-15' },
]

describe('职级晋升 at the edge (公务员职务与职级并行规定)', () => {
  test.each([...STEPS, ...EDGES])('$clause：$rank $since 起，晋升$to满于 $on', ({ rank, since, reviews, to, on }) => {
    expect(
      edgeOf(
        on,
        (asOf) =>
          dueOn(
            'rank',
            {
              people: [official({ rank })],
              records: {
                annualReview: reviewsOf(reviews, asOf),
                personGrade: [gradeOf({ rankSince: since })],
              },
            },
            asOf,
          )[0],
        `晋升${to}`,
      ),
    ).toEqual(ON_EDGE)
  })
})

function onlyOne(found: readonly Due[]): Due {
  const [one] = found
  if (one === undefined) throw new Error('nobody is due')
  return one
}

function gradeOf(more: { readonly rankSince?: string; readonly positionLevel?: '0141' | '0142' | '0198' | '0150' }) {
  return recordOf(
    'personGrade',
    { personClass: null, positionLevel: null, postGrade: null, rankSince: null, ...more },
    { personId: WHO },
  )
}

interface LeaderCase {
  readonly clause: string
  readonly level: '0141' | '0142'
  readonly rank: string | null
  readonly rankSince?: string
  readonly postSince: string
  readonly to: string
  readonly on: string
}

const LEADERS: readonly LeaderCase[] = [
  {
    clause: '（九）乡科级副职',
    level: '0142',
    rank: null,
    postSince: '2023-04-08',
    to: '三级主任科员',
    on: '2025-04-08',
  },
  {
    clause: '（七）乡科级正职',
    level: '0141',
    rank: null,
    postSince: '2023-04-08',
    to: '一级主任科员',
    on: '2025-04-08',
  },
  {
    clause: '（九）副职或者四级主任科员，副职先满',
    level: '0142',
    rank: '四级主任科员',
    rankSince: '2024-01-01',
    postSince: '2023-04-08',
    to: '三级主任科员',
    on: '2025-04-08',
  },
  {
    clause: '（九）副职或者四级主任科员，职级先满',
    level: '0142',
    rank: '四级主任科员',
    rankSince: '2022-01-01',
    postSince: '2023-04-08',
    to: '三级主任科员',
    on: '2024-01-01',
  },
  {
    clause: '（八）已是三级主任科员的副职，只按职级',
    level: '0142',
    rank: '三级主任科员',
    rankSince: '2023-02-28',
    postSince: '2015-04-08',
    to: '二级主任科员',
    on: '2025-02-28',
  },
  {
    clause: '（七）正职，三级主任科员',
    level: '0141',
    rank: '三级主任科员',
    rankSince: '2024-06-01',
    postSince: '2023-02',
    to: '一级主任科员',
    on: '2025-02',
  },
]

test.each(LEADERS)('第十八条$clause：晋升$to满于 $on', ({ level, rank, rankSince, postSince, to, on }) => {
  expect(
    edgeOf(
      on,
      (asOf) =>
        dueOn(
          'rank',
          {
            people: [
              official({
                rank,
                holdings: [seat(TEAM, 'administrative', { title: '副乡长', leadership: 'deputy', postSince })],
              }),
            ],
            records: {
              annualReview: reviewsOf(ANY, asOf),
              personGrade: [gradeOf({ positionLevel: level, ...(rankSince === undefined ? {} : { rankSince }) })],
            },
          },
          asOf,
        )[0],
      `晋升${to}`,
    ),
  ).toEqual(ON_EDGE)
})

test.each([
  ['一年优秀以外又一年，确定当天就满', '2022-09-01', '2023-12-25', '2023-12-24', '2024-03-01'],
  ['两年优秀，第一年已经够了', '2022-01-10', '2023-12-25', '2023-12-24', '2023-07-10'],
  ['第二年确定以后，以先满的为准', '2022-09-01', '2023-12-25', '2023-12-25', '2023-12-25'],
  ['第二年确定得晚，不提前', '2022-09-01', '2024-02-28', '2024-02-28', '2024-02-28'],
  ['年限满以后才确定，没有缩短', '2022-09-01', '2024-04-10', '2024-04-10', '2024-03-01'],
])('第十九条，2022、2023 年优秀：%s', (_, since, confirmed, asOf, on) => {
  const reviews: Reviews = { ...ANY, 2022: 'excellent', 2023: { result: 'excellent', confirmed } }
  const records = { annualReview: reviewsOf(reviews, asOf), personGrade: [gradeOf({ rankSince: since })] }
  expect(dueOn('rank', { people: [official({ rank: '一级科员' })], records }, asOf)[0]?.on).toBe(on)
})

describe('职级晋升: what cannot be told is not guessed', () => {
  const of = (
    rank: string | null,
    grade: Parameters<typeof gradeOf>[0],
    reviews: Reviews,
    more: Parameters<typeof dueOn>[1] = {},
    asOf = '2026-05-01',
  ) =>
    dueOn(
      'rank',
      {
        people: [official({ rank })],
        ...more,
        records: { annualReview: reviewsOf(reviews, asOf), personGrade: [gradeOf(grade)], ...more.records },
      },
      asOf,
    )[0]

  test.each([
    ['没有任现职级时间', of('一级科员', {}, ANY), ['任现职级时间', '四级主任科员的职级职数']],
    ['没有职级', of(null, {}, ANY), ['职级']],
    ['职级不在序列里', of('副主任科员', {}, ANY), ['能认出的职级（现登记“副主任科员”）']],
    [
      '缺一年考核',
      of('一级科员', { rankSince: '2023-05' }, fair(2023)),
      ['2024 年度考核结果', '四级主任科员的职级职数'],
    ],
    [
      '不称职之后',
      of('一级科员', { rankSince: '2023-05' }, { ...ANY, 2024: 'incompetent' }),
      ['2024 年度不称职之后的任现职级时间', '四级主任科员的职级职数'],
    ],
  ])('%s', (_, found, lacks) => {
    expect([found?.on, found?.state, found?.lacks]).toEqual([null, 'unknown', lacks])
  })

  test('an assessment that is missing after the years are complete changes nothing', () => {
    expect(of('一级科员', { rankSince: '2022-05-04' }, fair(2022, 2023))).toMatchObject({
      on: '2024-05-04',
      state: 'past',
    })
  })

  test('the years still to come are said to be taken as 称职', () => {
    const found = of('一级科员', { rankSince: '2025-05-04' }, fair(2025))
    expect(found?.on).toBe('2027-05-04')
    expect(found?.steps.join('；')).toContain('2026 年度还没有考核，先按称职算')
  })

  test('不称职 before the present rank is past', () => {
    expect(of('一级科员', { rankSince: '2024-05-04' }, { ...ANY, 2023: 'incompetent' })?.on).toBe('2026-05-04')
  })

  test('基本称职 in the year of the promotion itself: both readings are said', () => {
    const found = of('一级科员', { rankSince: '2023-09-01' }, { ...ANY, 2023: 'basic' })
    expect(found?.on).toBe('2026-09-01')
    expect(found?.steps.join('；')).toContain('当地只扣任职月份的，为 2026年1月（不含优秀缩短），请问组织部门')
  })

  test('whoever is on probation has no step yet, and 二级调研员 is the top of a township', () => {
    expect(of(null, { positionLevel: '0198' }, ANY)).toBeUndefined()
    expect(of('二级调研员', { rankSince: '2019-06-01' }, ANY)).toBeUndefined()
  })

  test.each([
    ['试用期内', '2026-05-31', 0],
    ['试用期最后一天', '2026-06-30', 0],
    ['试用期满，该有职级了', '2026-07-01', 1],
  ])('a recruit without a 职级, %s', (_, asOf, count) => {
    const people = [
      { name: WHO, holdings: [seat(OFFICE, 'administrative', { enteredOn: '2025-07-01', entryCause: '21' })] },
    ]
    expect(dueOn('rank', { people }, asOf)).toHaveLength(count)
  })

  test('事业 people are in none of it', () => {
    expect(
      of('一级科员', { rankSince: '2023-05' }, ANY, {
        people: [{ name: WHO, holdings: [seat('农技站', 'institution')], rank: '一级科员' }],
      }),
    ).toBeUndefined()
  })

  test('the day of the 职级晋升 goes before a month on record that is the same or earlier', () => {
    const rankStarts = [{ personId: WHO, since: '2023-05-18' }]
    expect(of('一级科员', { rankSince: '2023-05' }, ANY, { rankStarts }, '2025-05-17')).toMatchObject({
      on: '2025-05-18',
    })
    expect(of('一级科员', { rankSince: '2019-06' }, ANY, { rankStarts }, '2025-05-17')).toMatchObject({
      on: '2025-05-18',
    })
    expect(of('一级科员', {}, ANY, { rankStarts }, '2025-05-17')).toMatchObject({
      on: '2025-05-18',
      lacks: ['四级主任科员的职级职数'],
    })
    expect(of('一级科员', { rankSince: '2024-06' }, ANY, { rankStarts }, '2025-05-17')).toMatchObject({ on: '2026-06' })
  })
})

describe('职级晋升: what stands against it', () => {
  const POOL = '一级至四级主任科员'
  const pool = (amount: number, name = POOL) => ({
    id: name,
    unitId: OFFICE,
    pool: name,
    amount,
    documentNumber: '山组〔2020〕3号',
    validFrom: '2020-01-01',
    validTo: null,
  })
  const of = (more: Parameters<typeof dueOn>[1], asOf = '2026-05-04', rank = '一级科员') =>
    onlyOne(
      dueOn(
        'rank',
        {
          people: [official({ rank })],
          ...more,
          records: {
            annualReview: reviewsOf(ANY, asOf),
            personGrade: [gradeOf({ rankSince: '2024-05-04' })],
            ...more.records,
          },
        },
        asOf,
      ),
    )

  test('a free post: counted, with its arithmetic', () => {
    const found = of({ rankQuotas: [pool(1)] })
    expect(found).toMatchObject({ state: 'now', lacks: [], obstacles: [] })
    expect(found?.steps).toContain('一级至四级主任科员：核定 1 − 实有 0 = 空 1')
  })

  test('no free post bars it from the day the years are complete', () => {
    const rankQuotas = [pool(0)]
    expect(of({ rankQuotas }, '2026-05-03')).toMatchObject({ state: 'ahead', obstacles: [] })
    expect(of({ rankQuotas })).toMatchObject({
      state: 'barred',
      obstacles: ['没有空缺职数：一级至四级主任科员核定 0、实有 0'],
    })
  })

  test('rising within a pool takes no further post', () => {
    expect(of({ rankQuotas: [pool(1)] }, '2026-05-04', '四级主任科员')).toMatchObject({ state: 'now', obstacles: [] })
    expect(of({ rankQuotas: [pool(1), pool(0, '一级、二级主任科员')] }, '2026-05-04', '三级主任科员').state).toBe(
      'barred',
    )
  })

  test('一级科员 is not limited', () => {
    expect(of({}, '2026-05-04', '二级科员').lacks).toEqual([])
  })

  test.each([
    ['处分还在影响期', { validFrom: '2026-01-10', validTo: '2026-07-10' }, 'barred'],
    ['影响期满的当天', { validFrom: '2025-11-04', validTo: '2026-05-04' }, 'now'],
    ['影响期差一天', { validFrom: '2025-11-05', validTo: '2026-05-05' }, 'barred'],
    ['止日没有登记', { validFrom: '2026-01-10', validTo: null }, 'barred'],
  ])('第二十一条（二） %s', (_, range, state) => {
    const dutyMatter = [
      recordOf(
        'dutyMatter',
        { matter: 'discipline', days: null, consecutiveDays: null, payAdjusted: true },
        { personId: WHO, ...range },
      ),
    ]
    expect(of({ rankQuotas: [pool(1)], records: { dutyMatter } }).state).toBe(state)
  })
})
