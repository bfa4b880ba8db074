import { describe, expect, it } from 'vitest'
import { readAxis, type AxisOptions } from '../../../electron/domain/fill/count-axis.ts'
import { countCell } from '../../../electron/domain/fill/count-people.ts'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { readLabel } from '../../../electron/domain/fill/condition-words.ts'
import type { LabelContext } from '../../../electron/domain/fill/label-context.ts'
import { codeInHeader, fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import { formFieldFor } from '../../../electron/domain/fill/form-fields.ts'
import { IN_POST, type CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'
import { withOwnLabels } from '../../../electron/domain/fill/own-restrictions.ts'
import { readForm } from '../../../electron/domain/fill/read-form.ts'
import { otherDay } from '../../../electron/domain/fill/told-day.ts'
import { namedUnits } from '../../../electron/domain/fill/unit-labels.ts'
import type { RawSheet } from '../../../electron/domain/table/raw-workbook.ts'

/* Kinds of words that forms of counties use, each by the smallest form that shows it. */

const DAY = '2026-11-30'
const OPTIONS: AxisOptions = { units: [], civilServiceApart: false, heading: '', rows: true }
const people = (...own: readonly Partial<CountedPerson>[]): readonly CountedPerson[] =>
  own.map((one, at) => ({ ...NOBODY, personId: String(at), name: `某${at}`, ...one }))

/** What each row counts of everybody; null: not understood. */
function rows(
  labels: readonly (string | readonly string[])[],
  pool: readonly CountedPerson[],
  options: Partial<AxisOptions> = {},
): readonly (number | null)[] {
  const paths = labels.map((label) => (typeof label === 'string' ? [label] : label))
  return readAxis(paths, { ...OPTIONS, ...options }).places.map((place) =>
    place === null ? null : countCell(pool, IN_POST, [place], DAY).value,
  )
}

describe('sums and parts', () => {
  const members = people(
    { politicalStatus: '中共党员', sex: '女' },
    { politicalStatus: '中共预备党员', sex: '女' },
    { politicalStatus: '群众', sex: '女' },
  )
  it('党员总数 holds those on probation, whom a row of their own takes out of 中共党员', () =>
    expect([rows(['党员总数', '预备党员'], members), rows(['中共党员', '预备党员'], members)]).toEqual([
      [2, 1],
      [1, 1],
    ]))

  it('the parts of a row nobody understands are not counted of everybody', () =>
    expect(rows(['享受特殊津贴人员', '其中：女', '群众'], members)).toEqual([null, null, 1]))

  it('two conditions in one word: 女党员', () => expect(rows(['女党员'], members)).toEqual([2]))

  it('合计 of 职级 is of who has one; 总数 is of everybody', () => {
    const ranked = people({ rank: '一级科员' }, { rank: '二级科员' }, { rank: null })
    expect([rows(['一级科员', '二级科员', '合计'], ranked), rows(['总数', '一级科员', '二级科员'], ranked)]).toEqual([
      [1, 1, 2],
      [3, 1, 1],
    ])
  })
})

describe('编外 beside 编制', () => {
  const staff = people(
    { category: 'administrative', sex: '女' },
    { category: 'institution', sex: '男' },
    { category: 'institutionCivilService', sex: '女' },
    { category: null, list: 'off-quota', offQuotaKind: 'selfHired', sex: '女' },
    { category: null, list: 'seconded', sex: '女' },
  )
  it('a numbered row ends what 其中 began, and 编外 is no part of any 编制', () =>
    expect([
      rows(['一、行政编制', '二、事业编制', '其中：参公', '三、编外人员'], staff),
      rows(['行政编制', '其中：女', '编外人员', '事业编制'], staff),
      rows(['一、行政编制', '其中：女', '二、女干部'], staff),
    ]).toEqual([
      [1, 2, 1, 1],
      [1, 1, 1, 2],
      [1, 1, 2],
    ]))

  it('合计 and 总人数 hold 编外 where it stands among the rows, 在编 never does', () =>
    expect([
      rows(['合计', '行政编制', '事业编制', '编外人员'], staff),
      rows(['总人数', '在编人员', '编外人员'], staff),
      rows(['合计', '行政编制', '事业编制'], staff),
      rows(['实有人数', '行政编制', '编外人员'], staff),
    ]).toEqual([
      [4, 1, 2, 1],
      [4, 3, 1],
      [3, 1, 2],
      [3, 1, 1],
    ]))

  it('事业单位 begins anew after what is within 机关, and the last 其中 is of it', () => {
    const organs = people(
      { category: 'administrative', unitKind: 'office', sex: '男' },
      { category: 'worker', unitKind: 'office', sex: '女' },
      { category: 'institution', unitKind: 'institution', sex: '女' },
    )
    expect(rows(['合计', '机关', '其中：行政编制', '其中：工勤编制', '事业单位', '其中：女'], organs)).toEqual([
      3, 2, 1, 1, 1, 1,
    ])
  })

  it('合计 of units is of those the form lists; with one the book does not know it is left', () => {
    const units = [
      { id: 'a', name: '水利站' },
      { id: 'b', name: '文化站' },
      { id: 'c', name: '财政所' },
    ]
    const of = (...labels: readonly string[]) =>
      rows(labels, people({ unitId: 'a' }, { unitId: 'b' }, { unitId: 'c' }), { units })
    expect([of('水利站', '文化站', '合计'), of('合计', '水利站', '文化站', '兽医站'), of('水利站', '总人数')]).toEqual([
      [1, 1, 2],
      [null, 1, 1, null],
      [1, 3],
    ])
  })

  it('（一）and 1. are parts of the row they stand under, 参公 under 事业单位 too', () => {
    const organs = people(
      { category: 'administrative', unitKind: 'office', sex: '男' },
      { category: 'worker', unitKind: 'office', sex: '女' },
      { category: 'institutionFull', unitKind: 'institution', sex: '女' },
      { category: 'institutionCivilService', unitKind: 'institution', sex: '女' },
    )
    expect([
      rows(
        [
          '全乡合计',
          '一、机关',
          '（一）行政编制',
          '（二）女',
          '二、事业单位',
          '（一）参公管理',
          '（二）全额拨款',
          '其中：女',
        ],
        organs,
      ),
      rows(['一、机关', '1.男', '2.女', '二、事业单位', '1.男', '2.女'], organs),
      rows(['一、军转干部', '（一）男', '（二）女', '二、机关', '（一）男'], organs),
      rows(['一、总人数', '1.女', '（1）男'], organs),
    ]).toEqual([
      [4, 2, 1, 1, 2, 1, 1, 1],
      [2, 1, 1, 2, 0, 2],
      [null, null, null, 2, 1],
      [4, 3, 1],
    ])
  })

  it('全乡合计 is of everybody, whatever units stand above it', () => {
    const units = [
      { id: 'a', name: '水利站' },
      { id: 'b', name: '文化站' },
    ]
    expect(
      rows(['水利站', '文化站', '小计', '全乡合计'], people({ unitId: 'a' }, { unitId: 'b' }, { unitId: 'c' }), {
        units,
      }),
    ).toEqual([1, 1, 2, 3])
  })

  it('people by who pays for their 编制', () => {
    const paid = people(
      { category: 'institutionFull' },
      { category: 'institutionPartial' },
      { category: 'administrative' },
    )
    expect(
      rows(
        [
          ['经费渠道', '财政全额'],
          ['经费渠道', '财政差额'],
        ],
        paid,
      ),
    ).toEqual([1, 1])
  })

  it('无学位 is whoever has a 学历 and no degree, 硕士 under 研究生 is the degree', () => {
    const studied = people(
      { education: '硕士研究生', degree: '硕士' },
      { education: '硕士研究生', degree: null },
      { education: '大学本科', degree: null },
    )
    expect(
      rows(
        [
          ['研究生', '硕士'],
          ['研究生', '无学位'],
          ['大学本科', '无学位'],
        ],
        studied,
      ),
    ).toEqual([1, 1, 1])
  })

  it('the sum across meets a condition down', () => {
    const [women, all] = [
      readAxis([['女']], OPTIONS).places[0]!,
      readAxis([['合计'], ['行政编制'], ['编外人员']], { ...OPTIONS, rows: false }).places[0]!,
    ]
    expect(countCell(staff, IN_POST, [women, all], DAY).value).toBe(2)
  })

  it('合计 with people the book does not hold is left: nobody knows it', () =>
    expect([rows(['合计', '在职人员', '离退休人员'], staff), rows(['在编人数', '离退休人员'], staff)]).toEqual([
      [null, 3, null],
      [3, null],
    ]))

  it('the share of women among 编外 is said, that of 编外 among the others is not', () =>
    expect([
      countCell(staff, IN_POST, sides('编外人员', '女性占比'), DAY).value,
      countCell(staff, IN_POST, sides('合计', '编外占比'), DAY).value,
      countCell(staff, IN_POST, sides('编外人员', '占比'), DAY).value,
    ]).toEqual([100, null, null]))
})

const sides = (row: string, column: string) => [
  readAxis([[row]], OPTIONS).places[0]!,
  readAxis([[column]], { ...OPTIONS, rows: false }).places[0]!,
]

describe('codes the head says', () => {
  it.each([
    ['性别（1.男 2.女）', '女', '2'],
    ['性别（男1女2）', '女', '2'],
    ['性别(男-1，女-2)', '男', '1'],
    ['性别（男为1、女为2）', '女', '2'],
    ['性别（1男2女）', '男', '1'],
    ['性别（男1）', '男', null],
    ['性别（男1女1）', '男', null],
  ])('%s of %s is %s', (header, value, code) => expect(codeInHeader('sex', value, header)).toBe(code))

  it('the code of a longer list is that of its own word, not of the next', () =>
    expect(codeInHeader('education', '大学本科', '学历（大专1本科2研究生3）')).toBe('2'))
})

describe('the day a form says it is of', () => {
  it.each([
    ['人员统计表（截至2026年6月30日）', '截至2026年6月30日'],
    ['人员统计表（截止2025年12月）', '截止2025年12月'],
    ['截止日期：2025年底', '截止日期:2025年底'],
    ['人员统计表（截至2026年11月）', null],
    ['人员统计表（截至2026年11月30日）', null],
    ['人员统计表（截至  年  月  日）', null],
    ['2025年度人员统计表', null],
  ])('%s', (title, told) => expect(otherDay(['Sheet1', title], DAY)).toBe(told))
})

describe('per cent', () => {
  const staff = people({ sex: '女' }, { sex: '男' }, { sex: '男' })
  const columns = { rows: false }
  it.each([
    [
      [['女'], ['占比（%）']],
      [1, 33.3],
    ],
    [
      [['干部总数'], ['女干部占干部总数的比例']],
      [3, 33.3],
    ],
    [
      [
        ['女干部', '人数'],
        ['女干部', '占比'],
      ],
      [1, 33.3],
    ],
    // Of whom it is a part, two conditions leave open.
    [[['女干部', '35岁以下', '占比']], [null]],
    [[['优秀等次比例']], [null]],
  ] as const)('%j', (labels, expected) => expect(rows(labels, staff, columns)).toEqual(expected))
})

describe('bare years', () => {
  const long = people({ partyJoined: '2010-01', politicalStatus: '中共党员', birth: '1990-01' })
  it('are of what a label beside them says', () =>
    expect(rows(['党龄10年以下', '10至19年', '20年以上'], long)).toEqual([0, 1, 0]))
  it('or the title over the table', () =>
    expect([rows(['10至19年'], long, { title: '党员党龄情况' }), rows(['10至19年'], long)]).toEqual([[1], [null]]))
})

it('grades under a group that says which: 八级 under 管理岗位, 工勤技能 with its workers', () => {
  const staff = people({ postGrade: '管理八级' }, { postGrade: '专业技术八级' }, { postGrade: '技术工三级' })
  expect(
    rows(
      [
        ['管理岗位', '小计'],
        ['管理岗位', '八级'],
        ['专业技术岗位', '八级'],
        ['工勤技能岗位', '小计'],
      ],
      staff,
      { heading: '岗位类别和等级' },
    ),
  ).toEqual([1, 1, 1, 1])
})

it('管理, 专业技术 and 工勤 side by side are groups of 事业 posts; 工勤 beside 编制 is 机关工勤编制', () => {
  const staff = people(
    { postGrade: '管理八级', category: 'institution' },
    { postGrade: '技术工三级', category: 'institution' },
    { category: 'worker' },
  )
  expect(rows(['管理人员', '专业技术人员', '工勤人员'], staff)).toEqual([1, 0, 1])
  expect(rows(['行政编制', '工勤人员'], staff)).toEqual([0, 1])
})

it('职务层次 is only of 公务员: of the others it is known that they have none', () => {
  const [place] = readAxis([['正科级']], OPTIONS).places
  const counted = countCell(
    people(
      { positionLevel: '0141', category: 'administrative' },
      { category: 'institutionFull' },
      { category: 'administrative' },
    ),
    IN_POST,
    [place!],
    DAY,
  )
  expect([counted.value, counted.unsure.map(({ person }) => person.name)]).toEqual([1, ['某2']])
})

it('行政机关 is whose unit is no 事业单位; 全日制 education is not the highest', () => {
  const staff = people(
    { unitKind: 'office', category: 'worker', education: '大学本科', fullTimeEducation: '大学专科' },
    { unitKind: 'institution', category: 'institution', education: '大学本科', fullTimeEducation: '大学本科' },
  )
  expect(rows(['行政机关', '事业单位'], staff, { heading: '单位性质' })).toEqual([1, 1])
  expect(rows(['本科'], staff, { title: '全日制学历情况统计表' })).toEqual([1])
  expect(rows(['本科'], staff, { title: '全日制和在职教育情况' })).toEqual([2])
})

const sheet = (...grid: readonly (readonly (string | null)[])[]): RawSheet => ({
  name: '表',
  hidden: false,
  rows: grid,
  merges: [],
})
const partOf = (...grid: readonly (readonly (string | null)[])[]) =>
  readForm({ format: 'xlsx', sheets: [sheet(...grid)] }, {}).parts[0]!

describe('titles over counting tables', () => {
  const about = (title: string, ...columns: readonly string[]) => {
    const part = partOf([title], ['单位', ...columns], ['党政办公室', ...columns.map(() => null)])
    return withOwnLabels(readScope(part.titles, [], false, 'x'), part, []).conditions.map(({ says }) => says)
  }
  it('restrict, unless the table counts others beside whom they name', () => {
    expect(about('妇女干部统计表', '人数', '35岁以下', '36岁以上')).toEqual(['女'])
    expect(about('妇女干部统计表', '干部总数', '女干部', '男')).toEqual([])
    expect(about('事业单位人员统计表', '总数', '女', '党员')).toHaveLength(1)
  })
})

it('a row under the head says how dates are written, the example row too', () => {
  const { columns } = partOf(
    ['姓名', '出生日期', '入编时间', '参加工作时间'],
    ['必填', '格式：YYYY-MM-DD', '选填', '选填'],
    ['张某某', '1990-01-01', '2015-07', '选填'],
    [null, null, null, null],
  )
  expect(columns.map(({ format }) => format)).toEqual([null, 'day', 'dash', null])
})

it('printed names of units: numbered, with a second name, with the township, shortened', () => {
  const units = ['党政综合办公室', '综合行政执法大队', '财政所'].map((name) => ({ id: name, name }))
  const labels = ['1.党政综合办公室（人大办公室）', '云溪乡财政所', '行政执法大队', '合计', '妇联']
  expect(namedUnits(labels, units).map((one) => [one?.unit.name, one?.guessed])).toEqual([
    ['党政综合办公室', false],
    ['财政所', false],
    ['综合行政执法大队', true],
    [undefined, undefined],
    [undefined, undefined],
  ])
  // Two are like it: nobody can say which.
  expect(
    namedUnits(
      ['办公室'],
      [
        { id: 'a', name: '党政办公室' },
        { id: 'b', name: '党建办公室' },
      ],
    ),
  ).toEqual([null])
})

it.each([
  [['现所在部门'], 'unit'],
  [['用人科室'], 'unit'],
  [['从事岗位'], 'post'],
  [['编制所在单位'], 'quotaUnit'],
  [['实际工作单位'], 'actualUnit'],
  [['派出单位'], 'homeUnit'],
  [['预计退休时间'], 'retiresOn'],
  [['*身份证件号码（必填）'], 'idNumber'],
  [['性别代码'], null],
  [['人员身份'], null],
  [['配偶姓名'], null],
  [['审核单位意见'], null],
])('%j asks for %s', (path, field) => expect(formFieldFor(path)).toBe(field))

it('购买服务 is how the drop-down says 政府购买服务', () =>
  expect(fitChoice('formOfWork', '政府购买服务', ['劳务派遣', '购买服务', '直接聘用'])).toBe('购买服务'))

describe('what a head says of a person', () => {
  const CONTEXT: LabelContext = {
    about: null,
    above: '',
    units: [],
    civilServiceApart: false,
    probationApart: false,
    fullSeniorApart: false,
    absencesApart: false,
    staffGroups: false,
  }
  const her: CountedPerson = {
    ...NOBODY,
    birth: '1991-05',
    sex: '女',
    education: '大学本科',
    politicalStatus: '中共预备党员',
    ethnicity: '畲族',
    positionLevel: '0142',
    category: 'institutionFull',
    professionalTitle: '农艺师',
  }
  it.each([
    ['35岁及以下', true],
    ['35岁以下', true],
    ['36-40岁', false],
    ['31—35岁', true],
    ['35 周岁 至 40 周岁', true],
    ['36岁及以上', false],
    ['女', true],
    ['男', false],
    ['少数民族', true],
    ['汉族', false],
    ['中共党员', true],
    ['预备党员', true],
    ['非中共党员', false],
    ['大学本科', true],
    ['本科及以上', true],
    ['大专及以下', false],
    ['研究生', false],
    ['副科级', true],
    ['正科', false],
    ['事业编制', true],
    ['行政编制', false],
    ['中级职称', true],
    ['博士', false],
    ['编外人员', false],
  ])('%s of her: %s', (head, is) => {
    const read = readLabel(head, CONTEXT)
    expect(read.kind === 'condition' && read.condition.holds(her, DAY)).toBe(is)
  })
  it.each(['备注', '合计', '其他', '40', '36-30岁', '职务', ''])('%s is no condition', (head) =>
    expect(readLabel(head, CONTEXT).kind).not.toBe('condition'),
  )
})
