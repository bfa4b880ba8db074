import { expect, it } from 'vitest'
import type { RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import { EMPTY_BOOK, type KnownBook } from '../../../electron/domain/table/known-book.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { inventedId } from '../../kit/people.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

/* Layouts of a township's own drawers: beside, below and over one another, with words that are nobody. */

const ids = Array.from({ length: 9 }, (_, index) => inventedId(`198${index}-03-0${index + 1}`))
const id = (at: number) => ids[at] ?? ''
const KEYS = ['name', 'unit', 'category'] as const
const read = (sheets: readonly RawSheet[], options: UnderstandOptions = {}, fields: readonly string[] = KEYS) => {
  const understood = understandWorkbook(workbookWith(...sheets), options)
  const of = (kind: 'people' | 'quotas', wanted: readonly string[]) =>
    understood.sheets.flatMap((sheet) =>
      sheet[kind].map(({ values }) => wanted.map((field) => shownText(values.get(field)?.cell).trim())),
    )
  return { ...understood, people: of('people', fields), quotas: of('quotas', ['unit', 'category', 'amount']) }
}
const bookOf = (
  township: string,
  units: readonly string[],
  people: Readonly<Record<string, string>> = {},
): KnownBook => ({
  ...EMPTY_BOOK,
  units,
  township,
  hasNumber: (number) => Object.hasOwn(people, number),
  countOf: (name, unit) => (unit === null && Object.values(people).includes(name) ? 1 : 0),
})

it('a table of offices beside the people on the same rows is read as one, and gives nobody an office', () => {
  const { people, quotas, questions } = read([
    sheetOf([
      ['单位', '姓名', '编制类型', '身份证号', '', '机构名称', '编制类型', '核定编制数', '批准文号'],
      ['党政办公室', '王芳', '行政编制', id(0), '', '党政办公室', '行政编制', '6', '云编〔2021〕7号'],
      ['党政办公室', '李雷', '行政编制', id(1), '', '财政所', '事业编制', '4', '云编〔2021〕7号'],
      ['财政所', '韩梅', '事业编制', id(2)],
    ]),
  ])
  expect(questions).toEqual([])
  expect(people).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '党政办公室', '行政编制'],
    ['韩梅', '财政所', '事业编制'],
  ])
  expect(quotas).toEqual([
    ['党政办公室', '行政编制', '6'],
    ['财政所', '事业编制', '4'],
  ])
})

it('labels with their values above the people give the office, its 编制 and its approved number', () => {
  const { people, quotas } = read([
    sheetOf([
      ['机构名称', '财政所', '批准文号', '云编〔2021〕7号'],
      ['编制类型', '事业编制', '核定编制数', '4'],
      ['姓名', '身份证号', '职务', ''],
      ['王芳', id(0), '所长', ''],
    ]),
  ])
  expect(people).toEqual([['王芳', '财政所', '事业编制']])
  expect(quotas).toEqual([['财政所', '事业编制', '4']])
})

it('numbers of offices are read as they are written, and what is no number is not lost', () => {
  const { quotas } = read([
    sheetOf([
      ['依据云编〔2021〕7号'],
      ['机构名称', '核定行政编制', '核定事业编制'],
      ['党政办公室', '9名', '/'],
      ['财政所', '无', '十二'],
      ['林业站', '', '见附件'],
      ['水利站', '０', '7（含2名专技）'],
    ]),
  ])
  expect(quotas).toEqual([
    ['党政办公室', '行政编制', '9名'],
    ['财政所', '事业编制', '十二'],
    ['林业站', '事业编制', '见附件'],
    ['水利站', '事业编制', '7（含2名专技）'],
  ])
})

it('a sheet of numbers without a 文号 asks for it once', () => {
  const rows = [
    ['机构名称', '编制类型', '核定编制数'],
    ['党政办公室', '行政编制', '6'],
    ['财政所', '事业编制', '4'],
  ]
  const { questions } = read([sheetOf(rows)])
  expect(questions.map(({ rows: asked }) => asked)).toEqual([[2, 3]])
  const known = {
    ...bookOf('云溪乡', ['党政办公室', '财政所']),
    quotasOf: (unit: string) =>
      new Map(unit === '财政所' ? [['institution', 4] as const] : [['administrative', 6] as const]),
  }
  expect(read([sheetOf(rows)], { book: known }).questions).toEqual([])
  const answers = { [questions[0]?.id ?? '']: '云编〔2021〕7号' }
  const { sheets, questions: open } = read([sheetOf(rows)], { answers })
  expect(open).toEqual([])
  expect(sheets[0]?.quotas.map(({ values }) => shownText(values.get('document')?.cell))).toEqual([
    '云编〔2021〕7号',
    '云编〔2021〕7号',
  ])
})

it('空缺, 待招聘 and 拟录用2名 are seats without anybody; another odd word is asked about', () => {
  const rows = [
    ['单位', '姓名', '编制类型', '职务'],
    ['财政所', '王芳', '事业编制', '所长'],
    ['财政所', '（空缺）', '事业编制', '科员'],
    ['财政所', '待招聘', '事业编制', '科员'],
    ['财政所', '拟录用2名', '事业编制', '科员'],
    ['财政所', '编办统筹', '事业编制', '科员'],
  ]
  const { people, questions } = read([sheetOf(rows)])
  expect(questions.map(({ text, suggested }) => [text.slice(0, 11), suggested])).toEqual([
    ['姓名里写着“编办统筹”', '-'],
  ])
  expect(people.map(([name]) => name)).toEqual(['王芳', '编办统筹'])
  const { people: left } = read([sheetOf(rows)], { answers: { 'oddName:编办统筹': '-' } })
  expect(left.map(([name]) => name)).toEqual(['王芳'])
})

it('people of another township are asked about and never taken in unasked', () => {
  const rows = [
    ['乡镇', '办公室', '姓名', '编制类型', '身份证号'],
    ['石桥镇', '党政办公室', '李雷', '行政编制', id(0)],
    ['云溪乡', '党政办公室', '王芳', '行政编制', id(1)],
  ]
  const book = bookOf('云溪乡', [])
  const { questions } = read([sheetOf(rows)], { book })
  expect(questions.map(({ rows: asked, suggested }) => [asked, suggested])).toEqual([[[2], '-']])
  const answers = { 'foreign:石桥镇': '-' }
  expect(read([sheetOf(rows)], { book, answers }).people).toEqual([['王芳', '党政办公室', '行政编制']])
})

it('村镇建设中心 and 城乡办 name no township', () => {
  const { questions } = read(
    [
      sheetOf([
        ['单位', '姓名', '编制类型', '身份证号'],
        ['村镇建设服务中心', '李雷', '事业编制', id(0)],
        ['城乡统筹办公室', '王芳', '行政编制', id(1)],
        ['美丽乡村建设办公室', '韩梅', '行政编制', id(2)],
      ]),
    ],
    { book: bookOf('云溪乡', []) },
  )
  expect(questions).toEqual([])
})

it('a party branch is nobody’s office', () => {
  const { people } = read([
    sheetOf([
      ['姓名', '所在党支部', '身份证号', '入党时间'],
      ['王芳', '机关第一党支部', id(0), '2009.08'],
      ['李雷', '机关第二党支部', id(1), '2011.07'],
    ]),
  ])
  expect(people.map(([, unit]) => unit)).toEqual(['', ''])
})

it('an unknown office over people the book has elsewhere is asked about', () => {
  const rows = [
    ['单位', '姓名', '编制类型', '身份证号'],
    ['农业农村办公室', '王芳', '行政编制', id(0)],
  ]
  const book = bookOf('云溪乡', ['党政办公室'], { [id(0)]: '王芳' })
  const { questions } = read([sheetOf(rows)], { book })
  expect(questions.map(({ id: asked, suggested }) => [asked, suggested])).toEqual([['unitMove:农业农村办公室', '=']])
  expect(read([sheetOf(rows)], { book, answers: { 'unitMove:农业农村办公室': '=' } }).people).toEqual([
    ['王芳', '', '行政编制'],
  ])
})

it('续表: a second table of the same people holds the rest of their columns', () => {
  const { people, questions } = read(
    [
      sheetOf([
        ['云溪乡工作人员花名册'],
        ['姓名', '单位', '编制类型', '身份证号'],
        ['王芳', '党政办公室', '行政编制', id(0)],
        ['李雷', '财政所', '事业编制', id(1)],
        [],
        ['云溪乡工作人员花名册（续表）'],
        ['姓名', '入编时间', '现任职务'],
        ['王芳', '2009.08', '主任'],
        ['李雷', '2012.03', '所长'],
      ]),
    ],
    {},
    ['name', 'unit', 'enteredOn', 'post'],
  )
  expect(questions).toEqual([])
  expect(people).toEqual([
    ['王芳', '党政办公室', '2009.08', '主任'],
    ['李雷', '财政所', '2012.03', '所长'],
  ])
})

it('two rows a person: of two 学历 the higher counts, of two posts both', () => {
  const { people } = read(
    [
      sheetOf([
        ['姓名', '单位', '编制类型', '身份证号', '学历', '职务'],
        ['王芳', '财政所', '事业编制', id(0), '大专', '所长'],
        ['', '', '', '', '本科', ''],
        ['李雷', '财政所', '事业编制', id(1), '本科', '会计'],
      ]),
    ],
    {},
    ['name', 'education'],
  )
  expect(people).toEqual([
    ['王芳', '本科'],
    ['李雷', '本科'],
  ])
})

it('改革前 and 改革后: what was before gives nothing', () => {
  const { people, questions } = read([
    sheetOf([
      ['姓名', '身份证号', '改革前', '改革前', '改革后', '改革后'],
      ['', '', '单位', '编制类型', '单位', '编制类型'],
      ['王芳', id(0), '水利站', '事业编制', '党政办公室', '行政编制'],
      ['李雷', id(1), '林业站', '事业编制', '党政办公室', '行政编制'],
    ]),
  ])
  expect(questions).toEqual([])
  expect(people.map(([, unit, category]) => [unit, category])).toEqual([
    ['党政办公室', '行政编制'],
    ['党政办公室', '行政编制'],
  ])
})

it('headings that name the head of an office, and lines 单位名称（公章）, give the office alone', () => {
  const { people, questions } = read([
    sheetOf([
      ['姓名', '编制类型', '身份证号'],
      ['党政办公室　负责人：王芳　分管领导：赵六'],
      ['王芳', '行政编制', id(0)],
      ['单位名称（公章）：云溪司法所'],
      ['李雷', '政法专项编制', id(1)],
    ]),
  ])
  expect(questions).toEqual([])
  expect(people.map(([name, unit]) => [name, unit])).toEqual([
    ['王芳', '党政办公室'],
    ['李雷', '云溪司法所'],
  ])
})

it('what stands behind a name and in a column of states is read as a remark', () => {
  const { people, questions } = read(
    [
      sheetOf([
        ['姓名', '单位', '编制类型', '身份证号', '在岗情况'],
        ['王芳', '财政所', '事业编制', id(0), '借调县委办'],
        ['李雷（2026年3月调出）', '财政所', '事业编制', id(1), '在岗'],
        ['韩梅（大）', '财政所', '事业编制', id(2), '在岗'],
      ]),
    ],
    {},
    ['name', 'remark'],
  )
  expect(people).toEqual([
    ['王芳', '借调县委办'],
    ['李雷', '2026年3月调出'],
    ['韩梅（大）', ''],
  ])
  expect(questions.map(({ kind, rows }) => [kind, rows])).toEqual([['remark', [3]]])
})

it('编外 without a word for how is one question for the group, and so are several blank 编制', () => {
  const { questions } = read([
    sheetOf([
      ['姓名', '单位', '身份证号'],
      ['一、行政编制'],
      ['王芳', '党政办公室', id(0)],
      ['二、编外人员'],
      ['李雷', '党政办公室', id(1)],
      ['韩梅', '党政办公室', id(2)],
    ]),
  ])
  expect(questions.map(({ rows }) => rows)).toEqual([[5, 6]])
  const { questions: blank } = read([
    sheetOf([
      ['姓名', '单位', '编制类型', '身份证号'],
      ['王芳', '党政办公室', '行政编制', id(0)],
      ['李雷', '党政办公室', '', id(1)],
      ['韩梅', '党政办公室', '', id(2)],
    ]),
  ])
  expect(blank.map(({ kind, rows }) => [kind, rows])).toEqual([['blankCategory', [3, 4]]])
})

it('a table of loans: who is lent out keeps their 编制, a guest is one', () => {
  const book = bookOf('云溪乡', ['党政办公室'], { [id(0)]: '王芳' })
  const { people } = read(
    [
      sheetOf([
        ['借调人员情况表'],
        ['姓名', '身份证号', '派出单位', '借用单位', '借调时间'],
        ['王芳', id(0), '云溪乡党政办公室', '县委组织部', '2025.03'],
        ['李雷', id(1), '县水利局', '党政办公室', '2026.01'],
      ]),
    ],
    { book },
    ['name', 'unit', 'category', 'remark'],
  )
  expect(people).toEqual([
    ['王芳', '党政办公室', '', '借调到县委组织部（2025.03起）'],
    ['李雷', '党政办公室', '借入', '借自县水利局'],
  ])
})

it('a heading in another language and 承前页 are nobody', () => {
  const { people, questions } = read([
    sheetOf([
      ['单位', '姓名', '编制类型', '身份证号'],
      ['Department', 'Name', 'Type', 'ID Number'],
      ['财政所', '王芳', '事业编制', id(0)],
      ['', '过次页', '', ''],
      ['', '承前页', '', ''],
      ['财政所', '李雷', '事业编制', id(1)],
    ]),
  ])
  expect([people.length, questions]).toEqual([2, []])
})

it('a heading alone at the left of two sides, merged or not, heads both', () => {
  const rows = [
    ['姓名', '编制类型', '姓名', '编制类型'],
    ['党政办公室', null, null, null],
    ['许小芹', '行政编制', '郑大同', '行政编制'],
    ['财政所', null, null, null],
    ['林知远', '事业编制', '韩小梅', '事业编制'],
  ]
  const read = understandWorkbook(workbookWith(sheetOf(rows)), { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const people = read.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) => ['name', 'unit'].map((field) => shownText(values.get(field)?.cell)).join(' ')),
  )
  expect(people.toSorted()).toEqual(
    ['许小芹 党政办公室', '郑大同 党政办公室', '林知远 财政所', '韩小梅 财政所'].toSorted(),
  )
})
