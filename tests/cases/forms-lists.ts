import {
  AS_OF,
  CARD,
  cardPerson,
  CIVIL,
  documentOf,
  FULL,
  inPost,
  off,
  titleOf,
  WORKER,
  yearsSince,
  ageOf,
} from './forms-book.ts'
import { drawForm } from './kit/draw-form.ts'
import type { FormTruth, ListTruth } from './kit/form-truth.ts'
import type { Person } from './kit/people.ts'
import { biff } from './kit/write-files.ts'

/* Forms that ask for people: lists with drop-downs, blocks, two side by side, a card. */

export interface Form {
  readonly truth: FormTruth
  readonly bytes: Buffer | Promise<Buffer>
}
type Asked = Readonly<Record<string, (person: Person) => readonly string[]>>

/** The months of a person in the ways a form without a hint may be filled. */
const month = (value: string): readonly string[] => [
  value,
  value.replace('-', '.'),
  value.replace('-', ''),
  `${value.slice(0, 4)}年${Number(value.slice(5))}月`,
]
const asked = (people: readonly Person[], fields: Asked): ListTruth['people'] =>
  people.map((one) => ({
    name: one.name,
    fields: Object.fromEntries(Object.entries(fields).map(([field, of]) => [field, of(one)])),
  }))
const blank = (count: number): readonly null[] => Array.from({ length: count }, () => null)
const lines = (count: number, width: number) => Array.from({ length: count }, () => blank(width))

const ARGS = ['--as-of', AS_OF, '--id-number', 'plain']
const EDUCATION: Readonly<Record<string, string>> = {
  硕士研究生: '研究生',
  大学本科: '大学',
  大学专科: '大专',
  中等专科: '中专',
}
const POLITICS: Readonly<Record<string, string>> = { 中共党员: '1-中共党员', 共青团员: '2-共青团员', 群众: '4-群众' }
const CATEGORY: Readonly<Record<string, string>> = {
  行政编制: '01行政编制',
  [WORKER]: '02机关工勤编制',
  [CIVIL]: '03参公事业编制',
  [FULL]: '04全额拨款事业编制',
}

const collection: Form = {
  truth: {
    form: 'T01-采集表下拉',
    file: 'T01-采集表下拉.xlsx',
    about: '每列有下拉（一列的选项在隐藏的字典表），日期列写明“6位数字”“格式：2005.07”；预留 20 行，人有 26',
    args: ARGS,
    cells: [{ sheet: '采集表', cell: 'A2', expect: ['云溪乡'], within: true }],
    lists: [
      {
        sheet: '采集表',
        from: 4,
        blocks: [
          {
            name: 'C',
            fields: {
              unit: 'B',
              sex: 'D',
              nation: 'E',
              politics: 'F',
              education: 'G',
              category: 'H',
              id: 'I',
              birth: 'J',
              work: 'K',
            },
          },
        ],
        people: asked(inPost, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex === '男' ? '1.男' : '2.女'],
          nation: (one) => [one.nation],
          politics: (one) => [POLITICS[one.politics] ?? ''],
          education: (one) => [EDUCATION[one.education] ?? ''],
          category: (one) => [CATEGORY[one.category] ?? ''],
          id: (one) => [one.id],
          birth: (one) => [one.birth.slice(0, 7).replace('-', '')],
          work: (one) => [one.work.replace('-', '.')],
        }),
      },
    ],
  },
  bytes: drawForm(
    {
      name: '采集表',
      merges: ['A1:K1'],
      ruled: [3, 23, 11],
      rows: [
        ['机关事业单位在编人员信息采集表', ...blank(10)],
        ['填报单位：', ...blank(7), '填报日期：', ...blank(2)],
        [
          '序号',
          '*所在单位',
          '*姓名',
          '*性别',
          '*民族',
          '*政治面貌',
          '*最高学历',
          '*编制类别',
          '*身份证号',
          '*出生年月\n（6位数字，如198506）',
          '参加工作时间\n（格式：2005.07）',
        ],
        ...lines(20, 11),
      ],
      choices: {
        'D4:D23': ['1.男', '2.女'],
        'E4:E23': '=字典!$A$1:$A$6',
        'F4:F23': ['1-中共党员', '2-共青团员', '3-民主党派', '4-群众'],
        'G4:G23': ['研究生', '大学', '大专', '中专', '高中及以下'],
        'H4:H23': Object.values(CATEGORY),
      },
    },
    { name: '字典', hidden: true, rows: [['汉族'], ['回族'], ['苗族'], ['畲族'], ['满族'], ['其他']] },
  ),
}

const BLOCKS: readonly (readonly [title: string, people: readonly Person[]])[] = [
  ['一、行政人员', inPost.filter((one) => one.category === '行政编制')],
  ['二、机关工勤人员', inPost.filter((one) => one.category === WORKER)],
  ['三、事业人员', inPost.filter((one) => one.category === FULL || one.category === CIVIL)],
  ['四、编外人员', off],
]
const staffBlocks: Form = {
  truth: {
    form: 'T04-一张表四块',
    file: 'T04-一张表四块.xlsx',
    about: '一张工作表上下四块：行政、机关工勤、事业、编外，各有表头，列不同，每块预留三行',
    args: ARGS,
    cells: [],
    lists: BLOCKS.map(([title, people], at) => ({
      sheet: '人员情况',
      under: title,
      until: BLOCKS[at + 1]?.[0] ?? '填表人',
      blocks: [{ name: 'B', fields: { unit: 'C', post: 'D', ...(at === 3 ? { category: 'E' } : { work: 'E' }) } }],
      people: asked(people, {
        unit: (one) => [one.unit],
        post: (one) => [one.post],
        ...(at === 3 ? { category: (one: Person) => [one.category] } : { work: (one: Person) => month(one.work) }),
      }),
    })),
  },
  bytes: drawForm({
    name: '人员情况',
    merges: ['A1:E1'],
    rows: [
      ['乡镇人员情况表', ...blank(4)],
      ...BLOCKS.flatMap(([title], at) => [
        [title, ...blank(4)],
        [
          '序号',
          '姓名',
          at === 3 ? '所在部门' : '所在机构',
          at === 3 ? '岗位' : '职务（岗位）',
          at === 3 ? '用工形式' : '参加工作时间',
        ],
        ...lines(3, 5),
      ]),
      ['填表人：', ...blank(4)],
    ],
  }),
}

const twoBeside: Form = {
  truth: {
    form: 'T05-左右两栏名单',
    file: 'T05-左右两栏名单.xlsx',
    about: '左右两栏，每栏 15 行：每人只出现一次，两栏都用',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名单',
        from: 3,
        blocks: [
          { name: 'B', fields: { sex: 'C', unit: 'D', post: 'E' } },
          { name: 'G', fields: { sex: 'H', unit: 'I', post: 'J' } },
        ],
        people: asked(inPost, { sex: (one) => [one.sex], unit: (one) => [one.unit], post: (one) => [one.post] }),
      },
    ],
  },
  bytes: drawForm({
    name: '名单',
    merges: ['A1:J1'],
    ruled: [2, 17, 10],
    rows: [
      ['在编人员名单', ...blank(9)],
      ['序号', '姓名', '性别', '单位', '职务', '序号', '姓名', '性别', '单位', '职务'],
      ...lines(15, 10),
    ],
  }),
}

const me = cardPerson
const years = (from: string) => [`${yearsSince(from)}`, `${2026 - Number(from.slice(0, 4))}`]
const suffixed = (numbers: readonly string[], words: readonly string[]) =>
  numbers.flatMap((one) => ['', ...words].map((word) => `${one}${word}`))
function cardCells(): FormTruth['cells'] {
  if (me === undefined) return []
  const cells: readonly (readonly [string, readonly string[]])[] = [
    ['B3', [me.name]],
    ['D3', [me.sex]],
    ['F3', month(me.birth.slice(0, 7))],
    ['B4', [me.nation]],
    ['D4', [CARD.nativePlace]],
    ['F4', [me.politics]],
    ['B5', me.party === null ? [''] : month(me.party)],
    ['D5', month(me.work)],
    ['F5', suffixed([String(ageOf(me))], ['岁', '周岁'])],
    ['B6', [me.id]],
    ['F6', me.party === null ? [''] : suffixed(years(me.party), ['年'])],
    ['B7', [CARD.fullTimeEducation]],
    ['E7', [CARD.fullTimeSchool]],
    ['B8', [CARD.inServiceEducation]],
    ['E8', [CARD.inServiceSchool]],
    ['B9', [`${me.unit}${me.post}`, `云溪乡${me.unit}${me.post}`]],
    ['F9', [me.category]],
    ['B10', month(me.entered)],
    ['D10', [documentOf(me)]],
  ]
  return cells.map(([cell, expect]) => ({ sheet: '登记表', cell, expect }))
}
const card: Form = {
  truth: {
    form: 'T06-登记表卡片',
    file: 'T06-登记表卡片.xlsx',
    about: '一人一张的登记表：籍贯、入党时间、全日制和在职教育、年龄、党龄、单位及职务、入编文号；留着照片格',
    args: [...ARGS, '--person', me?.name ?? ''],
    cells: cardCells(),
    lists: [],
  },
  bytes: drawForm({
    name: '登记表',
    merges: ['A1:G1', 'G3:G6', 'B6:D6', 'B7:C7', 'E7:G7', 'B8:C8', 'E8:G8', 'B9:D9', 'F9:G9', 'D10:G10', 'B11:G11'],
    ruled: [3, 11, 7],
    rows: [
      ['干 部 登 记 表', ...blank(6)],
      [null, null, null, null, '填表日期：', null, null],
      ['姓  名', null, '性  别', null, '出生年月', null, '照\n片'],
      ['民  族', null, '籍  贯', null, '政治面貌', null, null],
      ['入党时间', null, '参加工作时间', null, '年  龄', null, null],
      ['身份证号码', null, null, null, '党  龄', null, null],
      ['全日制学历', null, null, '毕业院校及专业', null, null, null],
      ['在职学历', null, null, '毕业院校及专业', null, null, null],
      ['工作单位及职务', null, null, null, '编制类型', null, null],
      ['入编时间', null, '入编文号', null, null, null, null],
      ['备注', ...blank(6)],
    ],
  }),
}

const oldForm: Form = {
  truth: {
    form: 'T08-97格式名册',
    file: 'T08-97格式名册.xls',
    about: '.xls 的空名册，表头两层，预留五行，下面是填表说明',
    args: ARGS,
    cells: [],
    lists: [
      {
        sheet: '名册',
        from: 5,
        blocks: [{ name: 'C', fields: { unit: 'B', sex: 'D', birth: 'E', education: 'F', title: 'G', entered: 'H' } }],
        people: asked(inPost, {
          unit: (one) => [one.unit],
          sex: (one) => [one.sex],
          birth: (one) => month(one.birth.slice(0, 7)),
          education: (one) => [one.education],
          title: (one) => [titleOf(one), ...(titleOf(one) === '' ? ['无'] : [])],
          entered: (one) => month(one.entered),
        }),
      },
    ],
  },
  bytes: biff({
    name: '名册',
    merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:G4', 'H3:H4'],
    rows: [
      ['在编人员名册', ...blank(7)],
      ['填报单位：', ...blank(7)],
      ['序号', '单位', '基本情况', null, null, null, '职称', '入编时间'],
      [null, null, '姓名', '性别', '出生年月', '学历', null, null],
      ...lines(5, 8),
      ['注：本表由各乡镇填报，一式两份。', ...blank(7)],
    ],
  }),
}

const unitSheets = ['党政综合办公室', '便民服务中心', '文化旅游服务中心']
const sheetAUnit: Form = {
  truth: {
    form: 'T09-一机构一张',
    file: 'T09-一机构一张.xlsx',
    about: '三张表各写明一个机构（一个机构没有人），列有年龄、工龄、学历',
    args: ARGS,
    cells: [],
    lists: unitSheets.map((unit) => ({
      sheet: unit,
      from: 3,
      blocks: [{ name: 'B', fields: { post: 'C', age: 'D', education: 'E', service: 'F' } }],
      people: asked(
        inPost.filter((one) => one.unit === unit),
        {
          post: (one) => [one.post],
          age: (one) => suffixed([String(ageOf(one))], ['岁']),
          education: (one) => [one.education],
          service: (one) => suffixed([...years(one.work), String(2027 - Number(one.work.slice(0, 4)))], ['年']),
        },
      ),
    })),
  },
  bytes: drawForm(
    ...unitSheets.map((unit) => ({
      name: unit,
      merges: ['A1:F1'],
      rows: [[`${unit}工作人员登记表`, ...blank(5)], ['序号', '姓名', '职务', '年龄', '学历', '工龄'], ...lines(6, 6)],
    })),
  ),
}

export const listForms: readonly Form[] = [collection, staffBlocks, twoBeside, card, oldForm, sheetAUnit]
