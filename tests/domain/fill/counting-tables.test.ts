import { describe, expect, it } from 'vitest'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { IN_POST, type CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import type { NamedUnit } from '../../../electron/domain/fill/label-context.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'

/* One small township, and what each row or column of a superior's counting table makes of it. */

const DAY = '2026-11-30'
const UNITS: readonly NamedUnit[] = [
  { id: 'office', name: '党政办公室' },
  { id: 'water', name: '水利站' },
  { id: 'law', name: '综合执法队' },
  { id: 'all', name: '云溪乡', whole: true },
]
const PEOPLE: Readonly<Record<string, Partial<CountedPerson>>> = {
  甲: {
    category: 'administrative',
    sex: '男',
    politicalStatus: '中共党员',
    education: '硕士研究生',
    unitId: 'office',
    rank: '一级主任科员',
  },
  乙: {
    category: 'administrative',
    sex: '女',
    politicalStatus: '中共预备党员',
    education: '大学本科',
    unitId: 'office',
    rank: '二级科员',
  },
  丙: { category: 'institutionFull', sex: '女', politicalStatus: '群众', education: '大学专科', unitId: 'water' },
  丁: {
    category: 'institutionCivilService',
    sex: '男',
    politicalStatus: '中共党员',
    education: '大学本科',
    unitId: 'law',
  },
  戊: { category: 'worker', sex: '男', politicalStatus: '群众', education: '普通高中', unitId: 'office' },
  // Of whom hardly anything is on record.
  己: { category: 'institutionFull', unitId: 'law' },
  派: { list: 'off-quota', offQuotaKind: 'agency', sex: '女', politicalStatus: '群众', unitId: 'water' },
  益: { list: 'off-quota', offQuotaKind: 'publicWelfare', sex: '男', politicalStatus: '群众' },
}
const TOWN = Object.entries(PEOPLE).map(([name, own]): CountedPerson => ({ ...NOBODY, personId: name, name, ...own }))
const EVERYBODY = '甲乙丙丁戊己'

type Labels = readonly (string | readonly string[])[]
const pathsOf = (labels: Labels) => labels.map((label) => (typeof label === 'string' ? [label] : label))
const read = (labels: Labels, options: Partial<AxisOptions> = {}) =>
  readAxis(pathsOf(labels), { units: UNITS, civilServiceApart: false, heading: '', rows: true, ...options }).places
/** Who is counted at each place; null: it is not understood. */
const who = (labels: Labels, options: Partial<AxisOptions> = {}, pool: readonly CountedPerson[] = TOWN) =>
  read(labels, options).map((place) =>
    place === null
      ? null
      : countCell(pool, IN_POST, [place], DAY)
          .people.map(({ name }) => name)
          .join(''),
  )
type Row = readonly [labels: Labels, who: readonly (string | null)[]]

describe('rows of a counting table', () => {
  it.each<Row>([
    // 参公 beside 事业 takes its people out of it; within it, it does not.
    [
      ['事业编制', '参公编制'],
      ['丙己', '丁'],
    ],
    [
      ['一、行政编制', '（一）参公编制', '二、事业编制'],
      ['甲乙', '', '丙己'],
    ],
    [
      ['一、事业编制', '（一）参公编制', '（二）全额拨款'],
      ['丙丁己', '丁', '丙己'],
    ],
    [
      ['一、事业编制', '（一）全额拨款', '1.参公编制'],
      ['丙丁己', '丙己', ''],
    ],
    [
      ['（一）事业编制', '（二）参公编制'],
      ['丙己', '丁'],
    ],
    [
      ['事业编制', '（一）参公编制'],
      ['丙己', '丁'],
    ],
    [
      ['事业编制', '其 中：参公', '行政编制'],
      ['丙丁己', '丁', '甲乙'],
    ],
    [
      ['事业编制', '#参公'],
      ['丙丁己', '丁'],
    ],
    // Parts of approved seats are no people; what is numbered anew is.
    [
      ['一、核定编制数', '（一）行政编制', '二、在编人数', '（一）行政编制'],
      [null, null, EVERYBODY, '甲乙'],
    ],
    [
      ['一、核定编制数', '行政编制', '二、女'],
      [null, null, '乙丙'],
    ],
    [
      ['核定编制数', '其中：行政编制', '女'],
      [null, null, '乙丙'],
    ],
    [
      ['核定编制数', '1.行政编制'],
      [null, '甲乙'],
    ],
    // 小计 is of what stands since the last sum, or the last row nobody understands.
    [
      ['男', '女', '小计'],
      ['甲丁戊', '乙丙', '甲乙丙丁戊'],
    ],
    [
      ['行政编制', '小计', '事业编制', '小计'],
      ['甲乙', '甲乙', '丙丁己', '丙丁己'],
    ],
    [
      ['合计', '女', '小计'],
      [EVERYBODY, '乙丙', '乙丙'],
    ],
    [
      ['享受特殊津贴', '女', '小计'],
      [null, '乙丙', '乙丙'],
    ],
    [
      ['小计', '女'],
      [EVERYBODY, '乙丙'],
    ],
    [
      ['水利站', '综合执法队', '小计', '其中：女'],
      ['丙', '丁己', '丙丁己', '丙'],
    ],
    // 合计 of units is of those listed, of 职级 of who has one, beside 编外 of both.
    [
      ['水利站', '综合执法队', '合计'],
      ['丙', '丁己', '丙丁己'],
    ],
    [
      ['水利站', '其中：女', '综合执法队', '小计', '合计'],
      ['丙', '丙', '丁己', '丙丁己', '丙丁己'],
    ],
    [
      ['一级主任科员', '二级科员', '合计'],
      ['甲', '乙', '甲乙'],
    ],
    [
      ['一级主任科员', '其中：女', '二级科员', '合计'],
      ['甲', '', '乙', '甲乙'],
    ],
    [
      ['职级', '一级主任科员', '二级科员', '合计'],
      [null, '甲', '乙', '甲乙'],
    ],
    [
      ['一级主任科员', '合计'],
      ['甲', EVERYBODY],
    ],
    [
      ['一级主任科员', '二级科员', '其他', '合计'],
      ['甲', '乙', '丙丁戊己', EVERYBODY],
    ],
    [
      ['一级主任科员', '一等功臣', '合计'],
      ['甲', null, EVERYBODY],
    ],
    [
      ['一级主任科员', '女', '合计'],
      ['甲', '乙丙', EVERYBODY],
    ],
    [
      ['一级主任科员', '女二级科员', '合计'],
      ['甲', '乙', '甲乙'],
    ],
    [
      ['合计', '行政编制', '编外'],
      ['甲乙派益', '甲乙', '派益'],
    ],
    [
      ['总人数', '在编人员', '劳务派遣'],
      [`${EVERYBODY}派`, EVERYBODY, '派'],
    ],
    [
      ['合计', '行政编制', '其中：编外'],
      [EVERYBODY, '甲乙', ''],
    ],
    [
      ['合计', '总数', '编外'],
      [EVERYBODY, EVERYBODY, '派益'],
    ],
    [
      ['合计', '编外女', '行政编制'],
      [EVERYBODY, '派', '甲乙'],
    ],
    [
      ['合计', '编外', '女'],
      [EVERYBODY, '派益', '乙丙'],
    ],
    // With people the book does not hold nobody knows a sum.
    [
      ['合计', '在职人员', '已退休'],
      [null, EVERYBODY, null],
    ],
    [
      ['合计', '在职人员', '退休'],
      [null, EVERYBODY, null],
    ],
    [
      ['合计', '在职人员', '退休审批'],
      [EVERYBODY, EVERYBODY, null],
    ],
    // 其中, and how rows are numbered, say whose part a row is.
    [
      ['行政编制', '其中：女', '男', '事业编制'],
      ['甲乙', '乙', '甲', '丙丁己'],
    ],
    [
      ['女', '其中：党员', '男'],
      ['乙丙', '乙', '甲丁戊'],
    ],
    [
      ['女', '其中：党员', '总计'],
      ['乙丙', '乙', EVERYBODY],
    ],
    [
      ['女', '其中：享受特殊津贴', '群众'],
      ['乙丙', null, '丙'],
    ],
    [
      ['行政编制', '其中：女', '按政治面貌分', '党员'],
      ['甲乙', '乙', null, '甲乙'],
    ],
    [
      ['一、女', '群众', '（一）党员'],
      ['乙丙', '丙戊', '甲乙丁'],
    ],
    [
      ['女', '（一）党员'],
      ['乙丙', '甲乙丁'],
    ],
    [
      ['一、按性别分', '（一）女', '二、党员', '（一）女'],
      [null, '乙丙', '甲乙丁', '乙'],
    ],
    [
      ['一、享受特殊津贴', '（一）女', '1.党员', '二、女'],
      [null, null, null, '乙丙'],
    ],
    [
      ['一、女', '（一）党员', '1.行政编制', '（二）群众'],
      ['乙丙', '乙', '乙', '丙'],
    ],
    // What is a part of another row is no line of its own beside it.
    [
      ['一、行政编制', '（一）女', '二、参公编制', '小计'],
      ['甲乙', '乙', '丁', '甲乙丁'],
    ],
    [
      ['一、行政编制', '（一）女', '二、其他'],
      ['甲乙', '乙', '丙丁戊己'],
    ],
    [
      ['一、按性别分', '（一）男', '（二）女', '小计'],
      [null, '甲丁戊', '乙丙', '甲乙丙丁戊'],
    ],
    [
      ['行政编制', '其他', '其中：女'],
      ['甲乙', '丙丁戊己', '丙'],
    ],
    [['其他'], [null]],
  ])('%j: %j', (labels, expected) => expect(who(labels)).toEqual(expected))
})

describe('columns of a counting table', () => {
  it.each<Row>([
    [
      [
        ['编制类型', '事业编制'],
        ['编制类型', '参公编制'],
      ],
      ['丙己', '丁'],
    ],
    [
      [
        ['事业编制', '小计'],
        ['事业编制', '参公'],
      ],
      ['丙丁己', '丁'],
    ],
    [
      [
        ['实有', '事业'],
        ['其 中', '参公'],
      ],
      ['丙丁己', '丁'],
    ],
    [
      ['事业编制', '其中：参公'],
      ['丙丁己', '丁'],
    ],
    [
      ['事业编制', '事业编制（参公）'],
      ['丙己', '丁'],
    ],
    [
      ['事业编制', '# 参公'],
      ['丙丁己', '丁'],
    ],
    // 预备党员 beside 党员 is no part of it, unless all of them are asked for somewhere.
    [
      ['中共党员', '预备党员'],
      ['甲丁', '乙'],
    ],
    [
      ['党员总数', '中共党员', '预备党员'],
      ['甲乙丁', '甲乙丁', '乙'],
    ],
    [
      ['12.中共党员合计', '中共党员', '预备党员'],
      ['甲乙丁', '甲乙丁', '乙'],
    ],
    [
      ['2、党员小计', '中共党员', '预备党员'],
      ['甲乙丁', '甲乙丁', '乙'],
    ],
    [
      ['非党员总数', '中共党员', '预备党员'],
      ['丙戊', '甲丁', '乙'],
    ],
    [
      ['中共党员', '其中：预备党员'],
      ['甲乙丁', '乙'],
    ],
    [
      ['中共党员', '#预备党员'],
      ['甲乙丁', '乙'],
    ],
    [
      ['中共党员（含预备党员）', '群众'],
      ['甲乙丁', '丙戊'],
    ],
    // 其他 is what the others under the same head leave; whoever is not known is in neither.
    [
      [
        ['学历', '本科'],
        ['学历', '其他'],
        ['性别', '女'],
      ],
      ['乙丁', '甲丙戊', '乙丙'],
    ],
    [
      [
        ['学历', '合计'],
        ['学历', '本科'],
        ['学历', '其他'],
      ],
      [EVERYBODY, '乙丁', '甲丙戊'],
    ],
    [
      [
        ['学历', '进修班'],
        ['学历', '本科'],
        ['学历', '其他'],
      ],
      [null, '乙丁', '甲丙戊'],
    ],
    // A sum is of what stands under its own head.
    [
      [
        ['人员', '合计'],
        ['另有', '退休人员'],
      ],
      [EVERYBODY, null],
    ],
    [
      [
        ['单位', '水利站'],
        ['单位', '综合执法队'],
        ['全部', '合计'],
      ],
      ['丙', '丁己', EVERYBODY],
    ],
    [
      [
        ['编制类型', '编外'],
        ['编制类型', '行政编制'],
        ['全部', '合计'],
      ],
      ['派益', '甲乙', EVERYBODY],
    ],
    [
      [
        ['职级', '一级主任科员'],
        ['职级', '二级科员'],
        ['全部', '合计'],
      ],
      ['甲', '乙', EVERYBODY],
    ],
    [
      ['合计', '行政编制', '编外占比'],
      [EVERYBODY, '甲乙', '派益'],
    ],
  ])('%j: %j', (labels, expected) => expect(who(labels, { rows: false })).toEqual(expected))

  it('open bands end where their neighbours of the same head begin', () => {
    const born = (name: string, sex: string, birth: string): CountedPerson => ({ ...NOBODY, name, sex, birth })
    const pool = [born('甲', '男', '1991-01'), born('乙', '女', '1991-01'), born('丙', '女', '1990-01')]
    expect(
      who(
        [
          ['男', '35岁以下'],
          ['男', '35-40岁'],
          ['女', '35岁以下'],
          ['女', '36岁以上'],
        ],
        { rows: false },
        pool,
      ),
    ).toEqual(['', '甲', '乙', '丙'])
  })
})

describe('words that other words change', () => {
  const someone = (name: string, own: Partial<CountedPerson>): CountedPerson => ({ ...NOBODY, name, ...own })
  it('离岗 beside 病休 or 学习 is the rest of it', () => {
    const away = [
      someone('病', { absence: 'sickLeave' }),
      someone('学', { absence: 'study' }),
      someone('离', { absence: 'offPost' }),
    ]
    const of = (beside: string) => who(['离岗', beside], {}, away)[0]
    expect(['病假', '病休', '长期病休', '脱产学习', '停职', '病退'].map(of)).toEqual([
      '离',
      '离',
      '离',
      '离',
      '离',
      '病学离',
    ])
  })

  it('工勤人员 beside 管理岗 are those of 事业 posts', () => {
    const staff = [
      someone('管', { postGrade: '管理八级', category: 'institution' }),
      someone('技', { postGrade: '技术工三级', category: 'institution' }),
      someone('工', { category: 'worker' }),
    ]
    const of = (beside: string) => who([beside, '工勤人员'], {}, staff)[1]
    expect(['管理岗', '管理岗位', '专业技术人员', '管理人员经费', '行政编制'].map(of)).toEqual([
      '技',
      '技',
      '技',
      '工',
      '工',
    ])
  })

  it('the own row of a county’s table is known with what it is made up of, the others’ and the sum are not', () =>
    expect(
      who([
        ['云溪乡', '合计'],
        ['云溪乡', '女'],
        ['石坪镇', '合计'],
        ['全县', '合计'],
      ]),
    ).toEqual([EVERYBODY, '乙丙', null, null]))
})

describe('of whom nobody can say', () => {
  const unsure = (labels: Labels, pool: readonly CountedPerson[] = TOWN) => {
    const places = read(labels, { rows: false }).flatMap((place) => place ?? [])
    return countCell(pool, IN_POST, places, DAY).unsure.map(
      ({ person, condition }) => `${person.name}：${condition.says}`,
    )
  }
  it('they are named once, with what is missing, and only where nothing else leaves them out', () => {
    expect(unsure(['女'])).toEqual(['己：女'])
    expect(unsure([['女', '中共党员']])).toEqual(['己：女'])
    const member: CountedPerson = { ...NOBODY, name: '庚', politicalStatus: '群众' }
    expect(unsure([['女', '中共党员']], [member])).toEqual([])
  })

  it('whoever may be one of the others is not of 其他', () => {
    const [, rest] = read(
      [
        ['学历', '本科'],
        ['学历', '其他'],
      ],
      { rows: false },
    )
    const counted = countCell(TOWN, IN_POST, rest === null || rest === undefined ? [] : [rest], DAY)
    expect(counted.unsure.map(({ person, condition }) => [person.name, condition.aspect])).toEqual([
      ['己', 'education'],
    ])
  })
})

describe('numbers that are no count of people', () => {
  const value = (row: string, column: Labels, pool: readonly CountedPerson[] = TOWN) => {
    const down = read([row])
    const across = read(column, { rows: false }).slice(-1)
    return countCell(
      pool,
      IN_POST,
      [...down, ...across].flatMap((place) => place ?? []),
      DAY,
    ).value
  }
  const aged = TOWN.map((one, at) => ({ ...one, birth: `${1970 + at}-01` as const }))
  it.each<readonly [row: string, column: Labels, value: number | null]>([
    ['女', ['最大年龄'], 55],
    ['女', ['最小年龄'], 54],
    ['行政编制', ['平均年龄'], 56.3],
    // 占比 behind 女 is that of women among the row's people; of a head of its own it is the row's among all.
    ['行政编制', ['女', '占比'], 50],
    [
      '行政编制',
      [
        ['情况', '女'],
        ['比例', '占比'],
      ],
      33.3,
    ],
    ['行政编制', ['女性占比'], 50],
    ['编外', ['女性占比'], 50],
    // Of nobody there is none.
    ['自收自支编制', ['女性占比'], null],
    ['自收自支编制', ['平均年龄'], null],
  ])('%s, %j: %s', (row, column, expected) => expect(value(row, column, aged)).toBe(expected))
})

describe('which sheets count', () => {
  type Grid = readonly (readonly (string | null)[])[]
  const parts = (rows: Grid, name = '表') =>
    readForm({ format: 'xlsx', sheets: [{ name, hidden: false, rows, merges: [] }] }, {}, UNITS).parts.map(
      ({ kind, columns, printed }) => ({
        kind,
        counted: columns.filter(({ field }) => field !== null).map(({ header }) => header),
        rows: printed.map(({ labels }) => labels.join('/')),
      }),
    )
  const blank = (label: string, width: number) => [label, ...Array.from({ length: width }, () => null)]
  const counts = (counted: readonly string[], rows: readonly string[]) => [{ kind: 'counts', counted, rows }]

  it('numbers of rows and units of measure are no labels', () =>
    expect(
      parts([
        ['序号', '项目', '计量单位', '男', '女'],
        ['1', '行政编制', '人', null, null],
        ['2', '事业编制', '人', null, null],
      ]),
    ).toEqual(counts(['男', '女'], ['行政编制', '事业编制'])))

  it('one column of numbers needs three rows that say of what, or a head that does itself', () => {
    expect(parts([['项目', '人数'], blank('男', 1), blank('女', 1)])).toEqual([])
    expect(parts([['项目', '人数'], blank('男', 1), blank('女', 1), blank('党员', 1)])).toEqual(
      counts(['人数'], ['男', '女', '党员']),
    )
    expect(parts([['项目', '女'], blank('行政编制', 1), blank('事业编制', 1)])).toEqual(
      counts(['女'], ['行政编制', '事业编制']),
    )
    expect(parts([['项目', '女'], blank('行政编制', 1)])).toEqual([])
  })

  it('half of the heads have to be understood, and one row', () => {
    const heads = (...open: readonly string[]) => [['项目', '男', '女', ...open], blank('行政编制', 2 + open.length)]
    expect(parts(heads('特长', '爱好'))).toEqual(counts(['男', '女'], ['行政编制']))
    expect(parts(heads('特长', '爱好', '血型'))).toEqual([])
    expect(parts([['项目', '男', '女'], blank('特长', 2), blank('爱好', 2)])).toEqual([])
  })

  it('a table that is filled in already, or whose first rows say nothing, is none', () => {
    expect(
      parts([
        ['项目', '男', '女'],
        ['行政编制', '5', '3'],
      ]),
    ).toEqual([])
    const far = Array.from({ length: 14 }, (_, at) => blank(`特长${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[at]}`, 2))
    expect(parts([['项目', '男', '女'], ...far, blank('行政编制', 2)])).toEqual([])
  })

  it('the sheet’s name and what stands over the table say what bare years are', () => {
    const months = [['项目', '3月', '4月'], blank('行政编制', 2)]
    expect(parts(months, '2027年到龄退休')).toEqual(counts(['3月', '4月'], ['行政编制']))
    expect(parts([['2027年到龄退休人数表'], ['单位', '石坪镇'], [], ...months])).toEqual(
      counts(['3月', '4月'], ['行政编制']),
    )
    expect(parts(months)).toEqual([])
    expect(parts([['2027年到龄退休人数表'], [], [], [], [], ...months])).toEqual([])
  })

  it('heads over one blank row are of everybody: three of them, and nothing below', () => {
    const heads = ['总人数', '男', '女']
    expect(parts([['结构表'], heads, [null, null, null]])).toEqual(counts(heads, ['合计']))
    expect(parts([['结构表'], ['序号', ...heads, '备注'], [null]])).toEqual(counts(heads, ['合计']))
    expect(parts([['结构表'], ['男', '女'], [null, null]])).toEqual([])
    expect(parts([['结构表'], heads, [null], ['填表人', '联系电话', '日期']])).toEqual([])
  })
})
