import { describe, expect, it } from 'vitest'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import { formFieldFor } from '../../../electron/domain/fill/form-fields.ts'
import { IN_POST, type CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import { matchHeader } from '../../../electron/domain/table/header-match.ts'
import { namesOtherPlaces } from '../../../electron/domain/fill/unit-labels.ts'
import { unitFieldFor } from '../../../electron/domain/fill/unit-fields.ts'
import { dateValue } from '../../../electron/domain/fill/values/value-formats.ts'
import type { RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* 全日制 and 在职 across, years of age and service, who is away, years of retirement: each by the smallest form that shows it. */

const DAY = '2026-11-30'
const people = (...own: readonly Partial<CountedPerson>[]): readonly CountedPerson[] =>
  own.map((one, at) => ({ ...NOBODY, personId: String(at), name: `某${at}`, ...one }))

function counts(
  paths: readonly (readonly string[])[],
  pool: readonly CountedPerson[],
  options: Partial<AxisOptions> = {},
): readonly (number | null)[] {
  return readAxis(paths, { units: [], civilServiceApart: false, heading: '', rows: false, ...options }).places.map(
    (place) => (place === null ? null : countCell(pool, IN_POST, [place], DAY).value),
  )
}

describe('全日制 and 在职 as heads over columns', () => {
  it.each([
    [['教育情况', '全日制教育', '最高学历'], 'fullTimeEducation'],
    [['教育情况', '全日制教育', '毕业院校\n系及专业'], 'fullTimeSchool'],
    [['在职教育', '毕业院校及专业'], 'inServiceSchool'],
    [['在职', '学历学位'], 'inServiceEducationDegree'],
    [['全日制', '学位'], 'fullTimeDegree'],
    // The major of one of them is not kept apart from its school.
    [['在职教育', '专业'], null],
    // Without either, or with both, the highest is meant; 在职人员 are people.
    [['最高学历', '毕业院校及专业'], 'school'],
    [['在职人员', '学历'], 'education'],
  ])('%j asks for %s', (path, field) => expect(formFieldFor(path)).toBe(field))

  it('a list of people is read the same way: the school of one education is not that of the highest', () => {
    expect(matchHeader('roster', ['在职教育', '毕业院校系及专业'])?.field).toBe('inServiceSchool')
    expect(matchHeader('roster', ['全日制教育', '学位'])?.field).toBe('fullTimeDegree')
    expect(matchHeader('roster', ['毕业院校系及专业'])?.field).toBe('school')
  })

  it('numbers under them are of that education', () =>
    expect(
      counts(
        [
          ['全日制学历', '大学本科'],
          ['在职学历', '大学本科'],
        ],
        people(
          { fullTimeEducation: '大学本科' },
          { fullTimeEducation: '大学专科', inServiceEducation: '大学本科' },
          { fullTimeEducation: '大学专科', inServiceEducation: '大学本科' },
        ),
      ),
    ).toEqual([1, 2]))
})

describe('years in place of numbers', () => {
  const pool = people(
    { birth: '1970-12', workStarted: '1990-07' },
    { birth: '1990-11', workStarted: '2012-08' },
    { birth: null, workStarted: null },
  )
  it('最大, 最小 and 平均年龄, 最长工龄; who has no date is left out', () =>
    expect(
      counts([['最大年龄'], ['年龄', '最小'], ['平均年龄（岁）'], ['最长工龄'], ['平均工龄'], ['最年长者年龄']], pool),
    ).toEqual([55, 36, 46, 36, 25.3, null]))
  it('of nobody there are none, and 最大 of nothing in particular is nothing', () => {
    expect(counts([['最大年龄']], [])).toEqual([null])
    expect(counts([['最大']], pool)).toEqual([null])
  })
})

describe('at the post or away', () => {
  const pool = people({}, { secondedOut: true }, { absence: 'sickLeave' }, { absence: 'study' }, { absence: 'offPost' })
  it('each 离岗情形 by its words; 离岗 beside the others is the one called so, alone it is all of them', () => {
    expect(
      counts([['在岗人数'], ['不在岗人数', '小计'], ['借调'], ['长期病休'], ['脱产学习'], ['离岗']], pool),
    ).toEqual([1, 4, 1, 1, 1, 1])
    expect(counts([['在岗'], ['离岗']], pool)).toEqual([1, 3])
  })
  it.each([
    [['在岗', '不在岗'], '病休', '不在岗'],
    [['是', '否'], '在岗', '是'],
    [['是', '否'], '借出', '否'],
    [['在岗', '长病', '借调', '离岗'], '借出', '借调'],
    [['在岗', '长病', '借调', '离岗'], '停职', '离岗'],
    // Somebody lent out is not 离岗.
    [['在岗', '离岗'], '借出', null],
  ])('of %j %s is %s', (options, value, expected) => expect(fitChoice('dutyState', value, options)).toBe(expected))
  it('a title that names several of them is about whoever is away in one', () => {
    const { conditions } = readScope(['长病、离岗学习人员名册'], [], false)
    expect(pool.map((one) => conditions.every((condition) => condition.holds(one, DAY) === true))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })
})

describe('retirement by year and month', () => {
  const pool = people({ retiresOn: '2027-03' }, { retiresOn: '2027-10' }, { retiresOn: '2028-03' })
  it('the title says what bare years are, and of which year months are', () => {
    expect(counts([['2027年'], ['2028']], pool, { title: '到龄退休人数预测表' })).toEqual([2, 1])
    expect(counts([['3月'], ['10月份']], pool, { title: '2027年到龄退休人数' })).toEqual([2, 1])
    expect(counts([['3月']], pool, { title: '到龄退休人数' })).toEqual([null])
  })
})

const sheet = (rows: readonly (readonly (string | null)[])[], merges: RawSheet['merges'] = []): RawSheet => ({
  name: '表',
  hidden: false,
  rows,
  merges,
})
const parts = (one: RawSheet, units: readonly string[] = []) =>
  readForm(
    { format: 'xlsx', sheets: [one] },
    {},
    units.map((name) => ({ id: name, name })),
  ).parts.map(({ kind, headerRows, columns }) => ({ kind, headerRows, fields: columns.map(({ field }) => field) }))
const down = (column: number, top: number, bottom: number) => ({ top, bottom, left: column, right: column })

describe('where a header begins', () => {
  it('a row that a head merged down passes through is a lower row of that header', () =>
    expect(
      parts(
        sheet(
          [
            ['到龄退休人数预测表', null, null, null],
            ['编制类型', '2027年', null, '少见的一栏'],
            [null, '男', '女', null],
            ['行政编制', null, null, null],
            ['事业编制', null, null, null],
            ['机关工勤编制', null, null, null],
          ],
          [down(0, 1, 2), down(3, 1, 2), { top: 1, bottom: 1, left: 1, right: 2 }],
        ),
      ),
    ).toEqual([{ kind: 'counts', headerRows: [2, 3], fields: [null, 'count', 'count', null] }]))

  it('what is printed below blank rows says nothing of what goes into them', () =>
    expect(
      parts(
        sheet([
          ['机构名称', '核定编制', '实有人数'],
          [null, null, null],
          [null, null, null],
          ['人员构成', null, null],
          ['性别', '人数', '中共党员'],
          ['男', null, null],
          ['女', null, null],
        ]),
        ['党政办公室'],
      ).map(({ kind }) => kind),
    ).toEqual(['units', 'counts']))

  it('小计 under people who are away is of people, not of approved seats', () =>
    expect(
      parts(
        sheet(
          [
            ['机构名称', '在编人数', '不在岗人数', null],
            [null, null, '小计', '病休'],
            ['党政办公室', null, null, null],
          ],
          [down(0, 0, 1), down(1, 0, 1), { top: 0, bottom: 0, left: 2, right: 3 }],
        ),
        ['党政办公室'],
      ),
    ).toEqual([{ kind: 'units', headerRows: [1, 2], fields: ['unit', 'figure:actual:all', 'count', 'count'] }]))
})

describe('a table of the townships of a county', () => {
  const county = (rows: readonly string[]): RawSheet =>
    sheet(
      [
        ['各乡镇编制情况统计表', null, null, null],
        ['乡镇', '行政编制', null, '女'],
        [null, '核定', '实有', null],
        ...rows.map((name) => [name, null, null, null]),
      ],
      [down(0, 1, 2), { top: 1, bottom: 1, left: 1, right: 2 }, down(3, 1, 2)],
    )
  const UNITS = [
    { id: 'a', name: '党政办公室' },
    { id: 't', name: '石坪镇', whole: true as const },
  ]
  it('is read with both rows of its head', () =>
    expect(
      readForm({ format: 'xlsx', sheets: [county(['云溪乡', '石坪镇', '合计'])] }, {}, UNITS).parts.map(
        ({ kind, headerRows, columns }) => ({ kind, headerRows, fields: columns.map(({ field }) => field) }),
      ),
    ).toEqual([
      { kind: 'counts', headerRows: [2, 3], fields: [null, 'figure:quota:administrative', 'count', 'count'] },
    ]))

  it('the own row is of everybody, another place and the sum of all of them are not known', () => {
    const pool = people({ unitId: 'a' }, { unitId: null })
    const options = { units: UNITS, rows: true }
    expect(counts([['云溪乡'], ['石坪镇'], ['合计']], pool, options)).toEqual([null, 2, null])
    // Of units alone the sum is known.
    expect(counts([['党政办公室'], ['合计']], pool, options)).toEqual([1, 2])
    expect(namesOtherPlaces(['1.党政办公室', '合计', '场镇'], UNITS)).toBe(true)
    expect(namesOtherPlaces(['党政办公室', '合计'], UNITS)).toBe(false)
  })

  it('a title with the name of the township narrows nothing', () =>
    expect(readScope(['石坪镇党政办公室人员名册'], UNITS, false).unitIds).toEqual(['a']))
})

describe('合计 beside units', () => {
  const UNITS = ['甲办', '乙办', '丙办'].map((name) => ({ id: name, name }))
  it('is of those the form lists', () =>
    expect(
      counts([['项目'], ['甲办'], ['乙办'], ['合计']], people({ unitId: '甲办' }, { unitId: '丙办' }), {
        units: UNITS,
      }),
    ).toEqual([null, 1, 0, 1]))
})

describe('是 and 否, heights and parts', () => {
  it.each([
    [['是否中共党员'], 'isMember'],
    [['是否在编'], 'isInPost'],
    [['是否在岗'], 'isOnDuty'],
    [['在岗状态'], 'dutyState'],
    [['职称等级'], 'titleLevel'],
    [['职称'], 'professionalTitle'],
    [['是否退役军人'], null],
  ])('%j asks for %s', (path, field) => expect(formFieldFor(path)).toBe(field))

  it.each([
    [['高级', '中级', '初级'], '副高级', '高级'],
    [['正高级', '副高级', '中级', '初级', '无'], '副高级', '副高级'],
    [['初级', '员级'], '中级', null],
  ])('of %j %s is %s', (options, value, expected) => expect(fitChoice('titleLevel', value, options)).toBe(expected))

  it('年, 月 and 日 of a date in columns of their own; 年份 is its year', () => {
    const [part] = readForm(
      {
        format: 'xlsx',
        sheets: [
          sheet([
            ['姓名', '出生年月', null, '参加工作年份', '职务'],
            [null, '年', '月', null, null],
            [null, null, null, null, null],
          ]),
        ],
      },
      {},
    ).parts
    expect(part?.columns.map(({ field, format }) => [field, format])).toEqual([
      ['name', null],
      ['birth', 'yearOnly'],
      ['birth', 'monthOnly'],
      ['workStarted', 'yearOnly'],
      ['post', null],
    ])
    expect(dateValue('1985-06', 'yearOnly')).toEqual({ kind: 'text', text: '1985' })
    expect(dateValue('1985-06', 'monthOnly')).toEqual({ kind: 'text', text: '6' })
    expect(dateValue('1985-06-01', 'dayOnly')).toEqual({ kind: 'text', text: '1' })
    expect(dateValue('1985-06', 'dayOnly')).toBeNull()
  })
})

describe('heads over one blank row', () => {
  it('are of everybody; a head nobody understands leaves the whole of it', () => {
    const one = (last: string) => parts(sheet([['人员结构表'], ['总人数', '男', '女', last], [null, null, null, null]]))
    expect(one('35岁以下')).toEqual([
      { kind: 'counts', headerRows: [2, 2], fields: ['count', 'count', 'count', 'count'] },
    ])
    expect(one('代课教师')).toEqual([])
  })
})

it('a share is of people of the same list, and of people at all', () => {
  const places = readAxis([['占比'], ['编外人员'], ['平均年龄'], ['男']], {
    units: [],
    civilServiceApart: false,
    heading: '',
    rows: false,
  }).places
  const [share, outside, years, men] = places
  const pool = people({ sex: '男' }, { sex: '女' }, { list: 'off-quota' })
  const value = (place: typeof share) =>
    countCell(
      pool,
      IN_POST,
      [share, place].flatMap((one) => one ?? []),
      DAY,
    ).value
  expect([value(outside), value(years), value(men)]).toEqual([null, null, 50])
})

describe('parts and words of counting tables', () => {
  const members = people(
    { politicalStatus: '中共党员', sex: '女' },
    { politicalStatus: '中共预备党员', sex: '女' },
    { politicalStatus: '群众', sex: '女' },
  )
  it('预备党员 as a part of 党员总数 is in every other row of members too', () => {
    expect(counts([['党员总数'], ['其中：预备党员'], ['女党员']], members, { rows: true })).toEqual([2, 1, 2])
    expect(counts([['中共党员'], ['预备党员'], ['女党员']], members)).toEqual([1, 1, 1])
  })
  it('正职 under 乡科级, 用工形式 as a head, and a number of 编外人员', () => {
    const pool = people(
      { positionLevel: '0141' },
      { positionLevel: '0142' },
      { list: 'off-quota', offQuotaKind: 'agency', category: null },
    )
    expect(
      counts([['乡科级', '正职'], ['乡科级', '副职'], ['用工形式', '劳务派遣'], ['编外人员总数'], ['正职']], pool),
    ).toEqual([1, 1, 1, 1, null])
  })
  it('what workers of each grade are called', () => {
    const pool = people({ postGrade: '技术工三级' }, { postGrade: '技术工二级' }, { postGrade: null })
    expect(counts([['高级工'], ['技师（二级）'], ['普通工']], pool, { heading: '技术等级', rows: true })).toEqual([
      1, 1, 0,
    ])
    expect(counts([['高级工']], pool)).toEqual([null])
    expect(fitChoice('anyGrade', '技术工三级', ['技师', '高级工', '中级工'])).toBe('高级工')
  })
})

it('行政编制数 is of seats and never a number of people; 行政实有人数 is of people', () => {
  expect(unitFieldFor(['行政编制数'])).toBe('figure:quota:administrative')
  expect(counts([['行政编制数'], ['行政实有人数'], ['行政人员数']], people({ category: 'administrative' }))).toEqual([
    null,
    1,
    1,
  ])
})

it('a card of a township asks for seats and for people', () => {
  const [part] = readForm(
    {
      format: 'xlsx',
      sheets: [
        sheet([
          ['乡镇编制情况表', null, null, null],
          ['乡镇名称', null, '编外人员', null],
          ['行政编制数', null, '空编数', null],
          ['女干部', null, '其中：党员', null],
        ]),
      ],
    },
    {},
  ).parts
  expect(part?.kind).toBe('unitCard')
  expect(part?.columns.map(({ column, field }) => [column, field])).toEqual([
    ['B2', 'unit'],
    ['D2', 'count'],
    ['B3', 'figure:quota:administrative'],
    ['D3', 'figure:vacancy:all'],
    ['B4', 'count'],
    ['D4', null],
  ])
})
