import { ageOf, AS_OF, CIVIL, FULL, inPost, QUOTAS, titleOf, WORKER } from './forms-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import type { CellTruth } from './kit/form-truth.ts'
import type { Person } from './kit/people.ts'

/* Forms that ask for numbers: structure tables and quotas by unit. */

type Test = (person: Person) => boolean
type Named = readonly (readonly [string, Test])[]

const ARGS = ['--as-of', AS_OF]
const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const letter = (at: number) => String.fromCharCode(65 + at)
const everyone: Test = () => true
const woman: Test = (one) => one.sex === '女'
const minority: Test = (one) => one.nation !== '汉族'
const member: Test = (one) => one.politics === '中共党员'
const of =
  (...categories: readonly string[]): Test =>
  (one) =>
    categories.includes(one.category)
const aged =
  (from: number, to: number): Test =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const learned =
  (...words: readonly string[]): Test =>
  (one) =>
    words.includes(one.education)

/** A number; of nobody a form may show 0 or nothing. */
const number = (count: number): readonly string[] => (count === 0 ? ['0', ''] : [String(count)])

/** Every cell of a crossing: a row's condition and a column's. */
function crossing(
  sheet: string,
  corner: readonly [column: number, row: number],
  rows: Named,
  columns: Named,
): readonly CellTruth[] {
  return rows.flatMap(([, row], r) =>
    columns.map(([, column], c) => ({
      sheet,
      cell: `${letter(corner[0] + c)}${corner[1] + r}`,
      expect: number(inPost.filter((one) => row(one) && column(one)).length),
    })),
  )
}

const AGES: Named = [
  ['35岁及以下', aged(0, 35)],
  ['36—40岁', aged(36, 40)],
  ['41—45岁', aged(41, 45)],
  ['46—50岁', aged(46, 50)],
  ['51—55岁', aged(51, 55)],
  ['56岁及以上', aged(56, 99)],
]
const LEARNED: Named = [
  ['研究生', learned('硕士研究生')],
  ['大学本科', learned('大学本科')],
  ['大学专科', learned('大学专科')],
  ['中专及以下', learned('中等专科')],
]
const CATEGORIES: Named = [
  ['行政编制', of('行政编制')],
  ['参公事业编制', of(CIVIL)],
  ['全额拨款事业编制', of(FULL)],
  ['机关工勤编制', of(WORKER)],
]

const byCategory: Named = [
  ['人数', everyone],
  ['女', woman],
  ['少数民族', minority],
  ['中共党员', member],
  ...LEARNED,
  ...AGES,
]
const structure: Form = {
  truth: {
    form: 'T02-编制结构表',
    file: 'T02-编制结构表.xlsx',
    about: '行是四种编制，末行合计用 SUM；列是人数、女、少数民族、中共党员、学历、年龄段，两层表头',
    args: ARGS,
    cells: crossing('结构表', [1, 5], [...CATEGORIES, ['合计', everyone]], byCategory),
    lists: [],
  },
  bytes: drawForm({
    name: '结构表',
    merges: ['A1:O1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:I3', 'J3:O3'],
    ruled: [3, 9, 15],
    rows: [
      ['机关事业单位在编人员结构情况统计表', ...blank(14)],
      ['填报单位：', ...blank(11), '单位：人', null, null],
      ['编制类型', '人数', '其中', null, null, '学历', null, null, null, '年龄', ...blank(5)],
      [null, null, ...byCategory.slice(1).map(([name]) => name)],
      ...CATEGORIES.map(([name]) => [name, ...blank(14)]),
      ['合计', ...byCategory.map((_, at) => ({ formula: `SUM(${letter(at + 1)}5:${letter(at + 1)}8)` }))],
    ],
  }),
}

const ageColumns: Named = CATEGORIES.slice(0, 3).flatMap(([, test]) => [
  ['小计', test],
  ['男', (one: Person) => test(one) && !woman(one)],
  ['女', (one: Person) => test(one) && woman(one)],
])
const bands: Named = [
  ['35岁以下', aged(0, 35)],
  ['36至45岁', aged(36, 45)],
  ['46至54岁', aged(46, 54)],
  ['55岁以上', aged(55, 99)],
]
const ages: Form = {
  truth: {
    form: 'T03-年龄性别编制',
    file: 'T03-年龄性别编制.xlsx',
    about: '行是年龄段（第一行总计），列是编制 × 小计、男、女，没有公式；“以下”“以上”含本数',
    args: ARGS,
    cells: crossing('年龄结构', [1, 5], [['总计', everyone], ...bands], [['合计', everyone], ...ageColumns]),
    lists: [],
  },
  bytes: drawForm({
    name: '年龄结构',
    merges: ['A1:K1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:H3', 'I3:K3'],
    ruled: [3, 9, 11],
    rows: [
      ['干部职工年龄结构统计表', ...blank(10)],
      ['填报单位：', ...blank(5), '填表日期：', ...blank(4)],
      ['年龄', '合计', '行政编制', null, null, '参公事业编制', null, null, '全额拨款事业编制', null, null],
      [null, null, ...ageColumns.map(([name]) => name)],
      ...['总计', ...bands.map(([name]) => name)].map((name) => [name, ...blank(10)]),
    ],
  }),
}

const units = [...new Set(QUOTAS.map((one) => one.unit))]
const QUOTA_BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  ['行政编制', ['行政编制']],
  ['机关工勤编制', [WORKER]],
  ['事业编制（含参公）', [FULL, CIVIL]],
]
const counted = (unit: readonly string[], categories: readonly string[]) => {
  const quota = QUOTAS.filter((one) => unit.includes(one.unit) && categories.includes(one.category)).reduce(
    (all, one) => all + one.quota,
    0,
  )
  const there = inPost.filter((one) => unit.includes(one.unit) && categories.includes(one.category)).length
  return [quota, there, quota - there, 0]
}
const quotas: Form = {
  truth: {
    form: 'T07-编制使用情况',
    file: 'T07-编制使用情况.xlsx',
    about: '机构名已印好；行政、机关工勤、事业（含参公）各列核定、实有、空编、超编；合计行用 SUM；一个机构没有人',
    args: ARGS,
    cells: [...units.map((unit) => [unit]), units].flatMap((unit, r) =>
      QUOTA_BLOCKS.flatMap(([, categories], b) =>
        counted(unit, categories).map((value, c) => ({
          sheet: '编制情况',
          cell: `${letter(2 + b * 4 + c)}${5 + r}`,
          expect: number(value),
        })),
      ),
    ),
    lists: [],
  },
  bytes: drawForm({
    name: '编制情况',
    merges: ['A1:N1', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:J3', 'K3:N3'],
    ruled: [3, 5 + units.length, 14],
    rows: [
      ['乡镇机构编制使用情况表', ...blank(13)],
      ['填报单位：', ...blank(10), '单位：名', null, null],
      ['序号', '机构名称', ...QUOTA_BLOCKS.flatMap(([name]) => [name, null, null, null])],
      [null, null, ...QUOTA_BLOCKS.flatMap(() => ['核定', '实有', '空编', '超编'])],
      ...units.map((unit, at) => [at + 1, unit, ...blank(12)]),
      [
        null,
        '合计',
        ...Array.from({ length: 12 }, (_, at) => ({
          formula: `SUM(${letter(2 + at)}5:${letter(2 + at)}${4 + units.length})`,
        })),
      ],
    ],
  }),
}

const byEducation: Named = [
  ['总数', everyone],
  ['女', woman],
  ['少数民族', minority],
  ['党员', member],
  ['35岁及以下', aged(0, 35)],
  ['36至45岁', aged(36, 45)],
  ['46岁及以上', aged(46, 99)],
]
const TITLES: Named = [
  ['总数', of(FULL)],
  ['高级', (one) => titleOf(one).startsWith('高级')],
  ['中级', (one) => ['农艺师', '经济师'].includes(titleOf(one))],
  ['初级', (one) => titleOf(one).startsWith('助理')],
  ['无职称', (one) => one.category === FULL && titleOf(one) === ''],
]
const counts: Form = {
  truth: {
    form: 'T10-学历和职称两张',
    file: 'T10-学历和职称两张.xlsx',
    about: '第一张学历 × 性别民族党派年龄，上块按学历、下块按机构；第二张全额拨款事业人员按职称；填报单位一行',
    args: ARGS,
    cells: [
      { sheet: '学历结构', cell: 'A2', expect: ['云溪乡'], within: true },
      ...crossing('学历结构', [1, 4], [['总计', everyone], ...LEARNED], byEducation),
      ...crossing(
        '学历结构',
        [1, 12],
        units.map((unit): readonly [string, Test] => [unit, (one) => one.unit === unit]),
        byEducation,
      ),
      ...crossing(
        '职称结构',
        [1, 4],
        [
          ['事业人员', of(FULL)],
          ['女', (one) => of(FULL)(one) && woman(one)],
        ],
        TITLES,
      ),
    ],
    lists: [],
  },
  bytes: drawForm(
    {
      name: '学历结构',
      merges: ['A1:H1'],
      rows: [
        ['在编人员学历结构统计表', ...blank(7)],
        ['填报单位：', ...blank(7)],
        ['学历', ...byEducation.map(([name]) => name)],
        ...['总计', ...LEARNED.map(([name]) => name)].map((name) => [name, ...blank(7)]),
        blank(8),
        ['按机构分', ...blank(7)],
        ['机构', ...byEducation.map(([name]) => name)],
        ...units.map((unit) => [unit, ...blank(7)]),
      ],
    },
    {
      name: '职称结构',
      merges: ['A1:F1'],
      rows: [
        ['事业单位专业技术职称情况统计表', ...blank(5)],
        ['（全额拨款事业编制人员）', ...blank(5)],
        ['项目', ...TITLES.map(([name]) => name)],
        ['事业人员', ...blank(5)],
        ['其中：女', ...blank(5)],
      ],
    },
  ),
}

export const countForms: readonly Form[] = [structure, ages, quotas, counts]
