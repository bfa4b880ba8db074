import { describe, expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* What saves paper: one letter for a long word with a note below, and two rows a person. */

type Rows = readonly (readonly RawCell[])[]
const id = (at: number) => inventedId(['1985-06-16', '1979-02-11', '1990-12-05'][at] ?? '1988-03-09')

function read(rows: Rows, fields: readonly string[]) {
  const found = understandWorkbook(workbookWith(sheetOf(rows)), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const people = found.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => fields.map((field) => shownText(values.get(field)?.cell)).join(' ')),
  )
  return { people, asked: found.questions.map((question) => question.id) }
}

const LETTERS: Rows = [
  ['姓名', '身份', '身份证号', '单位'],
  ['许小芹', '行', id(0), '党政办公室'],
  ['郑大同', '事', id(1), '农业服务中心'],
  ['白露', '勤', id(2), '党政办公室'],
]
const NOTE = '注：行—行政编制　事—事业编制　勤—机关工勤编制'

describe('a note that says what short words mean', () => {
  it.each([
    [NOTE],
    ['行：行政编制，事：事业编制，勤：机关工勤编制。'],
    ['说明：行=行政编制；事=事业编制；勤=机关工勤编制'],
  ])('%s', (note) => {
    expect(read([...LETTERS, [note, null, null, null]], ['name', 'category'])).toEqual({
      people: ['许小芹 行政编制', '郑大同 事业编制', '白露 机关工勤编制'],
      asked: [],
    })
  })

  it('changes nothing where the column holds other words too, or nobody explains them', () => {
    const other = LETTERS.map((row, at) => (at === 2 ? row.with(1, '待定') : row))
    const { people } = read([...other, [NOTE, null, null, null]], ['name', 'category'])
    expect(people).not.toContain('许小芹 行政编制')
    expect(read(LETTERS, ['name', 'category']).people).not.toContain('许小芹 行政编制')
  })
})

const FOLDED: Rows = [
  ['在编人员简册', null, null, null],
  ['序号', '姓名', '性别', '民族'],
  [null, '身份证号', '单位', '编制'],
  ['1', '许小芹', '女', '汉族'],
  [null, id(0), '党政办公室', '行政编制'],
  ['2', '郑大同', '男', '畲族'],
  [null, id(1), '农业服务中心', '事业编制'],
]
const FIELDS = ['name', 'idNumber', 'sex', 'ethnicity', 'unit', 'category']

describe('two rows a person', () => {
  const people = [`许小芹 ${id(0)} 女 汉族 党政办公室 行政编制`, `郑大同 ${id(1)} 男 畲族 农业服务中心 事业编制`]

  it('are one person, and the lines below the last are none', () => {
    expect(read(FOLDED, FIELDS)).toEqual({ people, asked: [] })
    expect(read([...FOLDED, ['填表人：', null, null, null]], FIELDS)).toEqual({ people, asked: [] })
  })

  it('are not made of a head of two rows over one row each', () => {
    const one: Rows = [
      ['序号', '姓名', '性别', '民族'],
      [null, '身份证号', '单位', '编制'],
      ['1', '许小芹', '女', '汉族'],
      ['2', '郑大同', '男', '畲族'],
    ]
    expect(read(one, ['name', 'sex']).people).not.toContain('许小芹 郑大同')
    // Someone with one row among people with two: nothing is folded, nobody is lost without a word.
    const mixed = [...FOLDED.slice(0, 5), ['2', '郑大同', id(1), '事业编制'], ...FOLDED.slice(5)]
    const found = read(mixed, FIELDS)
    expect(found.people.includes(people[0] ?? '') && found.asked.length === 0).toBe(false)
  })
})

it('a village alone in a row ends the office above on both sides of a page', () => {
  const rows: Rows = [
    ['姓名', '职务', '姓名', '职务'],
    ['财政所', null, null, null],
    ['许小芹', '所长', '郑大同', '会计'],
    ['石门村', null, null, null],
    ['白露', '村支部书记', '卫兰', '村会计'],
  ]
  const found = understandWorkbook(workbookWith(sheetOf(rows)), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const placed = found.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => `${shownText(values.get('name')?.cell)} ${shownText(values.get('unit')?.cell)}`),
  )
  expect(placed).toEqual(['许小芹 财政所', '白露 ', '郑大同 财政所', '卫兰 '])
  const question = found.questions.find((one) => one.id === 'sectionUnit:*:石门村')
  // Its people hold no 编制 of the township: leaving them out is what is proposed.
  expect(question?.suggested).toBe('-')
})
