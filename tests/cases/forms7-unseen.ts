import {
  AS_OF,
  ageOf,
  CIVIL,
  FULL,
  inPost,
  OFFICE,
  PARTIAL,
  QUOTAS,
  TOWN,
  units,
  WORKER,
  yearsSince,
} from './forms4-book.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, crossing, lines, monthWays, number, type Named, type Test } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'

/* The seventh forms, of the people of the fourth: what statistics bureaus, 组织部 and 老干部局 send down, in shapes not drawn before. */

type T = Test<Staff>
const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const everyone: T = () => true
const woman: T = (one) => one.sex === '女'
const member: T = (one) => one.politics.startsWith('中共')
const of =
  (...categories: readonly string[]): T =>
  (one) =>
    categories.includes(one.category)
const educated =
  (...words: readonly string[]): T =>
  (one) =>
    words.includes(one.education)
const aged =
  (from: number, to: number): T =>
  (one) =>
    ageOf(one) >= from && ageOf(one) <= to
const orNone = (text: string): readonly string[] => (text === '' ? ['', '无'] : [text])
const eight = (day: string) => day.replaceAll('-', '')

/** Yearly statistics: an indicator a row, its code, its measure, one number. */
const quotaOf = (...categories: readonly string[]) =>
  QUOTAS.filter((one) => categories.length === 0 || categories.includes(one.category)).reduce(
    (sum, one) => sum + one.quota,
    0,
  )
const indicators: readonly (readonly [label: string, expect: readonly string[]])[] = [
  ['一、核定编制数', [String(quotaOf())]],
  ['　　其中：行政编制', [String(quotaOf(OFFICE))]],
  ['　　　　　机关工勤编制', [String(quotaOf(WORKER))]],
  ['　　　　　事业编制', [String(quotaOf(CIVIL, FULL, PARTIAL))]],
  ['二、在编实有人数', number(inPost.length)],
  ['　　其中：女性', number(inPost.filter(woman).length)],
  ['　　　　　少数民族', number(inPost.filter((one) => one.nation !== '汉族').length)],
  ['　　　　　中共党员', number(inPost.filter(member).length)],
  ['　㈠按文化程度分', ['']],
  ['　　⒈研究生', number(inPost.filter(educated('硕士研究生')).length)],
  ['　　⒉大学本科', number(inPost.filter(educated('大学本科')).length)],
  ['　　⒊大学专科', number(inPost.filter(educated('大学专科')).length)],
  ['　　⒋中专及以下', number(inPost.filter(educated('中等专科', '普通高中', '初中及以下')).length)],
  ['　㈡按年龄分', ['']],
  ['　　⒈35岁及以下', number(inPost.filter(aged(0, 35)).length)],
  ['　　⒉36—50岁', number(inPost.filter(aged(36, 50)).length)],
  ['　　⒊51岁及以上', number(inPost.filter(aged(51, 99)).length)],
]
const statistics: Form = {
  truth: {
    form: 'X01-指标代码计量单位数量',
    file: 'X01-指标代码计量单位数量.xlsx',
    about:
      '统计年报式：指标名称、代码、计量单位、数量四列，表头下“甲 乙 丙 1”，行是核定编制、实有人数、其中、㈠按文化程度分⒈⒉、㈡按年龄分；分组标题行不填；表下平衡关系和单位负责人',
    args: ARGS,
    cells: indicators.map(([, expect], at): CellTruth => ({ sheet: '年报', cell: `D${5 + at}`, expect })),
    lists: [],
  },
  bytes: drawForm({
    name: '年报',
    merges: ['A1:D1', `A${5 + indicators.length}:D${5 + indicators.length}`],
    ruled: [3, 4 + indicators.length, 4],
    rows: [
      ['机构编制和人员情况统计表', ...blank(3)],
      [`填报单位：${TOWN}`, null, null, '表号：云编年1表'],
      ['指标名称', '代码', '计量单位', '数量'],
      ['甲', '乙', '丙', '1'],
      ...indicators.map(([label], at) => [label, String(at + 1), '人', null]),
      ['指标平衡关系：1=2+3+4；5≥6；5=10+11+12+13；5=15+16+17', ...blank(3)],
      ['单位负责人：　　　　统计负责人：　　　　填表人：', ...blank(3)],
    ],
  }),
}

/** 公务员 with 参公: two kinds by one word of the title. */
const civil = inPost.filter((one) => one.category === OFFICE || one.category === CIVIL)
const servants: Form = {
  truth: {
    form: 'X02-公务员含参公花名册',
    file: 'X02-公务员含参公花名册.xlsx',
    about:
      '标题“公务员（含参照公务员法管理人员）花名册”：行政编制和参公两类；职务层次、职级、年龄、任现职时间；任现职级时间书里没有，留空；预印序号 1–6',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '花名册',
        from: 4,
        blocks: [
          {
            name: 'B',
            fields: { sex: 'C', age: 'D', unit: 'E', post: 'F', level: 'G', rank: 'H', since: 'I', none: 'J' },
          },
        ],
        people: asked(civil, {
          sex: (one) => [one.sex],
          age: (one) => [String(ageOf(one))],
          unit: (one) => [one.unit],
          post: (one) => [one.post],
          level: (one) => orNone(one.level),
          rank: (one) => orNone(one.rank),
          since: (one) => monthWays(one.postSince),
          none: () => [''],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '花名册',
    merges: ['A1:J1', 'A2:J2'],
    ruled: [3, 9, 10],
    rows: [
      ['公务员（含参照公务员法管理人员）花名册', ...blank(9)],
      [`单位：${TOWN}　　　　　　　　　　　　　　　　填报日期：`, ...blank(9)],
      ['序号', '姓名', '性别', '年龄', '所在机构', '现任职务', '职务层次', '现职级', '任现职时间', '任现职级时间'],
      ...Array.from({ length: 6 }, (_, at) => [at + 1, ...blank(9)]),
    ],
  }),
}

/** Who has studied how far: a list on each of two sheets. */
const high = inPost.filter(educated('硕士研究生'))
const low = inPost.filter(educated('大学专科', '中等专科', '普通高中', '初中及以下'))
const studied = (people: readonly Staff[], sheet: string) => ({
  sheet,
  from: 3,
  blocks: [{ name: 'B', fields: { unit: 'C', education: 'D', work: 'E', category: 'F' } }],
  people: asked(people, {
    unit: (one) => [one.unit],
    education: (one) => [one.education],
    work: (one) => monthWays(one.work),
    category: (one) => [one.category],
  }),
})
const studySheet = (name: string, title: string) => ({
  name,
  merges: ['A1:F1'],
  ruled: [2, 7, 6] as const,
  rows: [[title, ...blank(5)], ['序号', '姓名', '工作单位', '学历', '参加工作时间', '编制类型'], ...lines(5, 6)],
})
const byEducation: Form = {
  truth: {
    form: 'X03-按学历分的两份名单',
    file: 'X03-按学历分的两份名单.xlsx',
    about: '两张表：“研究生学历人员名单”“大专及以下学历人员名单”，标题限定学历',
    args: ARGS,
    cells: [],
    lists: [studied(high, '研究生'), studied(low, '大专及以下')],
  },
  bytes: drawForm(studySheet('研究生', '研究生学历人员名单'), studySheet('大专及以下', '大专及以下学历人员名单')),
}

/** People by the decade of their birth. */
const decade =
  (from: number): T =>
  (one) =>
    Number(one.birth.slice(0, 4)) >= from && Number(one.birth.slice(0, 4)) < from + 10
const decades: Named<Staff> = [
  ['60后', decade(1960)],
  ['70后', decade(1970)],
  ['80后', decade(1980)],
  ['90后', decade(1990)],
  ['00后', decade(2000)],
]
const decadeRows: Named<Staff> = [
  ['乡领导班子', (one) => one.unit === '乡领导班子'],
  ['行政编制', of(OFFICE)],
  ['机关工勤编制', of(WORKER)],
  ['事业编制', of(CIVIL, FULL, PARTIAL)],
  ['女干部', woman],
  ['合计', everyone],
]
const byDecade: Form = {
  truth: {
    form: 'X04-按年代统计',
    file: 'X04-按年代统计.xlsx',
    about: '干部队伍年代结构：60后、70后、80后、90后、00后横排，行是乡领导班子、三类编制、女干部、合计；人数列在最前',
    args: ARGS,
    cells: crossing(inPost, '年代', [1, 4], decadeRows, [['人数', everyone], ...decades]),
    lists: [],
  },
  bytes: drawForm({
    name: '年代',
    merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:G2'],
    ruled: [2, 9, 7],
    rows: [
      ['干部队伍年代结构统计表', ...blank(6)],
      ['类　别', '人数', '出生年代', ...blank(4)],
      [null, null, ...decades.map(([label]) => label)],
      ...decadeRows.map(([label]) => [label, ...blank(6)]),
    ],
  }),
}

/** Yes and no, told in the head or by a drop-down. */
const yes = (is: boolean): readonly string[] => [is ? '是' : '否']
const yesAndNo: Form = {
  truth: {
    form: 'X05-是否列和表头代码',
    file: 'X05-是否列和表头代码.xlsx',
    about:
      '采集表：性别（1男2女）、出生日期（如19850612）、是否中共党员、是否少数民族（下拉 是,否）、最高学历（下拉 博士,硕士,本科,专科,中专及以下）、编制类别（下拉 行政,工勤,参公,事业）',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '采集',
        from: 3,
        blocks: [
          {
            name: 'A',
            fields: {
              id: 'B',
              sex: 'C',
              birth: 'D',
              member: 'E',
              minority: 'F',
              education: 'G',
              category: 'H',
              unit: 'I',
            },
          },
        ],
        people: asked(inPost, {
          id: (one) => [one.id],
          sex: (one) => [one.sex === '男' ? '1' : '2'],
          birth: (one) => [eight(one.birth)],
          member: (one) => (one.politics === '中共预备党员' ? ['是', '否'] : yes(one.politics === '中共党员')),
          minority: (one) => yes(one.nation !== '汉族'),
          education: (one) => [
            ({ 硕士研究生: '硕士', 大学本科: '本科', 大学专科: '专科' } as Readonly<Record<string, string>>)[
              one.education
            ] ?? '中专及以下',
          ],
          category: (one) => [
            ({ [OFFICE]: '行政', [WORKER]: '工勤', [CIVIL]: '参公' } as Readonly<Record<string, string>>)[
              one.category
            ] ?? '事业',
          ],
          unit: (one) => [one.unit],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '采集',
    merges: ['A1:I1'],
    ruled: [2, 40, 9],
    choices: {
      'E3:E60': ['是', '否'],
      'F3:F60': ['是', '否'],
      'G3:G60': ['博士', '硕士', '本科', '专科', '中专及以下'],
      'H3:H60': ['行政', '工勤', '参公', '事业'],
    },
    rows: [
      ['在编人员信息采集表', ...blank(8)],
      [
        '姓名',
        '身份证号',
        '性别\n（1男2女）',
        '出生日期\n（如19850612）',
        '是否中共党员',
        '是否少数民族',
        '最高学历',
        '编制类别',
        '所在部门',
      ],
      ...lines(38, 9),
    ],
  }),
}

/** Thirty years of work, and how many of each unit. */
const long = inPost.filter((one) => yearsSince(one.work) >= 30)
const thirtyYears: Form = {
  truth: {
    form: 'X06-工作年限满30年人员',
    file: 'X06-工作年限满30年人员.xlsx',
    about:
      '标题“工作年限满30年人员名册”：按参加工作时间限定；工龄一列；右边隔一列是按机构的人数小表（机构已印好，合计在末行）',
    args: ARGS,
    cells: [
      ...units.map((unit, at): CellTruth => ({
        sheet: '满30年',
        cell: `I${3 + at}`,
        expect: number(long.filter((one) => one.unit === unit).length),
      })),
      { sheet: '满30年', cell: `I${3 + units.length}`, expect: number(long.length) },
    ],
    lists: [
      {
        sheet: '满30年',
        from: 3,
        blocks: [{ name: 'B', fields: { sex: 'C', unit: 'D', work: 'E', years: 'F' } }],
        people: asked(long, {
          sex: (one) => [one.sex],
          unit: (one) => [one.unit],
          work: (one) => monthWays(one.work),
          // Whole years, or the years of work as a payroll counts them.
          years: (one) => [String(yearsSince(one.work)), String(2026 - Number(one.work.slice(0, 4)) + 1)],
        }),
      },
    ],
  },
  bytes: drawForm({
    name: '满30年',
    merges: ['A1:F1', 'H1:I1'],
    ruled: [2, 13, 9],
    rows: [
      ['工作年限满30年人员名册', ...blank(6), '各机构人数', null],
      ['序号', '姓名', '性别', '所在机构', '参加工作时间', '工龄', null, '机构', '人数'],
      ...units.map((unit) => [...blank(7), unit, null]),
      [...blank(7), '合计', null],
    ],
  }),
}

export const seventhForms: readonly Form[] = [statistics, servants, byEducation, byDecade, yesAndNo, thirtyYears]
