import { describe, expect, it } from 'vitest'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { IN_POST, type CountedPerson } from '../../../electron/domain/fill/counted-person.ts'

/* What the heads and rows of a superior's counting table ask for, and whom each cell counts. */

const DAY = '2026-11-30'
const SOMEBODY: CountedPerson = {
  personId: '',
  name: '',
  list: 'in-quota',
  unitId: 'office',
  unitKind: 'office',
  category: 'administrative',
  offQuotaKind: null,
  attached: false,
  secondedOut: false,
  absence: null,
  leader: null,
  sex: '男',
  ethnicity: '汉族',
  politicalStatus: '群众',
  education: '大学本科',
  fullTimeEducation: null,
  inServiceEducation: null,
  degree: null,
  birth: '1986-06',
  workStarted: '2010-07',
  entered: '2010-08',
  entryCause: null,
  partyJoined: null,
  professionalTitle: null,
  rank: null,
  positionLevel: null,
  postGrade: null,
  retiresOn: null,
}
const OPTIONS: AxisOptions = {
  units: [{ id: 'office', name: '党政办公室' }],
  civilServiceApart: false,
  heading: '',
  rows: false,
}

/** How many of several each place counts; null: the place is not understood. */
function counts(
  paths: readonly (readonly string[])[],
  people: readonly Partial<CountedPerson>[],
  options: Partial<AxisOptions> = {},
): readonly (number | null)[] {
  const pool = people.map((own, place) => ({ ...SOMEBODY, personId: String(place), name: `某${place}`, ...own }))
  return readAxis(paths, { ...OPTIONS, ...options }).places.map((place) =>
    place === null ? null : countCell(pool, IN_POST, [place], DAY).value,
  )
}
const bornIn = (...years: readonly number[]) => years.map((year) => ({ birth: `${year}-01` }))
const studied = (...words: readonly string[]) => words.map((education) => ({ education }))

describe('bands of age', () => {
  // 35, 36, 40, 41, 55 and 56 years old.
  const people = bornIn(1991, 1990, 1986, 1985, 1971, 1970)
  it.each([
    [
      ['35岁及以下', '36-40岁', '41～55岁', '56岁及以上'],
      [1, 2, 2, 1],
    ],
    // 以下 and 以上 hold their number (民法典 1259), unless the band beside them has it.
    [
      ['35岁以下', '36至40岁', '55岁以上'],
      [1, 2, 2],
    ],
    [
      ['不满35岁', '35岁—40岁', '超过55岁'],
      [0, 3, 1],
    ],
    [
      ['35岁以下', '35-40岁', '41-55', '55岁以上'],
      [0, 3, 2, 1],
    ],
    [
      ['35岁（含）以下', '年满41周岁'],
      [1, 3],
    ],
  ])('%j', (labels, expected) =>
    expect(
      counts(
        labels.map((label) => [label]),
        people,
      ),
    ).toEqual(expected),
  )

  it('numbers without 岁 are years of what the heading says, and nothing without one', () => {
    const person = [{ birth: '1966-01', workStarted: '2011-01', partyJoined: '2020-01', politicalStatus: '中共党员' }]
    const bands = ['10年以下', '11-20年', '21年及以上']
    const of = (heading: string) =>
      counts(
        bands.map((band) => [heading, band]),
        person,
      )
    expect([of('工龄'), of('党龄'), counts([['36-40']], person)]).toEqual([[0, 1, 0], [1, 0, 0], [null]])
  })

  it('whoever has no birth on record is counted in no band and named', () => {
    const [place] = readAxis([['35岁及以下']], OPTIONS).places
    const counted = countCell([{ ...SOMEBODY, name: '缺生日', birth: null }], IN_POST, [place!], DAY)
    expect([counted.value, counted.unsure.map(({ person }) => person.name)]).toEqual([0, ['缺生日']])
  })
})

describe('education', () => {
  const people = studied('博士研究生', '硕士研究生', '省委党校大学', '大学专科', '中等专科', '普通高中')
  it.each([
    [
      ['研究生', '本科', '大专', '中专及以下'],
      [2, 1, 1, 2],
    ],
    [
      ['本科及以上', '本科以下'],
      [3, 3],
    ],
    [
      ['博士', '硕士研究生', '大学', '大专及以下'],
      [1, 1, 1, 3],
    ],
    [
      ['研究生及以上', '高中、中专', '其他'],
      [2, 2, 2],
    ],
  ])('%j', (labels, expected) =>
    expect(
      counts(
        labels.map((label) => ['学历', label]),
        people,
      ),
    ).toEqual(expected),
  )

  it('其他 holds nobody of whom it is not known', () =>
    expect(
      counts(
        [
          ['学历', '本科'],
          ['学历', '其他'],
        ],
        [{ education: null }, { education: '初中' }],
      ),
    ).toEqual([0, 1]))
})

describe('编制', () => {
  const people = (['administrative', 'worker', 'institutionCivilService', 'institutionFull'] as const).map(
    (category) => ({ category }),
  )
  it.each([
    ['事业 is all of it', [['行政编制'], ['事业编制'], ['工勤']], [1, 2, 1]],
    ['but for a 参公 beside it', [['事业编制'], ['参公编制']], [1, 1]],
    [
      'not for one within it',
      [
        ['事业编制', '小计'],
        ['事业编制', '参公'],
        ['事业编制', '其他'],
      ],
      [2, 1, 1],
    ],
    ['含参公 said aloud', [['事业编制（含参公）'], ['全额拨款事业编制']], [2, 1]],
  ] as const)('%s', (_, paths, expected) => expect(counts(paths, people)).toEqual(expected))

  it('an undivided 事业编制 is neither 全额 nor not: it is left out and named', () => {
    const [place] = readAxis([['全额拨款事业编制']], OPTIONS).places
    const counted = countCell([{ ...SOMEBODY, category: 'institution' }], IN_POST, [place!], DAY)
    expect([counted.value, counted.unsure.length]).toEqual([0, 1])
  })
})

describe('rows', () => {
  const people = [{ category: 'institution' as const, sex: '女' }, { sex: '女' }, { politicalStatus: '中共党员' }]
  it('其中 is part of the row above it, and so is what follows of another kind', () =>
    expect(counts([['事业编制'], ['其中：女'], ['党员'], ['行政编制'], ['总计']], people, { rows: true })).toEqual([
      1, 1, 0, 2, 3,
    ]))

  it('小计 counts the rows since the last one, 合计 everybody', () =>
    expect(counts([['男'], ['女'], ['小计'], ['合计']], people, { rows: true })).toEqual([1, 2, 3, 3]))

  it('what asks for something the book cannot tell is not counted', () =>
    expect(counts([['中层干部'], ['享受政府特殊津贴'], ['党政办公室']], people, { rows: true })).toEqual([
      null,
      null,
      3,
    ]))
})

it('职称: 高级 without 正高 beside it is both; 无职称 is who has none', () => {
  const people = ['正高级农艺师', '高级工程师', '农艺师', '助理经济师', null].map((professionalTitle) => ({
    professionalTitle,
  }))
  const of = (...labels: readonly string[]) =>
    counts(
      labels.map((label) => ['职称', label]),
      people,
    )
  expect([of('高级', '中级', '初级', '无职称'), of('正高级', '副高级', '高级')]).toEqual([
    [2, 1, 1, 1],
    [1, 1, 1],
  ])
})

it('编外 is of its own list, and no part of a total of people in post', () =>
  expect(
    counts(
      [['合计'], ['编外'], ['劳务派遣']],
      [
        {},
        { list: 'off-quota', category: null, offQuotaKind: 'agency' },
        { list: 'off-quota', category: null, offQuotaKind: 'publicWelfare' },
      ],
    ),
  ).toEqual([1, 2, 1]))

it('parts of approved numbers are no people, whether 其中 or their numbering says so; what follows on its own is', () => {
  const labels = [
    '一、核定编制数',
    '  其中：行政编制',
    '     事业编制',
    '二、在编实有人数',
    '  其中：女性',
    '㈠按年龄分',
    '⒉36—50岁',
  ]
  expect(
    readAxis(
      labels.map((label) => [label]),
      { ...OPTIONS, rows: true },
    ).places.map((place) => place !== null),
  ).toEqual([false, false, false, true, true, false, true])
})

it('rows under one of seats ask for seats, each under what stands over it', () => {
  const labels = ['一、核定编制数', '其中：行政编制', '机关工勤编制', '二、在编实有人数', '其中：女性']
  const { places, seatsOver } = readAxis(
    labels.map((label) => [label]),
    { ...OPTIONS, rows: true },
  )
  expect(seatsOver.map((over) => over !== null)).toEqual([true, true, true, false, false])
  expect(places.map((place) => place === null)).toEqual([true, true, true, false, false])
})
