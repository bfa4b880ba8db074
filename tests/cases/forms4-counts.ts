import {
  ageOf,
  AS_OF,
  CATEGORIES,
  CIVIL,
  FULL,
  inPost,
  OFFICE,
  PARTIAL,
  QUOTAS,
  TOWN,
  units,
  WORKER,
} from './forms4-book.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { blank, crossing, letter, lines, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'

/* The fourth forms that ask for numbers. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF]
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const man: T = (one) => one.sex === '男'
const minority: T = (one) => one.nation !== '汉族'
const member: T = (one) => one.politics.startsWith('中共')
const all =
  (...tests: readonly T[]): T =>
  (one) =>
    tests.every((test) => test(one))
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const at =
  (unit: string): T =>
  (one) =>
    one.unit === unit
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const educated =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const titled =
  (level: string): T =>
  (one) =>
    ({ 高级农艺师: '高级', 农艺师: '中级', 助理农艺师: '初级', 助理工程师: '初级' }[one.title] ?? '无') === level

const STATIONS = ['农业综合服务中心', '社会保障服务所', '水利站', '文化站']
const quotaOf = (unit: string, ...categories: readonly string[]) =>
  QUOTAS.filter((one) => one.unit === unit && (categories.length === 0 || categories.includes(one.category))).reduce(
    (sum, one) => sum + one.quota,
    0,
  )
const stationColumns: Named<Staff> = [
  ['在岗职工总数', everyone],
  ['财政全额', of(FULL)],
  ['财政差额', of(PARTIAL)],
  ['35岁以下', aged(0, 35)],
  ['36-50岁', aged(36, 50)],
  ['51岁以上', aged(51, 99)],
  ['大专以上', educated('大学专科', '大学本科', '硕士研究生')],
  ['中专', educated('中等专科')],
  ['高中', educated('普通高中')],
  ['高级', titled('高级')],
  ['中级', titled('中级')],
  ['初级', titled('初级')],
]
const stations: Form = {
  truth: {
    form: 'W11-站所职工情况表',
    file: 'W11-站所职工情况表.xlsx',
    about:
      '站所印好，核定编制数、职工总数、经费渠道、年龄结构、文化程度、职称，各有上级表头，表头下有栏号行 1 2 3…，末行合计',
    args: ARGS,
    cells: [
      ...STATIONS.map((unit, r): CellTruth => ({ sheet: '站所', cell: `B${6 + r}`, expect: [String(quotaOf(unit))] })),
      ...crossing(
        inPost,
        '站所',
        [2, 6],
        [...STATIONS.map((unit) => [unit, at(unit)] as const), ['合计', (one) => STATIONS.includes(one.unit)]],
        stationColumns,
      ),
      { sheet: '站所', cell: 'B10', expect: [String(STATIONS.reduce((sum, unit) => sum + quotaOf(unit), 0))] },
      ...['B5', 'C5', 'N5'].map((cell, place): CellTruth => ({
        sheet: '站所',
        cell,
        expect: [String([1, 2, 13][place])],
      })),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '站所',
    merges: ['A1:N1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:H3', 'I3:K3', 'L3:N3'],
    ruled: [3, 10, 14],
    rows: [
      ['乡镇站所职工情况表', ...blank(13)],
      ['填报单位（公章）：', ...blank(8), '单位：人', ...blank(4)],
      [
        '站所名称',
        '核定编制数',
        '职工总数',
        '经费渠道',
        null,
        '年龄结构',
        null,
        null,
        '文化程度',
        null,
        null,
        '专业技术职称',
        null,
        null,
      ],
      [
        null,
        null,
        null,
        '财政全额',
        '财政差额',
        '35岁以下',
        '36-50岁',
        '51岁以上',
        '大专以上',
        '中专',
        '高中',
        '高级',
        '中级',
        '初级',
      ],
      ['甲', ...Array.from({ length: 13 }, (_, place) => place + 1)],
      ...STATIONS.map((unit) => [unit, ...blank(13)]),
      ['合计', ...blank(13)],
    ],
  }),
}

const bands: Named<Staff> = [
  ['30岁及以下', aged(0, 30)],
  ['31—40岁', aged(31, 40)],
  ['41—50岁', aged(41, 50)],
  ['51岁及以上', aged(51, 99)],
]
const rankRows: Named<Staff> = [
  ['合计', (one) => one.rank !== ''],
  ...['三级主任科员', '四级主任科员', '一级科员', '二级科员'].map((rank): readonly [string, T] => [
    rank,
    (one) => one.rank === rank,
  ]),
]
const rankColumns: Named<Staff> = [
  ['人数', everyone],
  ...bands.flatMap(([, band]): Named<Staff> => [
    ['男', all(man, band)],
    ['女', all(woman, band)],
  ]),
  ['研究生', educated('硕士研究生')],
  ['大学', educated('大学本科')],
]
const ranks: Form = {
  truth: {
    form: 'W12-职级年龄性别交叉',
    file: 'W12-职级年龄性别交叉.xlsx',
    about: '行是职级（合计在上），列是年龄段下再分男女，三层表头，后面学历两列；没有一级主任科员的人填 0 或空',
    args: ARGS,
    cells: crossing(inPost, '职级', [1, 6], rankRows, rankColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '职级',
    merges: ['A1:K1', 'A3:A5', 'B3:B5', 'C3:J3', 'C4:D4', 'E4:F4', 'G4:H4', 'I4:J4', 'K3:L3', 'K4:K5', 'L4:L5'],
    ruled: [3, 10, 12],
    rows: [
      ['公务员（参公人员）职级结构统计表', ...blank(11)],
      ['填报单位：', ...blank(11)],
      ['职级', '人数', '年龄', ...blank(7), '学历', null],
      [null, null, '30岁及以下', null, '31—40岁', null, '41—50岁', null, '51岁及以上', null, '研究生', '大学本科'],
      [null, null, '男', '女', '男', '女', '男', '女', '男', '女', null, null],
      ...rankRows.map(([label]) => [label, ...blank(11)]),
    ],
  }),
}

const kindColumns: readonly (readonly [label: string, category: string])[] = [
  ['行政', OFFICE],
  ['工勤', WORKER],
  ['参公', CIVIL],
  ['全额', FULL],
  ['差额', PARTIAL],
]
const there = (unit: string, category: string) =>
  inPost.filter((one) => one.unit === unit && one.category === category).length
const quotaForm: Form = {
  truth: {
    form: 'W13-核定实有空编明细',
    file: 'W13-核定实有空编明细.xlsx',
    about:
      '机构要自己写（预留 5 行），五类编制各三列：核定、实有、空编（空编是公式），末三列合计公式，合计行 SUM，下面有注',
    args: ARGS,
    cells: [
      ...units.flatMap((unit, r) => [
        { sheet: '编制', cell: `B${6 + r}`, expect: [unit] },
        ...kindColumns.flatMap(([, category], c): readonly CellTruth[] => [
          { sheet: '编制', cell: `${letter(2 + c * 3)}${6 + r}`, expect: number(quotaOf(unit, category)) },
          { sheet: '编制', cell: `${letter(3 + c * 3)}${6 + r}`, expect: number(there(unit, category)) },
          {
            sheet: '编制',
            cell: `${letter(4 + c * 3)}${6 + r}`,
            expect: number(Math.max(0, quotaOf(unit, category) - there(unit, category))),
          },
        ]),
      ]),
      ...kindColumns.flatMap(([, category], c): readonly CellTruth[] => [
        {
          sheet: '编制',
          cell: `${letter(2 + c * 3)}${6 + units.length}`,
          expect: number(units.reduce((sum, unit) => sum + quotaOf(unit, category), 0)),
        },
        {
          sheet: '编制',
          cell: `${letter(3 + c * 3)}${6 + units.length}`,
          expect: number(inPost.filter((one) => one.category === category).length),
        },
      ]),
    ],
    lists: [],
  },
  bytes: drawForm({
    name: '编制',
    merges: ['A1:Q1', 'A3:A5', 'B3:B5', 'C3:H3', 'I3:Q3', 'C4:E4', 'F4:H4', 'I4:K4', 'L4:N4', 'O4:Q4', 'A12:Q12'],
    ruled: [3, 11, 17],
    rows: [
      ['机关事业单位编制使用情况明细表', ...blank(16)],
      [`填报单位：${TOWN}`, ...blank(16)],
      ['序号', '机构名称', '机关', ...blank(5), '事业单位', ...blank(8)],
      [
        null,
        null,
        '行政编制',
        null,
        null,
        '机关工勤编制',
        null,
        null,
        '参公事业编制',
        null,
        null,
        '全额拨款事业编制',
        null,
        null,
        '差额补贴事业编制',
        null,
        null,
      ],
      [null, null, ...CATEGORIES.flatMap(() => ['核定', '实有', '空编'])],
      ...Array.from({ length: 5 }, (_, r) => [
        r + 1,
        null,
        ...CATEGORIES.flatMap((_one, c) => [
          null,
          null,
          { formula: `${letter(2 + c * 3)}${6 + r}-${letter(3 + c * 3)}${6 + r}` },
        ]),
      ]),
      [
        '合计',
        null,
        ...Array.from({ length: 15 }, (_, c) => ({ formula: `SUM(${letter(2 + c)}6:${letter(2 + c)}10)` })),
      ],
      ['注：空编=核定—实有；本表由编制工作人员填写。', ...blank(16)],
    ],
  }),
}

const studyColumns: Named<Staff> = [
  ['合计', everyone],
  ['女', woman],
  ['少数民族', minority],
  ['中共党员', member],
  ['硕士', all(educated('硕士研究生'), (one) => one.degree === '硕士')],
  ['无学位', all(educated('硕士研究生'), (one) => one.degree === '')],
  ['学士', all(educated('大学本科'), (one) => one.degree === '学士')],
  ['无学位', all(educated('大学本科'), (one) => one.degree === '')],
  ['大专', educated('大学专科')],
  ['中专', educated('中等专科')],
]
const kindRows: Named<Staff> = [
  ['合计', everyone],
  ['机关', of(OFFICE, WORKER)],
  ['其中：行政编制', of(OFFICE)],
  ['其中：工勤编制', of(WORKER)],
  ['事业单位', of(CIVIL, FULL, PARTIAL)],
  ['其中：参公', of(CIVIL)],
  ['其中：女', all(of(CIVIL, FULL, PARTIAL), woman)],
]
const study: Form = {
  truth: {
    form: 'W14-学历学位套表',
    file: 'W14-学历学位套表.xlsx',
    about:
      '行：合计、机关、其中行政编制、其中工勤编制、事业单位、其中参公、其中女（接着事业单位）；列：研究生下分硕士、无学位，本科下分学士、无学位',
    args: ARGS,
    cells: crossing(inPost, '学历', [1, 5], kindRows, studyColumns),
    lists: [],
  },
  bytes: drawForm({
    name: '学历',
    merges: ['A1:K1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:G3', 'H3:I3', 'J3:J4', 'K3:K4'],
    ruled: [3, 11, 11],
    rows: [
      ['在编人员学历学位情况统计表', ...blank(10)],
      ['填报单位：', ...blank(10)],
      ['项目', '合计', '其中', null, null, '研究生', null, '大学本科', null, '大学专科', '中专'],
      [null, null, '女', '少数民族', '中共党员', '硕士', '无学位', '学士', '无学位', null, null],
      ...kindRows.map(([label]) => [label, ...blank(10)]),
      ...lines(1, 11),
    ],
  }),
}

export const fourthCountForms: readonly Form[] = [stations, ranks, quotaForm, study]
