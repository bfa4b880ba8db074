import { describe, expect, it } from 'vitest'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import { formFieldFor } from '../../../electron/domain/fill/form-fields.ts'
import { IN_POST, readScope } from '../../../electron/domain/fill/form-scope.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import { matchHeader } from '../../../electron/domain/table/header-match.ts'
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
