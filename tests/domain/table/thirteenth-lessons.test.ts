import { expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell, type RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Lists whose 编制 or office stands in a title, in a count, or on another sheet. */

const ids = ['1985-06-16', '1979-02-11', '1990-12-05'].map((day) => inventedId(day))
const id = (at: number) => ids[at] ?? ''

function read(sheets: readonly RawSheet[], fields: readonly string[] = ['name', 'unit', 'category']) {
  const read = understandWorkbook(workbookWith(...sheets), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const said = (values: ReadonlyMap<string, { readonly cell: RawCell }>, some: readonly string[]) =>
    some.map((field) => shownText(values.get(field)?.cell)).join(' ')
  return {
    ...read,
    people: read.sheets.flatMap(({ people }) => people.map(({ values }) => said(values, fields))),
    quotas: read.sheets.flatMap(({ quotas }) =>
      quotas.map(({ values }) => said(values, ['unit', 'category', 'amount'])),
    ),
    asked: read.questions.map((question) => question.id),
  }
}

it('on a list titled 编外 nobody is proposed a 编制', () => {
  const list = (title: string, last: string) => [
    [title],
    ['用人部门', '姓名', '身份证号', '就业形式'],
    ['党政办公室', '许小芹', id(0), '劳务派遣'],
    ['财政所', '郑大同', id(1), last],
  ]
  expect(read([sheetOf(list('编外用工人员花名册', '公益性岗位'))])).toMatchObject({
    people: ['许小芹 党政办公室 劳务派遣', '郑大同 财政所 公益性岗位'],
    asked: [],
  })
  const { questions } = read([sheetOf(list('编外用工人员花名册', '合同聘用'))])
  expect(questions).toMatchObject([{ id: 'value:category:合同聘用', suggested: '自聘' }])
  expect(questions[0]?.choices.map(({ value }) => value)).not.toContain('行政编制')
  // Without a word of how they are employed the question is which kind of 编外, and not which 编制.
  const bare = list('编外用工人员花名册', '').map((row) => row.slice(0, 3))
  expect(read([sheetOf(bare)]).questions[0]?.choices.map(({ value }) => value)).not.toContain('行政编制')
  const both = list('在编和编外人员花名册', '').map((row) => row.slice(0, 3))
  expect(read([sheetOf(both)]).questions[0]?.choices.map(({ value }) => value)).toContain('行政编制')
})

it('a number of seats that says its 编制 gives both, several to a cell as well', () => {
  const rows = (first: string) => [
    ['机构名称', '主要职责', '领导职数', '人员编制', '实有人数', '批准文号'],
    ['党政办公室', '负责综合协调。', '1名', first, '2名', '云编〔2021〕5号'],
    ['财政所', '负责财政。', '1名', '事业编制7名', '1名', '云编〔2021〕5号'],
  ]
  expect(read([sheetOf(rows('行政编制5名'))]).quotas).toEqual(['党政办公室 行政编制 5', '财政所 事业编制 7'])
  expect(read([sheetOf(rows('行政编制5名、机关工勤编制1名'))]).quotas).toEqual([
    '党政办公室 行政编制 5',
    '党政办公室 机关工勤编制 1',
    '财政所 事业编制 7',
  ])
})

it('a sheet with the offices and one with the 编制 of the same people are one list', () => {
  const offices = sheetOf(
    [
      ['姓名', '公民身份号码', '所在机构', '现任职务'],
      ['许小芹', id(0), '党政办公室', '主任'],
      ['郑大同', id(1), '财政所', '会计'],
    ],
    { name: '表1' },
  )
  const seats = (second: string) =>
    sheetOf(
      [
        ['公民身份号码', '姓名', '编制类型', '入编时间'],
        [id(1), '郑大同', '事业编制', '2012-06'],
        [second, second === id(0) ? '许小芹' : '贺春生', '行政编制', '2002-04'],
      ],
      { name: '表2' },
    )
  expect(read([offices, seats(id(0))], ['name', 'unit', 'category', 'enteredOn'])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制 2002-04', '郑大同 财政所 事业编制 2012-06'],
    asked: [],
  })
  // Half of them others: they are two lists, and each is asked for what it lacks.
  expect(read([offices, seats(id(2))]).asked.length).toBeGreaterThan(0)
})

it('the hints below the heads of a template are nobody', () => {
  const rows = [
    ['*姓名', '*证件号码', '*所在机构', '*编制类型', '*入编日期'],
    ['文本，不超过36字', '18位', '填机构全称', '下拉选择', '8位数字'],
    ['许小芹', id(0), '党政办公室', '1-行政编制', '20190501'],
    ['郑大同', id(1), '财政所', '3-事业编制', '19990201'],
  ]
  expect(read([sheetOf(rows)])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'],
    asked: [],
  })
})

it('许小芹兼任 is her second post', () => {
  const rows = [
    ['单位', '职务', '姓名', '编制'],
    ['党政办公室', '主任', '许小芹', '行政编制'],
    ['财政所', '负责人', '许小芹兼任', ''],
    ['财政所', '会计', '郑大同', '事业编制'],
  ]
  expect(read([sheetOf(rows)])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制', '许小芹（兼任） 财政所 ', '郑大同 财政所 事业编制'],
    asked: [],
  })
})
