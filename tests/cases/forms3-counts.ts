import {
  ageOf,
  AS_OF,
  CIVIL,
  FULL,
  guests,
  inPost,
  off,
  OFFICE,
  PARTIAL,
  QUOTAS,
  retiresOn,
  units,
  WORKER,
  type Staff,
} from './forms2-book.ts'
import { AWAY, offPost, sick, studying } from './forms3-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { blank, crossing, letter, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { letterForm } from './kit/letter-form.ts'
import { biff } from './kit/write-files.ts'

/* The third forms that ask for numbers. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF]
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const man: T = (one) => one.sex === '男'
const minority: T = (one) => one.nation !== '汉族'
const member: T = (one) => one.politics.startsWith('中共')
const INSTITUTION = [CIVIL, FULL, PARTIAL]
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const all =
  (...tests: readonly T[]): T =>
  (one) =>
    tests.every((test) => test(one))
const lent: T = (one) => one.remark !== '' && inPost.includes(one)
const away: T = (one) => AWAY.some(([person]) => person === one)

const ages = (people: readonly Staff[], pick: (...ages: number[]) => number): readonly string[] =>
  people.length === 0 ? ['', '0'] : [String(pick(...people.map(ageOf)))]
const mean = (people: readonly Staff[]): readonly string[] => {
  if (people.length === 0) return ['']
  const months = people.map(
    (one) => 2026 * 12 + 11 - (Number(one.birth.slice(0, 4)) * 12 + Number(one.birth.slice(5, 7))),
  )
  const exact = months.reduce((sum, one) => sum + one, 0) / 12 / people.length
  const whole = people.reduce((sum, one) => sum + ageOf(one), 0) / people.length
  return [
    ...new Set(
      [exact, whole].flatMap((one) => [
        one.toFixed(1),
        String(Math.round(one * 10) / 10),
        String(Math.round(one)),
        one.toFixed(2),
      ]),
    ),
  ]
}

const kinds: Named<Staff> = [
  ['行政编制', of(OFFICE)],
  ['机关工勤编制', of(WORKER)],
  ['事业编制（含参公）', of(...INSTITUTION)],
]
const full =
  (word: string): T =>
  (one) =>
    one.fullTime === word
const service =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.inService)
const ageColumns: Named<Staff> = [
  ['人数', everyone],
  ['男', man],
  ['女', woman],
]
const eduColumns: Named<Staff> = [
  ['研究生', full('硕士研究生')],
  ['大学本科', full('大学本科')],
  ['大学专科', full('大学专科')],
  ['中专及以下', full('中等专科')],
  ['研究生', service('硕士研究生')],
  ['大学本科', service('大学本科')],
  ['大学专科', service('大学专科')],
]
const structure: Form = {
  truth: {
    form: 'V10-年龄学历结构',
    file: 'V10-年龄学历结构.xlsx',
    about: '编制 × 人数、男女、最大年龄、最小年龄、平均年龄、全日制学历、在职学历；合计行人数用 SUM，年龄要自己填',
    args: ARGS,
    cells: [
      ...crossing(inPost, '结构', [1, 5], kinds, ageColumns),
      ...[...kinds, ['合计', everyone] as const].flatMap(([, test], r): readonly CellTruth[] => {
        const people = inPost.filter(test)
        return [
          { sheet: '结构', cell: `E${5 + r}`, expect: ages(people, Math.max) },
          { sheet: '结构', cell: `F${5 + r}`, expect: ages(people, Math.min) },
          { sheet: '结构', cell: `G${5 + r}`, expect: mean(people) },
        ]
      }),
      ...crossing(inPost, '结构', [7, 5], kinds, eduColumns),
      { sheet: '结构', cell: 'B8', expect: [String(inPost.length)] },
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '结构',
    merges: ['A1:N1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:G3', 'H3:K3', 'L3:N3'],
    ruled: [3, 8, 14],
    rows: [
      ['干部年龄、学历结构情况统计表', ...blank(13)],
      ['填报单位：', ...blank(13)],
      [
        '编制类型',
        '人数',
        '性别',
        null,
        '年龄情况',
        null,
        null,
        '全日制学历',
        null,
        null,
        null,
        '在职学历',
        null,
        null,
      ],
      [
        null,
        null,
        '男',
        '女',
        '最大年龄',
        '最小年龄',
        '平均年龄',
        '研究生',
        '大学本科',
        '大学专科',
        '中专及以下',
        '研究生',
        '大学本科',
        '大学专科',
      ],
      ...kinds.map(([label]) => [label, ...blank(13)]),
      [
        '合计',
        ...Array.from({ length: 3 }, (_, at) => ({ formula: `SUM(${letter(1 + at)}5:${letter(1 + at)}7)` })),
        ...blank(3),
        ...Array.from({ length: 7 }, (_, at) => ({ formula: `SUM(${letter(7 + at)}5:${letter(7 + at)}7)` })),
      ],
    ],
  }),
}

const stateColumns: Named<Staff> = [
  ['在编人数', everyone],
  ['在岗', (one) => !away(one) && !lent(one)],
  ['小计', (one) => away(one) || lent(one)],
  ['借调', lent],
  ['病休', (one) => one === sick],
  ['学习', (one) => one === studying],
  ['离岗', (one) => one === offPost],
]
const states: Form = {
  truth: {
    form: 'V11-在岗情况统计',
    file: 'V11-在岗情况统计.xlsx',
    about: '机构 × 在编人数、在岗人数、不在岗（小计、借调、病休、离岗学习、离岗）；机构名已印好，末行合计用公式',
    args: ARGS,
    cells: [
      ...crossing(
        inPost,
        '在岗',
        [1, 5],
        units.map((unit): readonly [string, T] => [unit, (one) => one.unit === unit]),
        stateColumns,
      ),
      ...stateColumns.map(([, test], at): CellTruth => ({
        sheet: '在岗',
        cell: `${letter(1 + at)}${5 + units.length}`,
        expect: number(inPost.filter(test).length),
      })),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '在岗',
    merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:H3'],
    ruled: [3, 5 + units.length, 8],
    rows: [
      ['在编人员在岗情况统计表', ...blank(7)],
      ['截至：      年   月   日', ...blank(7)],
      ['机构名称', '在编人数', '在岗人数', '不在岗人数', ...blank(4)],
      [...blank(3), '小计', '借调', '病休', '离岗学习', '离岗'],
      ...units.map((unit) => [unit, ...blank(7)]),
      [
        '合  计',
        ...Array.from({ length: 7 }, (_, at) => ({
          formula: `SUM(${letter(1 + at)}5:${letter(1 + at)}${4 + units.length})`,
        })),
      ],
    ],
  }),
}

const YEARS = ['2027', '2028', '2029', '2030', '2031', '2032']
const retirement: Form = {
  truth: {
    form: 'V12-年度退休预测',
    file: 'V12-年度退休预测.xlsx',
    about: '行是编制，列是 2027年 … 2032年，每年下分男、女；合计行列没有公式',
    args: ARGS,
    cells: [...kinds, ['合计', everyone] as const].flatMap(([, test], r) =>
      YEARS.flatMap((year, y) =>
        [man, woman].map((sex, s): CellTruth => ({
          sheet: '退休',
          cell: `${letter(2 + y * 2 + s)}${5 + r}`,
          expect: number(inPost.filter((one) => test(one) && sex(one) && retiresOn(one).startsWith(year)).length),
        })),
      ).concat([
        {
          sheet: '退休',
          cell: `B${5 + r}`,
          expect: number(inPost.filter((one) => test(one) && YEARS.includes(retiresOn(one).slice(0, 4))).length),
        },
      ]),
    ),
    lists: [],
  },
  bytes: drawForm({
    name: '退休',
    merges: ['A1:N1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'G3:H3', 'I3:J3', 'K3:L3', 'M3:N3'],
    ruled: [3, 8, 14],
    rows: [
      ['2027—2032年到龄退休人数预测表', ...blank(13)],
      ['填报单位：', ...blank(13)],
      ['编制类型', '合计', ...YEARS.flatMap((year) => [`${year}年`, null])],
      [null, null, ...YEARS.flatMap(() => ['男', '女'])],
      ...kinds.map(([label]) => [label, ...blank(13)]),
      ['合计', ...blank(13)],
    ],
  }),
}

const TITLES: Readonly<Record<string, string>> = {
  高级农艺师: '高级',
  农艺师: '中级',
  工程师: '中级',
  助理农艺师: '初级',
  助理工程师: '初级',
}
const titled = (level: string): T => all(of(...INSTITUTION), (one) => (TITLES[one.title] ?? '无') === level)
const titleRows: Named<Staff> = [
  ['合计', of(...INSTITUTION)],
  ['高级', titled('高级')],
  ['中级', titled('中级')],
  ['初级', titled('初级')],
  ['无职称', titled('无')],
]
const titleColumns: Named<Staff> = [
  ['人数', everyone],
  ['女', woman],
  ['少数民族', minority],
  ['中共党员', member],
  ['35岁及以下', aged(0, 35)],
  ['36岁至45岁', aged(36, 45)],
  ['46岁至54岁', aged(46, 54)],
  ['55岁及以上', aged(55, 99)],
]
const titles: Form = {
  truth: {
    form: 'V13-职称统计',
    file: 'V13-职称统计.xlsx',
    about: '事业单位工作人员职称 × 性别、民族、党员、年龄段；首行合计，末列百分比不含在内；0 写成 0',
    args: ARGS,
    cells: crossing(inPost, '职称', [1, 5], titleRows, titleColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '职称',
    merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:I3'],
    ruled: [3, 9, 9],
    rows: [
      ['事业单位工作人员职称结构统计表', ...blank(8)],
      ['单位：人', ...blank(8)],
      ['职称等级', '人数', '其中', null, null, '年龄', null, null, null],
      [null, null, '女', '少数民族', '中共党员', '35岁及以下', '36岁至45岁', '46岁至54岁', '55岁及以上'],
      ...titleRows.map(([label]) => [label, ...blank(8)]),
    ],
  }),
}

const offKinds = ['劳务派遣', '政府购买服务', '公益性岗位', '自聘']
const offUnits = [...new Set(off.map((one) => one.unit))]
const outside: Form = {
  truth: {
    form: 'V14-编外统计',
    file: 'V14-编外统计.xls',
    about: '.xls：机构（已印好）× 编外用工形式，另有借入、挂职；末行合计',
    args: ARGS,
    cells: [
      ...offUnits.flatMap((unit, r) => [
        ...offKinds.map((kind, c): CellTruth => ({
          sheet: '编外',
          cell: `${letter(2 + c)}${4 + r}`,
          expect: number(off.filter((one) => one.unit === unit && one.category === kind).length),
        })),
        { sheet: '编外', cell: `B${4 + r}`, expect: number(off.filter((one) => one.unit === unit).length) },
        {
          sheet: '编外',
          cell: `G${4 + r}`,
          expect: number(guests.filter((one) => one.unit === unit && one.category === '借入').length),
        },
      ]),
      { sheet: '编外', cell: `B${4 + offUnits.length}`, expect: [String(off.length)] },
      {
        sheet: '编外',
        cell: `C${4 + offUnits.length}`,
        expect: [String(off.filter((one) => one.category === '劳务派遣').length)],
      },
    ],
    lists: [],
  },
  bytes: Promise.resolve(
    biff({
      name: '编外',
      rows: [
        ['编外聘用人员统计表', ...blank(6)],
        ['填报单位：', ...blank(6)],
        ['用工单位', '编外人数', ...offKinds, '借入人员'],
        ...offUnits.map((unit) => [unit, ...blank(6)]),
        ['合计', ...blank(6)],
      ],
    }),
  ),
}

const quotaOf = (unit: string, categories: readonly string[]) =>
  QUOTAS.filter((one) => one.unit === unit && categories.includes(one.category)).reduce(
    (sum, one) => sum + one.quota,
    0,
  )
const thereOf = (unit: string, categories: readonly string[]) =>
  inPost.filter((one) => one.unit === unit && categories.includes(one.category)).length
const GROUPS = [[OFFICE], [WORKER], INSTITUTION]
const monthly: Form = {
  truth: {
    form: 'V15-编制情况月报',
    file: 'V15-编制情况月报.xlsx',
    about:
      '机构从书里来，预留 3 行：核定编制、实有人数各分行政、工勤、事业，有小计公式；空编是公式；合计行用 SUM；下面一块按性别学历；有注',
    args: ARGS,
    cells: [
      ...units.flatMap((unit, r) => [
        { sheet: '月报', cell: `A${6 + r}`, expect: [unit] },
        ...GROUPS.flatMap((group, g): readonly CellTruth[] => [
          { sheet: '月报', cell: `${letter(2 + g)}${6 + r}`, expect: number(quotaOf(unit, group)) },
          { sheet: '月报', cell: `${letter(6 + g)}${6 + r}`, expect: number(thereOf(unit, group)) },
        ]),
        {
          sheet: '月报',
          cell: `B${6 + r}`,
          expect: number(GROUPS.reduce((sum, group) => sum + quotaOf(unit, group), 0)),
        },
        {
          sheet: '月报',
          cell: `F${6 + r}`,
          expect: number(GROUPS.reduce((sum, group) => sum + thereOf(unit, group), 0)),
        },
      ]),
      {
        sheet: '月报',
        cell: `B${6 + units.length}`,
        expect: [String(QUOTAS.reduce((sum, one) => sum + one.quota, 0))],
      },
      { sheet: '月报', cell: `F${6 + units.length}`, expect: [String(inPost.length)] },
      ...crossing(
        inPost,
        '月报',
        [1, 9 + units.length],
        [
          ['男', man],
          ['女', woman],
        ],
        [
          ['人数', everyone],
          ['中共党员', member],
          ['少数民族', minority],
        ],
      ),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '月报',
    merges: ['A1:J1', 'A2:D2', 'A3:A5', 'B3:E3', 'B4:B5', 'C4:E4', 'F3:I3', 'F4:F5', 'G4:I4', 'J3:J5', 'A14:J14'],
    ruled: [3, 9, 10],
    printed: 'A1:J14',
    rows: [
      ['机关事业单位编制情况月报表', ...blank(9)],
      ['填报单位：', ...blank(9)],
      ['机构名称', '核定编制', null, null, null, '实有人数', null, null, null, '空编'],
      [null, '小计', '其中', null, null, '小计', '其中', null, null, null],
      [null, null, '行政', '工勤', '事业', null, '行政', '工勤', '事业', null],
      ...[6, 7, 8].map((row) => [
        null,
        { formula: `SUM(C${row}:E${row})` },
        null,
        null,
        null,
        { formula: `SUM(G${row}:I${row})` },
        null,
        null,
        null,
        { formula: `MAX(0,B${row}-F${row})` },
      ]),
      ['合计', ...Array.from({ length: 9 }, (_, at) => ({ formula: `SUM(${letter(1 + at)}6:${letter(1 + at)}8)` }))],
      ['实有人员构成', ...blank(9)],
      ['性别', '人数', '中共党员', '少数民族', ...blank(6)],
      ['男', ...blank(9)],
      ['女', ...blank(9)],
      ['注：空编 = 核定编制 − 实有人数。', ...blank(9)],
    ],
  }),
}

const peoples = ['汉族', '畲族', '苗族', '回族']
const nationRows: Named<Staff> = [
  ...peoples.map((nation): readonly [string, T] => [nation, (one) => one.nation === nation]),
  ['其他', (one) => !peoples.includes(one.nation)],
]
const letterCount: Form = {
  truth: {
    form: 'V16-民族妇女文档',
    file: 'V16-民族妇女文档.docx',
    about: '.docx：表一民族 × 人数、女、35岁以下、中共党员；表二妇女干部 × 编制；合计在末行',
    args: ARGS,
    cells: [
      ...crossing(
        inPost,
        '表格1',
        [1, 2],
        [...nationRows, ['合计', everyone]],
        [
          ['人数', everyone],
          ['女', woman],
          ['35岁以下', aged(0, 35)],
          ['中共党员', member],
        ],
      ),
      ...crossing(
        inPost.filter(woman),
        '表格2',
        [1, 2],
        [...kinds, ['合计', everyone]],
        [
          ['人数', everyone],
          ['少数民族', minority],
          ['科级', (one) => one.level.startsWith('乡科级')],
        ],
      ),
    ],
    lists: [],
  },
  bytes: letterForm([
    { text: '在编人员民族情况统计表' },
    {
      rows: [
        ['民族', '人数', '女', '35岁及以下', '中共党员'],
        ...nationRows.map(([label]) => [label, '', '', '', '']),
        ['合计', '', '', '', ''],
      ],
    },
    { text: '妇女干部情况统计表' },
    {
      rows: [
        ['编制类型', '人数', '少数民族', '科级'],
        ...kinds.map(([label]) => [label, '', '', '']),
        ['合计', '', '', ''],
      ],
    },
  ]),
}

export const thirdCountForms: readonly Form[] = [structure, states, retirement, titles, outside, monthly, letterCount]
