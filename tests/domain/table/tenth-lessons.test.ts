import { expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { shownText, type RawCell, type RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* What programs hand out: questionnaires, lists of codes beside the list of people, names in two columns, what was found beside what was told. */

type Rows = readonly (readonly RawCell[])[]
const ids = ['1985-06-16', '1979-02-11', '1990-12-05'].map((day) => inventedId(day))
const id = (at: number) => ids[at] ?? ''

function read(
  sheets: readonly RawSheet[],
  fields: readonly string[] = ['name', 'unit', 'category'],
  answers: Answers = {},
) {
  const read = understandWorkbook(workbookWith(...sheets), { book: { ...EMPTY_BOOK, township: '云溪乡' }, answers })
  const people = read.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => fields.map((field) => shownText(values.get(field)?.cell)).join(' ')),
  )
  return { ...read, people, ids: read.questions.map((question) => question.id) }
}

const ASKED: Rows = [
  [
    '序号',
    '提交答卷时间',
    '1、您的姓名：',
    '2、您的身份证号码：',
    '3、您所在的站办所：',
    '4、请选择您的编制性质：',
    '5、您的手机号码：',
  ],
  ['1', '2026/11/10 9:10', '许小芹', id(0), '党政办公室', '行政编制', '13900001111'],
  ['2', '2026/11/10 9:20', '郑大同', id(1), '财政所', '事业编制', '13900002222'],
]

it('heads of a questionnaire are heads', () => {
  expect(read([sheetOf(ASKED)], ['name', 'unit', 'category', 'phone'])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制 13900001111', '郑大同 财政所 事业编制 13900002222'],
    ids: [],
  })
})

it('who stands twice in an office is one where both rows say the same, else one question which of them counts', () => {
  const [, , again = []] = ASKED
  const same = read([sheetOf([...ASKED, again.with(0, '3')])])
  expect([same.people.length, same.ids]).toEqual([2, []])
  expect(same.notes.join()).toContain('第 4 行和上面的某一行是同一个人')
  const other = [...ASKED, again.with(0, '3').with(6, '13900003333')]
  expect(read([sheetOf(other)])).toMatchObject({ ids: ['twice:郑大同:财政所'] })
  const phones = (answer: string) => read([sheetOf(other)], ['phone'], { 'twice:郑大同:财政所': answer }).people
  expect(phones('last')).toEqual(['13900001111', '13900003333'])
  expect(phones('first')).toEqual(['13900001111', '13900002222'])
})

it('codes that a sheet of the workbook lists are the words they stand for', () => {
  const people = sheetOf([
    ['姓名', '公民身份号码', '机构代码', '编制代码'],
    ['许小芹', id(0), '01', '1'],
    ['郑大同', id(1), '02', '2'],
  ])
  const codes = (rows: Rows) => sheetOf(rows, { name: '代码表' })
  const list = codes([
    ['机构代码', '机构名称', null, '编制代码', '编制类型'],
    ['01', '党政办公室', null, '1', '行政编制'],
    ['02', '财政所', null, '2', '事业编制'],
  ])
  expect(read([people, list])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制', '郑大同 财政所 事业编制'],
    ids: [],
  })
  // A code the list does not have makes the column none of it.
  const short = codes([
    ['编制代码', '编制类型'],
    ['1', '行政编制'],
    ['3', '事业编制'],
  ])
  expect(read([people, short]).ids).not.toEqual([])
})

it('姓 and 名 in two columns are one name', () => {
  const rows = [
    ['序号', '姓', '名', '工作部门', '编制类别', '身份证号'],
    ['1', '许', '小芹', '党政办公室', '行政编制', id(0)],
    ['2', '欧阳', '大同', '财政所', '事业编制', id(1)],
  ]
  expect(read([sheetOf(rows)])).toMatchObject({
    people: ['许小芹 党政办公室 行政编制', '欧阳大同 财政所 事业编制'],
    ids: [],
  })
})

it('认定 below a head is the fact, 原填 is not; 列编时间 goes before 进入本单位时间; 服务岗位 is a post', () => {
  const rows = [
    ['姓名', '单位', '编制', '最高学历', '最高学历', '进入本单位时间', '列编时间', '服务岗位'],
    [null, null, null, '原填', '认定', null, null, null],
    ['许小芹', '财政所', '事业编制', '普通高中', '大学本科', '2016-01', '2002-04', '会计'],
  ]
  const merges = [0, 1, 2, 5, 6, 7].map((left) => ({ top: 0, left, bottom: 1, right: left }))
  expect(read([sheetOf(rows, { merges })], ['name', 'education', 'enteredOn', 'post']).people).toEqual([
    '许小芹 大学本科 2002-04 会计',
  ])
})
