import { AS_OF, ageOf, FULL, inPost, OFFICE, PARTIAL, CIVIL, TOWN, WORKER } from './forms9-book.ts'
import { institutional, seat } from './forms9-lists.ts'
import type { Staff } from './forms2-book.ts'
import type { Form } from './forms-lists.ts'
import { drawForm } from './kit/draw-form.ts'
import { asked, blank, crossing, type Named } from './kit/form-parts.ts'
import type { CellTruth } from './kit/form-truth.ts'
import { letterForm } from './kit/letter-form.ts'

/* The ninth forms, the rest: a card of one of an institution, a letter with a list and a small table. */

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']

/** A party member of an institution with a title and a later education. */
const me =
  inPost.find((one) => one.party !== null && one.inService !== '' && one.title !== '') ??
  inPost.find((one) => one.title !== '')
const dayWays = (day: string): readonly string[] => {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]
  return [`${year}年${month}月${date}日`, `${year}年${Number(month)}月${Number(date)}日`]
}
const dotted = (month: string) => [month.slice(0, 7).replace('-', '.')]
function cardTruth(one: Staff): readonly (readonly [cell: string, expect: readonly string[]])[] {
  return [
    ['B3', [one.name]],
    ['D3', ['']],
    ['F3', [one.sex]],
    ['B4', dayWays(one.birth)],
    ['D4', [one.nation]],
    ['F4', [one.native]],
    ['B5', [one.politics]],
    ['D5', one.party === null ? [''] : dotted(one.party)],
    ['F5', dotted(one.work)],
    ['B6', [one.id]],
    ['F6', ['', '岁', '周岁'].map((word) => `${ageOf(one)}${word}`)],
    ['C7', [one.fullTime]],
    ['F7', ['']],
    ['C8', [one.inService]],
    ['F8', ['']],
    ['B9', [one.unit, `${TOWN}${one.unit}`]],
    ['F9', [one.post]],
    ['B10', [one.grade]],
    ['D10', [one.title]],
    ['F10', ['全额拨款']],
    ['B11', dotted(one.entered)],
    ['D11', [one.phone]],
    ['F11', ['']],
    ['B12', ['']],
    ['B13', ['']],
  ]
}
const card: Form = {
  truth: {
    form: 'U09-事业人员登记卡',
    file: 'U09-事业人员登记卡.xlsx',
    about:
      '一人一张的“事业单位工作人员基本信息登记卡”：曾用名、毕业院校、婚姻状况、主要简历、单位意见书里没有，留空；出生日期 ××××年××月××日，入党、参加工作、入编时间 ××××.××；经费形式下拉 参照管理,全额拨款,差额拨款,自收自支',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells:
      me === undefined ? [] : cardTruth(me).map(([cell, expect]): CellTruth => ({ sheet: '登记卡', cell, expect })),
    lists: [],
  },
  bytes: drawForm({
    name: '登记卡',
    merges: [
      'A1:G1',
      'A2:G2',
      'G3:G6',
      'B6:D6',
      'A7:A8',
      'C7:D7',
      'F7:G7',
      'C8:D8',
      'F8:G8',
      'B9:D9',
      'F9:G9',
      'F10:G10',
      'F11:G11',
      'B12:G12',
      'B13:G13',
    ],
    ruled: [3, 13, 7],
    choices: { 'F10:F10': ['参照管理', '全额拨款', '差额拨款', '自收自支'] },
    rows: [
      ['事业单位工作人员基本信息登记卡', ...blank(6)],
      ['（日期填写格式：出生日期 ××××年××月××日，其他时间 ××××.××）', ...blank(6)],
      ['姓　名', null, '曾用名', null, '性　别', null, '照　片'],
      ['出生日期\n（××××年××月××日）', null, '民　族', null, '籍　贯', null, null],
      ['政治面貌', null, '入党时间\n（××××.××）', null, '参加工作时间\n（××××.××）', null, null],
      ['公民身份号码', null, null, null, '年　龄', null, null],
      ['学　历', '全日制教育', null, null, '毕业院校及专业', null, null],
      [null, '在职教育', null, null, '毕业院校及专业', null, null],
      ['工作单位', null, null, null, '现任职务', null, null],
      ['聘用岗位等级', null, '专业技术职务', null, '经费形式', null, null],
      ['入编时间\n（××××.××）', null, '手机号码', null, '婚姻状况', null, null],
      ['主要简历', ...blank(6)],
      ['单位意见', ...blank(6)],
    ],
  }),
}

const ofNations = institutional.filter((one) => one.nation !== '汉族')
const nations: Named<Staff> = [
  ['回族', (one) => one.nation === '回族'],
  ['苗族', (one) => one.nation === '苗族'],
  ['畲族', (one) => one.nation === '畲族'],
  ['其他少数民族', () => false],
  ['合计', (one) => one.nation !== '汉族'],
]
const sides: Named<Staff> = [
  ['总人数', () => true],
  ['机关', (one) => one.category === OFFICE || one.category === WORKER],
  ['事业单位', (one) => [CIVIL, FULL, PARTIAL].includes(one.category)],
  ['女性', (one) => one.sex === '女'],
  ['40岁及以下', (one) => ageOf(one) <= 40],
]
const letterOfNations: Form = {
  truth: {
    form: 'U10-少数民族人员文档',
    file: 'U10-少数民族人员文档.docx',
    about:
      '.docx：表一“事业单位（含参公）少数民族人员名册”，印好六行，人多要加行；出生年月 1985.06；表二“全镇在编少数民族人员统计表”：民族 × 总人数、机关（含工勤）、事业单位（含参公）、女性、40岁及以下，合计在末行，没有的民族填 0 或空',
    args: ARGS,
    cells: crossing(inPost, '表格2', [1, 2], nations, sides),
    lists: [
      {
        sheet: '表格1',
        from: 2,
        blocks: [{ name: 'B', fields: { sex: 'C', nation: 'D', birth: 'E', education: 'F', seat: 'G', phone: 'H' } }],
        people: asked(ofNations, {
          sex: (one) => [one.sex],
          nation: (one) => [one.nation],
          birth: (one) => dotted(one.birth),
          education: (one) => [one.education],
          seat,
          phone: (one) => [one.phone],
        }),
      },
    ],
  },
  bytes: letterForm([
    { text: '附件2' },
    { text: '事业单位（含参公）少数民族人员名册' },
    { text: '填报单位：　　　　　　　　　　填报时间：　　年　　月　　日' },
    {
      rows: [
        ['序号', '姓名', '性别', '民族', '出生年月（如1985.06）', '文化程度', '工作单位及职务', '联系电话'],
        ...Array.from({ length: 6 }, () => Array.from({ length: 8 }, () => '')),
      ],
    },
    { text: '附件3' },
    { text: '全镇在编少数民族人员统计表' },
    {
      rows: [
        ['民族', '总人数', '机关（含工勤）', '事业单位（含参公）', '其中：女性', '其中：40岁及以下'],
        ...nations.map(([label]) => [label, '', '', '', '', '']),
      ],
    },
    { text: '填表人：　　　　　　　　　　审核人：' },
  ]),
}

export const ninthRestForms: readonly Form[] = [card, letterOfNations]
