import { describe, expect, it } from 'vitest'
import { readLeaderText } from '../../../electron/domain/table/count-text.ts'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell, type RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { tickedWord } from '../../../electron/domain/table/ticked-boxes.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Where else the office of a list may stand, and what else may stand in a cell: signatures, ledger pages, shared columns, codes, boxes, comments. */

type Rows = readonly (readonly RawCell[])[]
const ids = ['1985-06-16', '1979-02-11', '1990-12-05', '1988-03-04'].map((day) => inventedId(day))
const id = (at: number) => ids[at] ?? ''

function read(sheets: readonly RawSheet[], fields: readonly string[] = ['name', 'unit', 'category']) {
  const read = understandWorkbook(workbookWith(...sheets), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const people = read.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => fields.map((field) => shownText(values.get(field)?.cell)).join(' ')),
  )
  const quotas = read.sheets.flatMap((sheet) =>
    sheet.quotas.map(({ values }) =>
      ['unit', 'category', 'amount'].map((field) => shownText(values.get(field)?.cell)).join(' '),
    ),
  )
  return { ...read, people, quotas, asked: read.questions.map((question) => question.id) }
}

const HEAD = ['序号', '姓名', '身份证号', '编制性质']
const xu = ['1', '许小芹', id(0), '行政编制']
const zheng = ['2', '郑大同', id(1), '事业编制']

it('the office signed below a list is that of its people, and of no list after it', () => {
  const foot = '填报科室：党政办公室　　负责人签字：　　填报日期：2026年11月5日'
  expect(read([sheetOf([['花名册'], HEAD, xu, zheng, [foot]])])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制', '郑大同 党政办公室 事业编制'],
    asked: [],
  })
  // Two lists on a sheet, each signed.
  const rows = [HEAD, xu, ['填报单位：党政办公室'], [], HEAD.toReversed(), zheng.toReversed(), ['填报单位：财政所']]
  expect(read([sheetOf(rows)]).people).toEqual(['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'])
})

it('a county office below a list receives it: whose people they are is asked', () => {
  const { asked } = read([sheetOf([['花名册'], HEAD, xu, zheng, ['报送单位：县委编办']])])
  expect(asked).toEqual(['groupUnit:*'])
})

describe('a ledger with a page an office', () => {
  const page = (office: string, told: string, leaders: string, people: Rows): Rows => [
    ['机构名称', office, null, '机构规格', '股级', '批准文号', '云编〔2021〕5号'],
    ['核定编制', told, null, '领导职数', leaders, '实有人数', '1'],
    ['序号', '姓名', '身份证号码', '占用编制', '职务（岗位）', '入编时间', '备注'],
    ...people,
    [],
  ]
  const rows = [
    ['机构编制管理台账'],
    ...page('党政办公室', '行政编制6名，机关工勤编制1名', '1正2副', [[...xu, '主任', '2012.06']]),
    ...page('财政所', '事业编制4名', '1正', [[...zheng, '所长', '2002.04']]),
  ]

  it('gives each page its office and its approved numbers', () => {
    expect(read([sheetOf(rows)])).toMatchObject({
      people: ['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'],
      quotas: ['党政办公室 行政编制 6', '党政办公室 机关工勤编制 1', '财政所 事业编制 4'],
      asked: [],
    })
  })
})

it('seats of leaders are read out of 1正2副', () => {
  const told = (text: string) => Object.values(readLeaderText(text) ?? {})
  expect(told('1正2副')).toEqual([3, 1, 2])
  expect(told('正职1名、副职2名')).toEqual([3, 1, 2])
  expect(told('正1副2')).toEqual([3, 1, 2])
  expect(told('3（一正两副）')).toEqual([3, 1, 2])
  expect(told('1正')).toEqual([1, 1, null])
  expect(['3', '5名', '正科级', '正副职3名'].map(readLeaderText)).toEqual([null, null, null, null])
})

it('a column of offices at the left is of everybody in its row', () => {
  const rows = [
    ['部门', '姓名', '编制', '手机号码', '姓名', '编制', '手机号码'],
    ['党政办公室', '许小芹', '行政编制', '13900001111', '郑大同', '行政编制', '13900002222'],
    [null, '贺春生', '行政编制', '13900003333', '莫秋月', '行政编制', '13900004444'],
    ['财政所', '俞安然', '事业编制', '13900005555', '柳若兰', '事业编制', '13900006666'],
  ]
  const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }]
  expect(read([sheetOf(rows, { merges })], ['name', 'unit'])).toMatchObject({
    people: [
      '许小芹 党政办公室',
      '贺春生 党政办公室',
      '俞安然 财政所',
      '郑大同 党政办公室',
      '莫秋月 党政办公室',
      '柳若兰 财政所',
    ],
    asked: [],
  })
})

it('a code before an office or behind a word is no part of it', () => {
  const rows = [
    ['姓名', '内设机构', '身份证号', '民族', '编制类型'],
    ['许小芹', '362201001 党政办公室', id(0), '01 汉族', '行政编制（10）'],
    ['郑大同', '362201002财政所', id(1), '01 汉族', '事业编制（30）'],
  ]
  expect(read([sheetOf(rows)], ['name', 'unit', 'ethnicity', 'category'])).toMatchObject({
    people: ['许小芹 党政办公室 汉族 行政编制', '郑大同 财政所 汉族 事业编制'],
    asked: [],
  })
})

describe('a choice of printed boxes is its ticked word', () => {
  it.each([
    ['☑行政编制　□机关工勤编制　□事业编制', '行政编制'],
    ['□行政编制√ □事业编制', '行政编制'],
    ['行政编制（√） 事业编制（ ）', '行政编制'],
    ['□男 ☑女', '女'],
    ['□行政 √□事业 □工勤', '事业'],
  ])('%s', (text, word) => {
    expect(tickedWord(text)).toBe(word)
  })

  it.each(['√', '■党政办公室', '☑行政☑事业', '□行政编制　□事业编制'])('none or several: %s', (text) => {
    expect(tickedWord(text)).toBeNull()
  })
})

it('two offices of one file that share only what offices end in are two', () => {
  const rows = [
    ['姓名', '单位', '编制'],
    ['许小芹', '党政办公室', '行政编制'],
    ['郑大同', '党政办公室', '行政编制'],
    ['贺春生', '财政办公室', '行政编制'],
  ]
  expect(read([sheetOf(rows)]).asked).toEqual([])
  // A book that knows the one is asked about the other, and it is not proposed to be the same.
  const book = { ...EMPTY_BOOK, township: '云溪乡', units: ['党政办公室'] }
  const { questions } = understandWorkbook(workbookWith(sheetOf(rows)), { book })
  expect(questions.map(({ id: question, suggested }) => [question, suggested])).toEqual([['unitName:财政办公室', '+']])
})

it('a comment on a name that says somebody has left is asked about, as a remark is', () => {
  const notes = [{ row: 2, column: 1, text: '2026年9月已调县水利局，编制已划走' }]
  const { asked, people } = read([
    {
      ...sheetOf([
        ['单位', ...HEAD],
        ['党政办公室', ...xu],
        ['党政办公室', ...zheng],
      ]),
      notes,
    },
  ])
  expect(asked).toEqual(['remark:left'])
  expect(people).toHaveLength(2)
})

it('正式党员 under 人员类别 is a party membership', () => {
  const rows = [
    ['姓名', '人员类别', '部门', '编制类型'],
    ['许小芹', '正式党员', '党政办公室', '行政编制'],
    ['郑大同', '预备党员', '财政所', '事业编制'],
  ]
  expect(read([sheetOf(rows)], ['politicalStatus', 'category']).people).toEqual([
    '正式党员 行政编制',
    '预备党员 事业编制',
  ])
})

it('people beside approved numbers come in unasked where a column counts as many', () => {
  const rows = (actual: string) => [
    ['机构名称', '编制类型', '核定编制数', '实有人数', '在编人员', '批准文号'],
    ['党政办公室', '行政编制', '5', '2', '许小芹\n郑大同', '云编〔2021〕5号'],
    ['财政所', '事业编制', '4', actual, '贺春生\n莫秋月', '云编〔2021〕5号'],
  ]
  expect(read([sheetOf(rows('2'))])).toMatchObject({
    asked: [],
    people: expect.arrayContaining(['莫秋月 财政所 事业编制']),
  })
  expect(read([sheetOf(rows('3'))]).asked).toEqual(['column:*:E'])
})

it("heads in a clerk's own words are heads", () => {
  const rows = [
    ['叫什么', '哪个办公室', '什么编制', '干什么', '哪年进编', '什么时候参加工作'],
    ['许小芹', '党政办公室', '行政编制', '主任', '2002.04', '2001.07'],
    ['郑大同', '财政所', '事业编制', '会计', '2012.06', '2011.09'],
  ]
  expect(read([sheetOf(rows)], ['name', 'unit', 'category', 'post', 'enteredOn', 'workStarted'])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制 主任 2002.04 2001.07', '郑大同 财政所 事业编制 会计 2012.06 2011.09'],
    asked: [],
  })
})

it('names across by 编制 are a list, an office in every row', () => {
  const rows = [
    ['工作人员分布表'],
    ['序号', '部门', '行政编制', '事业编制', '劳务派遣', '小计'],
    ['1', '党政办公室', '许小芹、郑大同', '贺春生', null, '3'],
    ['2', '财政所', null, '莫秋月\n俞安然', '柳若兰', '3'],
    ['合计', null, '2', '3', '1', '6'],
  ]
  expect(read([sheetOf(rows)])).toMatchObject({
    people: [
      '许小芹 党政办公室 行政编制',
      '郑大同 党政办公室 行政编制',
      '贺春生 党政办公室 事业编制',
      '莫秋月 财政所 事业编制',
      '俞安然 财政所 事业编制',
      '柳若兰 财政所 劳务派遣',
    ],
    asked: [],
  })
})

it('a list that says below how many it names is held to it', () => {
  const noted = (foot: readonly RawCell[]) =>
    read([sheetOf([['单位', ...HEAD], ['财政所', ...xu], ['财政所', ...zheng], foot])]).notes.join()
  expect(noted(['合计：2人'])).not.toContain('请核对')
  expect(noted(['合计', null, '2人'])).not.toContain('请核对')
  expect(noted(['全乡共计11人'])).toContain('写着共 11 人，表里读到 2 人，请核对')
  expect(noted(['总计', null, '3人'])).toContain('写着共 3 人，表里读到 2 人，请核对')
})

describe('two columns under the very same head', () => {
  const rows = (second: string) => [
    ['序号', '部门', '姓名', '身份证号', '编制', '部门'],
    ['1', '党政办公室', '许小芹', id(0), '行政编制', '党政办公室'],
    ['2', '财政所', '郑大同', id(1), '事业编制', second],
  ]

  it('are one where they say the same', () => {
    expect(read([sheetOf(rows('财政所'))])).toMatchObject({
      asked: [],
      people: ['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'],
    })
  })

  it('are asked about where they do not, and nothing is proposed', () => {
    const { questions } = read([sheetOf(rows('文化站'))])
    expect(questions).toMatchObject([{ id: 'sameHead:*:unit', suggested: null, rows: [3] }])
    const told = (answer: string) =>
      understandWorkbook(workbookWith(sheetOf(rows('文化站'))), {
        book: { ...EMPTY_BOOK, township: '云溪乡' },
        answers: { 'sameHead:*:unit': answer },
      }).sheets.flatMap(({ people }) => people.map(({ values }) => shownText(values.get('unit')?.cell)))
    expect([told('B'), told('F'), told('-')]).toEqual([
      ['党政办公室', '财政所'],
      ['党政办公室', '文化站'],
      ['党政办公室'],
    ])
  })
})

it('lines that tell how a sheet is filled in name nobody', () => {
  const lines = [
    ['填报说明'],
    ['一、借调人员由原单位填报；'],
    ['2．退休人员不填；'],
    ['三、编外人员另表填写。'],
    ['花名册'],
  ]
  expect(read([sheetOf([...lines, ['单位', ...HEAD], ['财政所', ...xu], ['财政所', ...zheng]])])).toMatchObject({
    asked: [],
    people: ['许小芹 财政所 行政编制', '郑大同 财政所 事业编制'],
  })
})

it('a line of labels that ends in a sign is none of them', () => {
  const line = ['部门名称：水利站；编制类别：全额事业；核定编制：5名；实有：2名']
  const rows = [['登记表'], line, ['姓名', '证件号码'], ['许小芹', id(0)], ['郑大同', id(1)]]
  expect(read([sheetOf(rows)]).people).toEqual(['许小芹 水利站 全额事业', '郑大同 水利站 全额事业'])
})

it('counts in other brackets than round ones are counts', () => {
  const rows = [
    ['姓名', '身份证号', '编制'],
    ['一、党政领导【核定4名　在职1名】'],
    ['许小芹', id(0), '行政'],
    ['二、财政所【核定3名　在职1名】'],
    ['郑大同', id(1), '事业'],
  ]
  expect(read([sheetOf(rows)])).toMatchObject({ people: ['许小芹 党政领导 行政', '郑大同 财政所 事业'] })
  const framed = [
    ['部门', '姓名', '身份证号'],
    ['【行政编制】1人'],
    ['党政办公室', '许小芹', id(0)],
    ['【事业编制】1人'],
    ['财政所', '郑大同', id(1)],
  ]
  expect(read([sheetOf(framed)], ['name', 'unit'])).toMatchObject({
    asked: [],
    people: ['许小芹 党政办公室', '郑大同 财政所'],
  })
})

it('a 编制 with the day of taking it in one cell is two facts; the word for it may stand above 时间', () => {
  const rows = [
    ['姓名', '单位', '编制及入编时间', '学历'],
    ['许小芹', '党政办公室', '行政编制（2002.09）', '研究生（硕士）'],
    ['郑大同', '财政所', '事业编制（2016.01）', '本科（学士）'],
  ]
  expect(read([sheetOf(rows)], ['category', 'enteredOn', 'education', 'degree']).people).toEqual([
    '行政编制 2002.09 硕士研究生 硕士',
    '事业编制 2016.01 大学本科 学士',
  ])
  const high = [
    ['姓名', '部门', '上编', '上编', '性质'],
    [null, null, '时间', '文号', null],
    ['许小芹', '党政办公室', '2010-01', '云编发〔2010〕3号', '行政编制'],
    ['郑大同', '财政所', '2004-10', '云编发〔2004〕4号', '事业编制'],
  ]
  const merges = [
    { top: 0, left: 2, bottom: 0, right: 3 },
    ...[0, 1, 4].map((left) => ({ top: 0, left, bottom: 1, right: left })),
  ]
  expect(read([sheetOf(high, { merges })], ['name', 'enteredOn']).people).toEqual(['许小芹 2010-01', '郑大同 2004-10'])
})
