import { describe, expect, it } from 'vitest'
import { matchHeader } from '../../../electron/domain/table/header-match.ts'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { readMonthOrDate } from '../../../electron/domain/table/read-date.ts'
import { shownText, type RawMerge } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

/* What clerks do to a plain roster: parts of a date in columns of their own, heads without merged cells, titles over every table, pages. */

type Rows = readonly (readonly (string | null)[])[]
function read(rows: Rows, fields: readonly string[] = ['name', 'unit', 'category'], merges: readonly RawMerge[] = []) {
  const raw = workbookWith(sheetOf(rows, { merges }))
  const understood = understandWorkbook(raw, { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const people = understood.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => fields.map((field) => shownText(values.get(field)?.cell)).join(' ')),
  )
  return understood.questions.length > 0 ? understood.questions.map(({ text }) => text) : people
}

describe('a date in parts', () => {
  const DATED = ['name', 'birth', 'phone']
  const people: Rows = [
    ['许小芹', '财政所', '事业编制', '1985', '6', '13900001111'],
    ['郑大同', '财政所', '事业编制', '1990', '11', '13900002222'],
  ]
  const RIGHT = ['许小芹 1985-06 13900001111', '郑大同 1990-11 13900002222']
  it('年 and 月 below 出生年月, merged or not, are one', () => {
    const heads: Rows = [
      ['姓名', '单位', '编制类型', '出生年月', null, '电话'],
      [null, null, null, '年', '月', null],
    ]
    expect(read([...heads, ...people, ['小计', null, null, '2人', '1人']], DATED)).toEqual(RIGHT)
    expect(read([...heads, ...people], DATED, [{ top: 0, left: 3, bottom: 0, right: 4 }])).toEqual(RIGHT)
    expect(read([...heads, ['1', '2', '3', '4', '5', '6'], ...people], DATED)).toEqual(RIGHT)
  })
  it('出生年 | 出生月 beside one another are one', () => {
    expect(read([['姓名', '单位', '编制类型', '出生年', '出生月', '电话'], ...people], DATED)).toEqual(RIGHT)
  })
  it('years and months of anything else stay apart', () => {
    const counts = people.map((row) => [...row.slice(0, 3), '3', '14', row[5] ?? null])
    const heads: Rows = [['姓名', '单位', '编制类型', '工作年', '工作月', '电话']]
    expect(read([...heads, ...counts], DATED)).toEqual(['许小芹  13900001111', '郑大同  13900002222'])
  })
})

it('words under heads that go on to the right without a merged cell are heads', () => {
  const rows: Rows = [
    ['姓名', '单位', '编制性质', null],
    [null, null, '行政编制', '事业编制'],
    ['许小芹', '党政办公室', '√', null],
    ['郑大同', '财政所', null, '√'],
  ]
  expect(read(rows)).toEqual(['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'])
})

it('a text over the whole of a table is its title, whatever its words have in common with a head', () => {
  const rows: Rows = [
    ['单位：云溪乡', null, '2026年10月31日'],
    ['【武装部】人员名单', null, null],
    ['姓名', '编制类型', '电话'],
    ['许小芹', '行政编制', '13900001111'],
  ]
  expect(read(rows)).toEqual(['许小芹 武装部 行政编制'])
})

describe('titles of tables and headings within them', () => {
  const table = (title: string, heading: string, name: string): Rows => [
    [title],
    ['姓名', '电话'],
    [heading],
    [name, '1'],
  ]
  it('a heading numbered as the title over its table is lies within it', () => {
    expect(
      read([...table('1.财政所', '1.事业编制', '许小芹'), ...table('1.党政办公室名单', '1.行政编制', '郑大同')]),
    ).toEqual(['许小芹 财政所 事业编制', '郑大同 党政办公室 行政编制'])
  })
  it('the 编制 of a title goes on over its offices, and ends with the next title', () => {
    expect(
      read([
        ...table('一、行政编制花名册', '【武装部】：1人', '许小芹'),
        ...table('二、事业人员名单', '【财政所】', '郑大同'),
      ]),
    ).toEqual(['许小芹 武装部 行政', '郑大同 财政所 事业'])
  })
  it('the 编制 of one office is not that of the next', () => {
    const rows: Rows = [
      ['财政所'],
      ['事业编制人员'],
      ['姓名', '电话'],
      ['许小芹', '1'],
      ['党政办公室'],
      ['姓名', '电话'],
      ['郑大同', '1'],
    ]
    expect(read(rows)).toEqual([expect.stringContaining('编制类型')])
  })
  it.each(['第一部分 财政所', '财政所——1人', '财政所：1人', '『财政所』花名册'])('%s names 财政所', (title) =>
    expect(read([['姓名', '编制类型'], [title], ['许小芹', '事业编制']])).toEqual(['许小芹 财政所 事业编制']),
  )
  it('事业编制：6人 is a heading of people and no approved number', () => {
    const rows: Rows = [['姓名', '单位', '电话'], ['事业编制：1人'], ['许小芹', '财政所', '1']]
    expect(read(rows)).toEqual(['许小芹 财政所 事业编制'])
  })
})

describe('pages', () => {
  const HEAD = ['姓名', '单位', '编制类型']
  it('〃 at the top of a page repeats the last row of the page before', () => {
    expect(read([HEAD, ['许小芹', '财政所', '事业编制'], HEAD, ['郑大同', '〃', '同上']])).toEqual([
      '许小芹 财政所 事业编制',
      '郑大同 财政所 事业编制',
    ])
  })
  it('a merged cell goes on overleaf as a blank; a blank elsewhere is asked about', () => {
    const first: Rows = [HEAD, ['许小芹', '财政所', '事业编制'], ['郑大同', null, '事业编制']]
    const merged = [{ top: 1, left: 1, bottom: 2, right: 1 }]
    expect(read([...first, HEAD, ['贺春生', null, '事业编制']], undefined, merged)).toEqual([
      '许小芹 财政所 事业编制',
      '郑大同 财政所 事业编制',
      '贺春生 财政所 事业编制',
    ])
    expect(read([...first, ['贺春生', null, '事业编制']], undefined, merged)).toEqual([expect.stringContaining('单位')])
  })
  it('the title again with the number of its page is nobody, though it could be a name', () => {
    expect(
      read([
        ['云溪乡名单'],
        HEAD,
        ['许小芹', '财政所', '事业编制'],
        ['云溪乡名单', null, '第2页'],
        HEAD,
        ['郑大同', '财政所', '事业编制'],
      ]),
    ).toEqual(['许小芹 财政所 事业编制', '郑大同 财政所 事业编制'])
  })
})

describe('heads', () => {
  const fieldOf = (text: string) => matchHeader('roster', [text])?.field ?? null
  it.each(['纳编时间', '编制落实时间', '何时入编', '上编年月', '正式入编日期'])(
    '%s is when somebody took the seat',
    (text) => expect(fieldOf(text)).toBe('enteredOn'),
  )
  it.each(['编制核定时间', '出编时间', '退编日期', '核编时间', '编制文件批复时间'])('%s is not', (text) =>
    expect(fieldOf(text)).not.toBe('enteredOn'),
  )
  it('a head of two facts gives both, each where it fits', () => {
    const rows: Rows = [
      ['姓名', '性别、民族', '参加工作/入党时间', '政治面貌学历'],
      ['许小芹', '女/汉族', '2008.07/2011.06', '中共党员大学本科'],
      ['郑大同', '苗族 男', '2010.08', '群众、大专'],
    ]
    const sheet = sheetOf(
      rows.map((row, at) => [...row, at === 0 ? '单位' : '财政所', at === 0 ? '编制类型' : '事业编制']),
    )
    const understood = understandWorkbook(workbookWith(sheet), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
    const told = understood.sheets[0]?.people.map(({ values }) =>
      ['sex', 'ethnicity', 'workStarted', 'partyJoined', 'politicalStatus', 'education'].map((field) =>
        shownText(values.get(field)?.cell),
      ),
    )
    expect(told).toEqual([
      ['女', '汉族', '2008.07', '2011.06', '中共党员', '大学本科'],
      ['男', '苗族', '', '', '群众', '大专'],
    ])
  })
})

it.each([
  ['2003.3（招录）', '2003-03'],
  ['2010年9月考入', '2010-09'],
  ['2003.08至今', '2003-08'],
  ['自2012年3月起', '2012-03'],
  ['2001年7月（军转安置）', '2001-07'],
])('%s is a day with words around it', (text, value) => {
  expect(readMonthOrDate(text, true)).toEqual({ kind: 'value', value })
})

it.each(['1985.6（农历）', '2003.3-2005.6', '预计2027.3'])('%s is no such day', (text) =>
  expect(readMonthOrDate(text, true).kind).toBe('refused'),
)

describe('what stands over people without being of them', () => {
  const HEAD = ['职务', '姓名']
  it('a heading with two 编制 gives neither, whatever a paragraph above speaks of', () => {
    const rows: Rows = [
      ['根据有关规定，现将名单予以公示。截至今日，事业编制（差额补贴）4名，实有3名，请监督。'],
      HEAD,
      ['1、党政办公室（行政编制6名，实有5名；机关工勤编制2名，实有1名）'],
      ['主任', '许小芹'],
      ['驾驶员', '郑大同'],
    ]
    expect(read(rows)).toEqual([expect.stringContaining('编制类型')])
  })
})

describe('people beside approved numbers', () => {
  const rows: Rows = [
    ['机构名称', '编制类型', '人员编制', '实有人员名单', '批准文号'],
    ['党政办公室', '行政编制', '5', '主任：许小芹；工作人员：郑大同、贺春生', '云编〔2024〕1号'],
    ['财政所', '事业编制', '3', '所长：栾守信；会计：宓立诚', '云编〔2024〕1号'],
  ]
  const raw = workbookWith(sheetOf(rows))
  const book = { ...EMPTY_BOOK, township: '云溪乡' }
  it('are asked about, and come in with the office, the 编制 and the post the cell gives', () => {
    const [question, ...more] = understandWorkbook(raw, { book }).questions
    expect([question?.suggested, more]).toEqual(['names', []])
    const { sheets, questions } = understandWorkbook(raw, { book, answers: { [question?.id ?? '']: 'names' } })
    const told = sheets.flatMap(({ people }) =>
      people.map(({ values }) =>
        ['name', 'unit', 'category', 'post']
          .map((field) => shownText(values.get(field)?.cell))
          .join(' ')
          .trim(),
      ),
    )
    expect([told, questions.length, sheets[0]?.quotas.length]).toEqual([
      [
        '许小芹 党政办公室 行政编制 主任',
        '郑大同 党政办公室 行政编制',
        '贺春生 党政办公室 行政编制',
        '栾守信 财政所 事业编制 所长',
        '宓立诚 财政所 事业编制 会计',
      ],
      0,
      2,
    ])
  })
  it('stay out on her word', () => {
    const id = understandWorkbook(raw, { book }).questions[0]?.id ?? ''
    expect(understandWorkbook(raw, { book, answers: { [id]: '-' } }).sheets[0]?.people).toEqual([])
  })
})

it('the office where somebody is employed has many words', () => {
  const fieldOf = (text: string) => matchHeader('roster', [text])?.field ?? null
  expect(['用工科室', '用人部门', '使用单位', '服务科室', '岗位所在部门'].map(fieldOf)).toEqual(
    Array.from({ length: 5 }, () => 'unit'),
  )
})
