import { describe, expect, it } from 'vitest'
import { readStandingWord } from '../../../electron/domain/table/category-words.ts'
import { EMPTY_BOOK, type KnownBook } from '../../../electron/domain/table/known-book.ts'
import { plainEducation } from '../../../electron/domain/table/plain-words.ts'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import { politicalStatus } from '../../../electron/vocabulary/people.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* What townships write around their lists, and in which words. */

type Rows = readonly (readonly (string | null)[])[]
interface More {
  readonly fields?: readonly string[]
  readonly answers?: Answers
  readonly book?: Partial<KnownBook>
  readonly name?: string
}

function read(
  rows: Rows,
  { fields = ['name', 'unit', 'category'], answers = {}, book = {}, name = '花名册' }: More = {},
) {
  const understood = understandWorkbook(workbookWith(sheetOf(rows, { name })), {
    answers,
    book: { ...EMPTY_BOOK, ...book },
  })
  const [sheet] = understood.sheets
  return {
    ...understood,
    people: (sheet?.people ?? []).map(({ values }) =>
      fields.map((field) => shownText(values.get(field)?.cell)).join(' '),
    ),
    quotas: (sheet?.quotas ?? []).map(({ values }) =>
      ['unit', 'category', 'amount', 'document'].map((field) => shownText(values.get(field)?.cell)).join(' '),
    ),
    asked: understood.questions.map(({ id, rows: about }): readonly [string, readonly number[]] => [id, about]),
  }
}

const HEAD = ['姓名', '单位', '编制类型', '职务']
const PERSON = ['许小芹', '财政所', '事业编制', '所长']

it.each([
  ['the last row', ['站长签字：', null, '经办人：谭怀远', '2026年11月12日']],
  ['a foot of every page', ['审核：栾守信', null, '复核：池明哲', '制表：谭素心']],
  ['labels whose people stand beside them', ['分管领导：', '谭怀远', '经办人：', '池明哲']],
  ['the title of the next page', ['人事档案花名册', null, null, '第 2 页']],
])('%s is nobody', (_, foot) => {
  const { people, asked } = read([HEAD, PERSON, foot, ['郑大同', '财政所', '事业编制', '科员']])
  expect([people, asked]).toEqual([['许小芹 财政所 事业编制', '郑大同 财政所 事业编制'], []])
})

it('a line of labels over a table says each thing it labels', () => {
  const list = (line: string): Rows => [[line], ['姓名', '职务'], ['许小芹', '站长'], ['郑大同', '科员']]
  expect(read(list('填报站所：水利水保站　　编制性质：差额拨款事业编制　　　填报人：贡立诚')).people).toEqual([
    '许小芹 水利水保站 差额拨款事业编制',
    '郑大同 水利水保站 差额拨款事业编制',
  ])
  const dated = read([
    ['单位：云溪乡农业农村综合服务中心　　　填表日期：2026年9月30日'],
    ['姓名', '编制类型'],
    ['许小芹', '事业编制'],
  ])
  expect([dated.people, dated.asked]).toEqual([['许小芹 农业农村综合服务中心 事业编制'], []])
})

it.each(['——〃——', '－〃－', '-"-', '〃', '同　上'])('%s repeats the cell above', (sign) => {
  expect(read([HEAD, PERSON, ['郑大同', sign, sign, '科员']]).people[1]).toBe('郑大同 财政所 事业编制')
})

it.each([
  ['占行政编', '行政编制'],
  ['行编', '行政编制'],
  ['机关行政编制（公务员）', '行政编制'],
  ['占工勤编', '机关工勤编制'],
  ['机关工勤（技术工人）', '机关工勤编制'],
  ['参照公务员法管理', '事业编制（参公）'],
  ['占全额事业编', '事业编制（全额拨款）'],
  ['财政全额供给事业编制', '事业编制（全额拨款）'],
  ['占差额事业编', '事业编制（差额补贴）'],
])('用编形式 %s is %s', (word, category) => {
  const rows = [
    ['姓名', '单位', '用编形式'],
    ['许小芹', '财政所', word],
  ]
  const { people, asked } = read(rows)
  expect(asked).toEqual([])
  expect(people[0]).toMatch(/^许小芹 财政所 /u)
  // The plan has the last word; the sheet's own stays where the book's vocabulary knows it.
  const standing = read([...rows, ['郑大同', '财政所', category]])
  expect(standing.asked).toEqual([])
})

describe('学历 and 政治面貌 with more around them', () => {
  it.each([
    ['本科学历、法学学士', '大学本科', '法学学士'],
    ['大专（函授）', '大学专科', ''],
    ['全日制硕士研究生', '硕士研究生', ''],
    ['专科毕业', '大学专科', ''],
    ['大学\n文学学士', '大学本科', '文学学士'],
  ])('%s', (written, education, degree) => {
    expect(plainEducation(written)).toEqual({ education, degree })
  })

  it.each(['大学本科', '党校函授本科', '大专、本科', '不详', '大学肄业后参军'])('%s is left as it is', (written) => {
    expect(plainEducation(written)).toBeNull()
  })

  it('a party member with a day in brackets has both', () => {
    const rows = (word: string): Rows => [
      [...HEAD, '政治面貌'],
      [...PERSON, word],
    ]
    const fields = ['politicalStatus', 'partyJoined']
    expect(read(rows('党员（2003.5入党）'), { fields }).people).toEqual(['中共党员 2003.5'])
    expect(read(rows('中共正式党员'), { fields }).people).toEqual(['中共党员 '])
    expect(read(rows('一般群众'), { fields }).people).toEqual(['群众 '])
    expect(read(rows('无党派人士甲'), { fields }).people).toEqual(['无党派人士甲 '])
  })
})

describe('a list nobody of which has a seat', () => {
  const retired: Rows = [
    ['云溪乡机关事业单位退休人员花名册'],
    ['姓名', '原单位', '原编制性质', '退休时职务', '退休时间', '月退休费'],
    ['许小芹', '财政所', '事业编制', '所长', '2020.05', '5000'],
    ['郑大同', '党政办公室', '行政编制', '主任', '2019.03', '6000'],
  ]

  it('is asked about before anything else, and its 原单位 is nobody’s office', () => {
    const open = read(retired)
    expect(open.asked).toEqual([['left:*:*', [3, 4]]])
    expect(open.people).toEqual([])
    expect(open.notes).toEqual([])
    const out = read(retired, { answers: { 'left:*:*': '-' } })
    expect([out.people, out.asked, out.notes]).toEqual([[], [], ['“花名册”第 3–4 行按您的回答不导入。']])
    expect(read(retired, { answers: { 'left:*:*': '+' } }).asked.map(([id]) => id)).toContain('groupUnit:*')
  })

  it.each([
    ['by its columns alone', [['名单'], ...retired.slice(1)], true],
    ['村干部', [['竹溪乡村干部花名册'], HEAD, PERSON], true],
    ['到龄退休人员名册', [['到龄退休人员名册'], HEAD, PERSON], false],
    ['驻村干部名册', [['驻村干部名册'], HEAD, PERSON], false],
    ['在职人员花名册', [['在职人员花名册'], HEAD, PERSON], false],
  ] as const)('%s', (_, rows, asked) => {
    expect(read(rows as Rows).asked.some(([id]) => id === 'left:*:*')).toBe(asked)
  })
})

it('an example sheet is no list, unless somebody typed whole numbers into it', () => {
  const rows = (number: string): Rows => [
    [...HEAD, '身份证号'],
    ['张三', '财政所', '事业编制', '科员', number],
  ]
  expect(read(rows('11010119900101××××'), { name: '示例' }).people).toEqual([])
  expect(read(rows(inventedId('1990-01-01')), { name: '示例' }).people).toEqual(['张三 财政所 事业编制'])
})

describe('somebody of the book under another ID number', () => {
  const [own, other] = [inventedId('1980-01-05'), inventedId('1980-01-06')]
  const known: Partial<KnownBook> = {
    countOf: (name) => (name === '许小芹' ? 1 : 0),
    hasNumber: (number) => number === own,
    numberOf: (name, unit) => (name === '许小芹' && (unit === null || unit === '财政所') ? own : null),
  }
  const rows = (number: string): Rows => [
    [...HEAD, '身份证号'],
    [...PERSON, number],
  ]
  const numbers = (number: string, answers: Answers = {}) =>
    read(rows(number), { book: known, answers, fields: ['name', 'idNumber'] })

  it('is asked about; the number that is not to count is not read', () => {
    const open = numbers(other)
    const id = open.asked[0]?.[0] ?? ''
    expect(open.asked).toEqual([[`number:许小芹:${other.slice(-4)}`, [2]]])
    expect(open.questions[0]?.text).not.toContain(other)
    expect(numbers(other, { [id]: '=' }).people).toEqual(['许小芹 '])
    expect(numbers(other, { [id]: '+' }).people).toEqual([`许小芹 ${other}`])
    expect(numbers(other, { [id]: '-' }).people).toEqual([])
  })

  it('the number of a colleague under another name is the colleague, if she says so', () => {
    const owner: Partial<KnownBook> = {
      ownerOf: (number) => (number === own ? { name: '许小琴', units: ['财政所'] } : null),
    }
    const told = (answers: Answers) => read(rows(own), { book: owner, answers, fields: ['name', 'idNumber'] })
    expect(told({}).questions.map(({ id, suggested }) => [id, suggested])).toEqual([['sameNumber:许小芹:许小琴', '=']])
    expect(told({ 'sameNumber:许小芹:许小琴': '=' }).people).toEqual([`许小琴 ${own}`])
    expect(told({ 'sameNumber:许小芹:许小琴': '+' }).people).toEqual([`许小芹 ${own}`])
    expect(told({ 'sameNumber:许小芹:许小琴': '-' }).people).toEqual([])
    const elsewhere = { ownerOf: () => ({ name: '许小琴', units: ['党政办公室'] }) }
    expect(read(rows(own), { book: elsewhere }).asked).toEqual([])
  })

  it('all of them under other numbers are proposed to keep the book’s', () => {
    const people = ['许小芹', '郑大同', '马小明'].map((name, place) => ({
      name,
      number: inventedId(`197${place}-05-06`),
    }))
    const book: Partial<KnownBook> = {
      countOf: (name) => Number(people.some((one) => one.name === name)),
      numberOf: (name) => people.find((one) => one.name === name)?.number ?? null,
    }
    const list: Rows = [
      ['姓名', '单位', '身份证号'],
      ...people.map(({ name }, place) => [name, '财政所', inventedId(`194${place}-05-06`)]),
    ]
    const open = read(list, { book })
    expect(open.questions.map(({ id, suggested }) => [id, suggested])).toEqual([['all:number', '=']])
    expect(read(list, { book, answers: { 'all:number': '=' }, fields: ['name', 'idNumber'] }).people).toEqual([
      '许小芹 ',
      '郑大同 ',
      '马小明 ',
    ])
  })

  it('is not, where the number is the same or proves nothing', () => {
    expect(numbers(own).asked).toEqual([])
    expect(numbers(`${other.slice(0, 17)}${other.endsWith('1') ? '2' : '1'}`).asked).toEqual([])
  })
})

it('offices across and 编制 down are a table of approved numbers', () => {
  const { quotas, asked } = read([
    ['云溪乡各机构编制核定数'],
    ['编制类型', '党政办公室', '财政所', '合计'],
    ['行政编制', '7', null, '7'],
    ['事业编制', null, '9', '9'],
    ['合计', '7', '9', '16'],
    ['批准文号', '云编〔2024〕15号', '云编〔2024〕15号', null],
  ])
  expect(quotas).toEqual(['党政办公室 行政编制 7 云编〔2024〕15号', '财政所 事业编制 9 云编〔2024〕15号'])
  expect(asked).toEqual([])
})

it('bodies of the county are asked about as not the township’s, its own and its branches are not', () => {
  const book = { township: '云溪乡' }
  const asked = (unit: string) => read([HEAD, ['许小芹', unit, '行政编制', '科员']], { book }).asked.map(([id]) => id)
  expect(asked('县委编办')).toEqual(['foreign:县委编办'])
  expect(asked('清江县财政局')).toEqual(['foreign:清江县财政局'])
  for (const own of ['市场监督管理所', '云溪乡财政所', '县自然资源局云溪所', '社区服务中心', '党政办公室'])
    expect([own, asked(own).some((id) => id.startsWith('foreign'))]).toEqual([own, false])
})

it('借出（县委巡察办） in a column of states is a loan in the remark', () => {
  const rows: Rows = [
    [...HEAD, '人员状态'],
    [...PERSON, '借出（县委巡察办）'],
    ['郑大同', '财政所', '事业编制', '科员', '在岗'],
  ]
  expect(read(rows, { fields: ['name', 'remark'] }).people).toEqual(['许小芹 借调到县委巡察办', '郑大同 '])
})

it('a seal behind an office’s name is no part of it, nor are the marks between labels', () => {
  const list = (line: string): Rows => [[line], ['姓名', '编制类型', '职务'], ['许小芹', '事业编制', '站长']]
  expect(read(list('部门：云溪乡经济发展办公室（公章）'), { book: { township: '云溪乡' } }).people).toEqual([
    '许小芹 经济发展办公室 事业编制',
  ])
  expect(read(list('部门名称：水利站；编制类别：全额事业；核定编制：5名；实有：4名')).people).toEqual([
    '许小芹 水利站 事业编制',
  ])
  expect(read(list('单位全称:水利站　用编性质:事业编制')).people).toEqual(['许小芹 水利站 事业编制'])
})

it('a foot without a colon, and 同上 with a full stop, are what they are', () => {
  const { people, asked } = read([
    [...HEAD, '身份证号'],
    [...PERSON, inventedId('1980-01-05')],
    ['郑大同', '（同上）', '同上。', '科员', inventedId('1981-01-05')],
    ['主要领导签字', null, null, '经手人', '谭怀远'],
  ])
  expect([people, asked]).toEqual([['许小芹 财政所 事业编制', '郑大同 财政所 事业编制'], []])
})

it('a villager’s number and name beside a cadre are not the cadre’s', () => {
  const rows: Rows = [
    ['干部姓名', '单位', '编制类型', '联系户户主', '联系户身份证号'],
    ['许小芹', '财政所', '事业编制', '谭怀远', inventedId('1950-01-05')],
    ['郑大同', '财政所', '事业编制', '池明哲', inventedId('1951-01-05')],
  ]
  const { people, questions } = read(rows, { fields: ['name', 'idNumber'] })
  expect([people, questions.map(({ id }) => id)]).toEqual([['许小芹 ', '郑大同 '], []])
})

it.each(['ID：', '居民身份证', '证件号码:'])(
  '%s before a number in a column of another name is the number',
  (label) => {
    const number = inventedId('1980-01-05')
    const dotted = `${number.slice(0, 6)}.${number.slice(6, 14)}.${number.slice(14)}`
    const rows: Rows = [
      [...HEAD, '证件类型及号码'],
      [...PERSON, `${label}${dotted}`],
      ['郑大同', '财政所', '事业编制', '科员', `${inventedId('1981-01-05')}（身份证）`],
    ]
    expect(read(rows).sheets[0]?.columns.at(-1)?.field).toBe('idNumber')
  },
)

it.each([
  ['落编年月', 'enteredOn', '2012-03'],
  ['到编日期', 'enteredOn', '2012-03'],
  ['出生时间', 'birth', '1985-06'],
  ['担任职务', 'post', '所长'],
  ['现担任职务', 'post', '所长'],
])('the head %s is known by what it means', (head, field, value) => {
  const rows = [
    ['姓名', '单位', '编制类型', head],
    ['许小芹', '财政所', '事业编制', value],
  ]
  expect(read(rows, { fields: [field] }).people).toEqual([value])
})

it.each([
  ['研究生学历硕士学位', '硕士研究生 硕士学位'],
  ['研究生学历，博士学位', '博士研究生 博士学位'],
  ['本科学历管理学学士学位', '大学本科 管理学学士学位'],
])('%s is an education and a degree', (written, said) => {
  const plain = plainEducation(written)
  expect(`${plain?.education} ${plain?.degree}`).toBe(said)
})

it.each([
  ['共青团团员', '共青团员'],
  ['中共预备', '中共预备党员'],
  ['党员（预备期）', '中共预备党员'],
  // What became of it nobody here knows: the cell stays as it is.
  ['党员（预备期满）', '党员（预备期满）'],
  ['中共党员（已退党）', '中共党员（已退党）'],
])('%s is %s', (written, said) => {
  const rows = [
    ['姓名', '单位', '编制类型', '政治面貌'],
    ['许小芹', '财政所', '事业编制', written],
  ]
  const { people } = read(rows, { fields: ['politicalStatus'] })
  expect(politicalStatus(people[0] ?? '') ?? people[0]).toBe(said)
})

it('offices across, with 机关 and 事业 in a column of their own, sums between them and the document in the title', () => {
  const { quotas } = read([
    ['云溪乡编制核定表（云编〔2024〕15号）'],
    ['编制类别', null, '党政办公室', '财政所', '便民服务中心', '合计'],
    ['机关', '行政编制', '9', '—', '—', '9'],
    [null, '工勤', '1', '—', '—', '1'],
    [null, '小计', '10', '—', '—', '10'],
    ['事业', '参公', '—', '4', '—', '4'],
    [null, '全额', '—', '—', '8', '8'],
    [null, '小计', '—', '4', '8', '12'],
    ['总计', null, '10', '4', '8', '22'],
  ])
  expect(quotas).toEqual([
    '党政办公室 行政编制 9 云编〔2024〕15号',
    '党政办公室 机关工勤编制 1 云编〔2024〕15号',
    '财政所 事业编制（参公） 4 云编〔2024〕15号',
    '便民服务中心 事业编制（全额拨款） 8 云编〔2024〕15号',
  ])
})

const HISTORY: Rows = [
  ['机构名称', '编制类型', '文件时间', '批准文号', '事项', '增减编制数', '调整后编制数'],
  ['党政办公室', '行政编制', '2018年', '云编〔2018〕3号', '核定', '5', '5'],
  ['财政所', '事业编制', '2018年', '云编〔2018〕3号', '核定', '4', '4'],
  ['党政办公室', '行政编制', '2022年', '云编〔2022〕7号', '增加', '2', '7'],
]

it('how numbers changed over the years is asked about, and its last lines are taken only on her word', () => {
  const { quotas, questions } = read(HISTORY, { name: '沿革' })
  expect(questions.map(({ id, text, suggested }) => [id, suggested, text.includes('沿革')])).toEqual([
    ['left:*:quotas', '-', true],
  ])
  expect(quotas).toEqual([])
  expect(read(HISTORY, { answers: { 'left:*:quotas': '-' } }).quotas).toEqual([])
  expect(read(HISTORY, { answers: { 'left:*:quotas': '+' } }).quotas).toEqual([
    '财政所 事业编制 4 云编〔2018〕3号',
    '党政办公室 行政编制 7 云编〔2022〕7号',
  ])
})

it('numbers of people in post are no approved numbers, and are not asked for their document', () => {
  const { quotas, asked } = read([
    ['在职人员结构统计表'],
    ['机构', '实有人数', '编制', null, '性别', null],
    [null, null, '行政', '事业', '男', '女'],
    ['党政办公室', '5', '3', '2', '4', '1'],
    ['财政所', '4', '0', '4', '1', '3'],
  ])
  expect([asked.map(([id]) => id), quotas]).toEqual([['left:*:quotas'], []])
  // What says it was approved is.
  const approved = read([
    ['在职人员及核定编制汇总表（云编〔2024〕15号）'],
    ['机构', '编制', null, '男', '女'],
    [null, '行政', '事业', null, null],
    ['党政办公室', '3', '2', '4', '1'],
    ['财政所', '0', '4', '1', '3'],
  ])
  expect(approved.asked).toEqual([])
  expect(approved.quotas.length).toBeGreaterThan(0)
})

it('guests from the county are asked about, and nobody proposes a 编制 for them', () => {
  const rows = [
    ['姓名', '单位', '职务'],
    ['许小芹', '县委编办', '主任'],
  ]
  const { asked } = read(rows, { book: { township: '云溪乡' } })
  expect(asked.map(([id]) => id)).toEqual(['foreign:县委编办'])
})

it('two months of pay by name are one question of which month, not a refusal of every row', () => {
  const pay = (name: string) =>
    sheetOf(
      [
        ['姓名', '应发'],
        ['许小芹', '4000'],
        ['郑大同', '4100'],
      ],
      { name },
    )
  const { questions, sheets } = understandWorkbook(workbookWith(pay('9月'), pay('10月')), {
    book: { ...EMPTY_BOOK, countOf: () => 1 },
  })
  expect(questions.map(({ id, suggested }) => [id, suggested])).toEqual([
    ['which:9月|10月', '10月'],
    ['nameOnly:9月', '+'],
  ])
  expect(sheets.map(({ people }) => people.length)).toEqual([2, 0])
})

describe('heads in other words', () => {
  it('a head that says what its numbers mean is read by them', () => {
    const { people, asked } = read([
      ['姓名', '单位', '编制类型（1行政 2事业 3机关工勤）'],
      ['许小芹', '党政办', '1'],
      ['郑大同', '财政所', '2'],
      ['贺春生', '财政所', '3'],
    ])
    expect([people, asked]).toEqual([['许小芹 党政办 行政', '郑大同 财政所 事业', '贺春生 财政所 机关工勤'], []])
  })

  it('numbers a head says nothing of are asked', () => {
    const { asked } = read([
      ['姓名', '单位', '编制类型（1行政 2事业）'],
      ['许小芹', '党政办', '1'],
      ['郑大同', '财政所', '4'],
    ])
    expect(asked).toEqual([['value:category:4', [3]]])
  })

  it('供给渠道 with the 编制 below it is the 编制 where no column is; beside one it is not', () => {
    const rows = [
      ['姓名', '单位', '供给渠道'],
      ['许小芹', '党政办', '行政'],
      ['郑大同', '农技站', '全额事业'],
    ]
    expect(read(rows).people).toEqual(['许小芹 党政办 行政', '郑大同 农技站 全额事业'])
    const beside = read([
      ['姓名', '单位', '供给渠道', '编制类型'],
      ['许小芹', '党政办', '财政拨款', '行政编制'],
    ])
    expect(beside.people).toEqual(['许小芹 党政办 行政编制'])
  })

  it('改革后单位 is the office and 改革前单位 none', () => {
    expect(
      read([
        ['姓名', '改革前单位', '改革后单位', '编制类型'],
        ['许小芹', '农技站', '农业农村综合服务中心', '事业编制'],
      ]).people,
    ).toEqual(['许小芹 农业农村综合服务中心 事业编制'])
  })

  it('a 备注 that begins with the 编制, or one behind the name, says it where nothing else does', () => {
    const rows = [
      ['姓名', '单位', '备注'],
      ['许小芹', '党政办', '行政编'],
      ['郑大同', '财政所', '事业编，借调县财政局'],
      ['贺春生（工勤）', '财政所', ''],
    ]
    expect(read(rows).people).toEqual(['许小芹 党政办 行政编', '郑大同 财政所 事业编', '贺春生 财政所 工勤'])
    const past = read([
      ['姓名', '单位', '编制类型', '备注'],
      ['许小芹', '党政办', '事业编制', '原行政编'],
    ])
    expect(past.people).toEqual(['许小芹 党政办 事业编制'])
  })

  it.each([
    ['任现职务层次时间', '2019.06'],
    ['专业技术资格取得时间', '2018.12'],
    ['职务及任职时间', '2018.12'],
  ])('%s is no 职务层次, 职称 or 职务', (head, written) => {
    const { people } = read(
      [
        ['姓名', '单位', '编制类型', head],
        ['许小芹', '党政办', '行政编制', written],
      ],
      {
        fields: ['name', 'positionLevel', 'professionalTitle', 'post', 'rank'],
      },
    )
    expect(people.map((one) => one.trim())).toEqual(['许小芹'])
  })

  it('入编时间 goes before 进入本单位时间, wherever it stands', () => {
    const { people } = read(
      [
        ['姓名', '单位', '编制类型', '进入本单位时间', '入编时间'],
        ['许小芹', '党政办', '行政编制', '2019.06', '2012.03'],
      ],
      { fields: ['enteredOn'] },
    )
    expect(people).toEqual(['2012.03'])
  })
})

it.each([
  ['公务员（含参公）', null],
  ['公务员或参公', null],
  ['占行政编的工勤人员', null],
  ['行政编制工人身份', null],
  ['原行政编制', null],
  ['合同制工人', null],
  ['事业单位工勤编制', 'institution'],
  ['在机关工作的事业编制人员', 'institution'],
  ['事业单位专业技术人员', 'institution'],
  ['事业编制工人身份', 'institution'],
  ['公益一类事业编制', 'institution'],
  ['机关工人', 'worker'],
  ['行政编制（工勤）', 'worker'],
  ['乡镇行政编制', 'administrative'],
  ['行政编制（2014年核定）', 'administrative'],
  ['差供', 'institutionPartial'],
] as const)('%s says %s', (word, category) => {
  const read = readStandingWord(word)
  expect(read?.kind === 'quota' ? read.category : null).toBe(category)
})

describe('lists that are not of those in post today', () => {
  it.each(['2026年拟招聘人员名单', '公开招聘面试人员名册'])(
    '%s is asked about, and left out unless she says otherwise',
    (title) => {
      const rows = [[title], ['姓名', '单位', '编制类型'], ['许小芹', '党政办', '行政编制']]
      const { questions, people } = read(rows)
      expect(questions.map(({ id, suggested }) => [id, suggested])).toEqual([['left:*:*', '-']])
      expect(people).toEqual([])
      expect(read(rows, { answers: { 'left:*:*': '+' } }).people).toHaveLength(1)
    },
  )

  it('在编人员 and 临聘人员 alone in a row of the names head whoever follows', () => {
    const { people, questions } = read([
      ['姓名', '单位', '岗位'],
      ['行政人员'],
      ['许小芹', '党政办', '主任'],
      ['临聘人员'],
      ['郑大同', '党政办', '驾驶员'],
    ])
    expect(people).toEqual(['许小芹 党政办 行政', '郑大同 党政办 临聘'])
    expect(questions).toEqual([])
  })
})

it('定编数 with 编制性质 beside it is a table of approved numbers', () => {
  const { quotas } = read([
    ['单位', '编制性质', '定编数', '在编数', '缺编数'],
    ['党政办', '行政编制', '5', '4', '1'],
  ])
  expect(quotas).toEqual(['党政办 行政编制 5 '])
})

it('人员分类 with 内设机构正职领导 below it is no 编制', () => {
  const { people } = read([
    ['姓名', '单位', '人员分类', '编制类别'],
    ['许小芹', '党政办', '内设机构正职领导', '行政编制'],
  ])
  expect(people).toEqual(['许小芹 党政办 行政编制'])
})
