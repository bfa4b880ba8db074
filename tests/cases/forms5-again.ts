import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  guests,
  inPost,
  lent,
  OFFICE,
  PARTIAL,
  QUOTAS,
  sick,
  TOWN,
  WORKER,
} from './forms4-book.ts'
import { lentTo, type Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, crossing, lines, monthWays, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'

/* The kinds that failed in the fourth forms, in other shapes; the people are those of the fourth. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const everyone: T = () => true
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const woman: T = (one) => one.sex === '女'
const member: T = (one) => one.politics.startsWith('中共')

const nestedRows: Named<Staff> = [
  ['全乡合计', everyone],
  ['一、机关', of(OFFICE, WORKER)],
  ['（一）行政编制', of(OFFICE)],
  ['（二）机关工勤编制', of(WORKER)],
  ['二、事业单位', of(CIVIL, FULL, PARTIAL)],
  ['（一）参公管理', of(CIVIL)],
  ['（二）全额拨款', of(FULL)],
  ['（三）差额补贴', of(PARTIAL)],
]
const nestedColumns: Named<Staff> = [
  ['人数', everyone],
  ['女性', woman],
  ['35岁及以下', aged(0, 35)],
  ['36—45岁', aged(36, 45)],
  ['46—54岁', aged(46, 54)],
  ['55岁及以上', aged(55, 99)],
]
const nested: Form = {
  truth: {
    form: 'Y01-机关事业分级行',
    file: 'Y01-机关事业分级行.xlsx',
    about: '行分级：全乡合计、一、机关（一）（二）、二、事业单位（一）（二）（三）；列是人数、女性、年龄段',
    args: ARGS,
    cells: crossing(inPost, '构成', [1, 5], nestedRows, nestedColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '构成',
    merges: ['A1:G1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:G3'],
    ruled: [3, 12, 7],
    rows: [
      ['在编人员构成情况表', ...blank(6)],
      ['填报单位：', ...blank(6)],
      ['项　目', '人数', '女性', '年龄构成', ...blank(3)],
      [null, null, null, '35岁及以下', '36—45岁', '46—54岁', '55岁及以上'],
      ...nestedRows.map(([label]) => [label, ...blank(6)]),
    ],
  }),
}

const PRINTED = ['综合执法队', '水利站', '文化站']
const quotaOf = (unit: string) => QUOTAS.filter((one) => one.unit === unit).reduce((sum, one) => sum + one.quota, 0)
const partColumns: Named<Staff> = [
  ['实有人数', everyone],
  ['女', woman],
  ['党员', member],
  ['参公', of(CIVIL)],
  ['全额', of(FULL)],
  ['差额', of(PARTIAL)],
]
const someUnits: Form = {
  truth: {
    form: 'Y02-三个站所和小计',
    file: 'Y02-三个站所和小计.xlsx',
    about: '只印了三个站所，“小计”只是这三行的和；经费来源：参公、全额、差额',
    args: ARGS,
    cells: [
      ...PRINTED.map((unit, r): CellTruth => ({ sheet: '情况', cell: `C${5 + r}`, expect: [String(quotaOf(unit))] })),
      { sheet: '情况', cell: 'C8', expect: [String(PRINTED.reduce((sum, unit) => sum + quotaOf(unit), 0))] },
      ...crossing(
        inPost,
        '情况',
        [3, 5],
        [
          ...PRINTED.map((unit): readonly [string, T] => [unit, (one) => one.unit === unit]),
          ['小计', (one) => PRINTED.includes(one.unit)],
        ],
        partColumns,
      ),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '情况',
    merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:I3', 'A8:B8'],
    ruled: [3, 8, 9],
    rows: [
      ['部分站所人员编制情况表', ...blank(8)],
      blank(9),
      ['序号', '站所', '核定编制', '实有人数', '其中', null, '经费来源（人）', null, null],
      [...blank(4), '女', '党员', '参公', '全额', '差额'],
      ...PRINTED.map((unit, at) => [at + 1, unit, ...blank(7)]),
      ['小计', ...blank(8)],
    ],
  }),
}

const STUDY: Readonly<Record<string, string>> = {
  硕士研究生: '研究生教育',
  大学本科: '大学本科教育',
  大学专科: '大学专科教育',
  中等专科: '中等职业教育',
}
const PARTY: Readonly<Record<string, string>> = {
  中共党员: '01中共党员',
  中共预备党员: '02中共预备党员',
  共青团员: '03共青团员',
  群众: '13群众',
}
const choices: Form = {
  truth: {
    form: 'Y03-必填行栏号行和下拉',
    file: 'Y03-必填行栏号行和下拉.xlsx',
    about:
      '表头下有“必填/选填”一行、栏号 1 2 3 一行，下拉从第 6 行起：政治面貌 01中共党员…，学历 研究生教育…；参加工作时间 YYYY年MM月',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '信息',
        from: 6,
        blocks: [{ name: 'B', fields: { unit: 'C', party: 'D', study: 'E', work: 'F', entered: 'G' } }],
        people: asked(inPost, {
          unit: (one) => [one.unit],
          party: (one) => [PARTY[one.politics] ?? ''],
          study: (one) => [STUDY[one.education] ?? ''],
          work: (one) => [`${one.work.slice(0, 4)}年${one.work.slice(5)}月`],
          entered: (one) => [one.entered.replace('-', '.')],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '信息',
    merges: ['A1:G1'],
    ruled: [3, 20, 7],
    choices: { 'D6:D105': Object.values(PARTY), 'E6:E105': Object.values(STUDY) },
    rows: [
      ['在编人员基本信息', ...blank(6)],
      blank(7),
      ['序号', '姓名', '所在机构', '政治面貌', '学历', '参加工作时间（YYYY年MM月）', '占编时间（如2005.07）'],
      [null, '必填', '必填', '必填，下拉选择', '必填，下拉选择', '选填', '必填'],
      [1, 2, 3, 4, 5, 6, 7],
      ...lines(15, 7),
    ],
  }),
}

const managers = inPost.filter((one) => one.grade.startsWith('管理'))
const managersList: Form = {
  truth: {
    form: 'Y04-管理岗位人员名册',
    file: 'Y04-管理岗位人员名册.xlsx',
    about: '“事业单位管理岗位人员名册”只填管理岗；第二张“机关工勤人员名册”只填工勤',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '表1',
        from: 3,
        blocks: [{ name: 'B', fields: { unit: 'C', grade: 'D', since: 'E' } }],
        people: asked(managers, {
          unit: (one) => [one.unit],
          grade: (one) => [one.grade],
          since: (one) => monthWays(one.postSince),
        }),
      },
      {
        sheet: '表2',
        from: 3,
        blocks: [{ name: 'B', fields: { unit: 'C', grade: 'D' } }],
        people: asked(
          inPost.filter((one) => one.category === WORKER),
          { unit: (one) => [one.unit], grade: (one) => [one.grade] },
        ),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '表1',
      merges: ['A1:E1'],
      ruled: [2, 8, 5],
      rows: [
        ['事业单位管理岗位人员名册', ...blank(4)],
        ['序号', '姓名', '工作单位', '岗位等级', '任现职时间'],
        ...lines(6, 5),
      ],
    },
    {
      name: '表2',
      merges: ['A1:D1'],
      ruled: [2, 8, 4],
      rows: [['机关工勤人员名册', ...blank(3)], ['序号', '姓名', '工作单位', '技术等级'], ...lines(6, 4)],
    },
  ),
}

const awayAgain: Form = {
  truth: {
    form: 'Y05-在岗核查三份名单',
    file: 'Y05-在岗核查三份名单.xlsx',
    about:
      '标题“人员在岗情况核查表”，三块：（一）被借出人员名单，（二）借用外单位人员名单，（三）因病长期不在岗人员名单',
    args: ARGS,
    cells: [{ sheet: '核查', cell: 'A2', expect: [TOWN], within: true }],
    lists: [
      {
        sheet: '核查',
        under: '（一）',
        until: '（二）',
        blocks: [{ name: 'B', fields: { unit: 'C', to: 'D' } }],
        people: asked(lent, { unit: (one) => [one.unit], to: (one) => [lentTo(one)] }),
      },
      {
        sheet: '核查',
        under: '（二）',
        until: '（三）',
        blocks: [{ name: 'B', fields: { unit: 'C' } }],
        people: asked(guests, { unit: (one) => [one.unit] }),
      },
      {
        sheet: '核查',
        under: '（三）',
        blocks: [{ name: 'B', fields: { unit: 'C', category: 'D' } }],
        people: asked(sick === undefined ? [] : [sick], {
          unit: (one) => [one.unit],
          category: (one) => [one.category],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '核查',
    merges: ['A1:E1', 'A3:E3', 'A8:E8', 'A13:E13'],
    ruled: [3, 17, 5],
    rows: [
      ['人员在岗情况核查表', ...blank(4)],
      ['单位：', ...blank(4)],
      ['（一）被借出人员名单', ...blank(4)],
      ['序号', '姓名', '编制所在机构', '借用单位', '备注'],
      ...lines(3, 5),
      ['（二）借用外单位人员名单', ...blank(4)],
      ['序号', '姓名', '用人机构', '原单位', '备注'],
      ...lines(3, 5),
      ['（三）因病长期不在岗人员名单', ...blank(4)],
      ['序号', '姓名', '所在机构', '编制类型', '备注'],
      ...lines(3, 5),
    ],
  }),
}

export const fifthForms: readonly Form[] = [nested, someUnits, choices, managersList, awayAgain]
