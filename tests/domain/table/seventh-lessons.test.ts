import { describe, expect, it } from 'vitest'
import { askGoneList } from '../../../electron/domain/table/ask-gone-list.ts'
import { categoryInTitle } from '../../../electron/domain/table/category-words.ts'
import { monthIn } from '../../../electron/domain/table/choose-sheets.ts'
import { matchHeader } from '../../../electron/domain/table/header-match.ts'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import { createQuestionDesk } from '../../../electron/domain/table/question-desk.ts'
import { shownText, type RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import type { Answers } from '../../../electron/domain/table/table-types.ts'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'
import { inventedId } from '../../kit/people.ts'

/* Words and layouts of offices nobody had seen: what is certain is read, what is not is asked. */

type Rows = readonly (readonly (string | null)[])[]
function read(sheets: Readonly<Record<string, Rows>>, answers: Answers = {}) {
  const raw = workbookWith(...Object.entries(sheets).map(([name, rows]): RawSheet => sheetOf(rows, { name })))
  const understood = understandWorkbook(raw, { answers, book: { ...EMPTY_BOOK, township: '云溪乡' } })
  return {
    people: understood.sheets.flatMap(({ people }) =>
      people.map(({ values }) =>
        ['name', 'unit', 'category'].map((field) => shownText(values.get(field)?.cell)).join(' '),
      ),
    ),
    asked: understood.questions.map(({ id, suggested }) => [id, suggested]),
    questions: understood.questions,
    notes: understood.notes,
  }
}

describe('lists of people who have left', () => {
  const asks = (title: string) => {
    const desk = createQuestionDesk({})
    const reading = { source: { name: '表' }, titles: [title], columns: [] } as never
    askGoneList([{ row: 1 } as never], reading, { key: '*', desk })
    return desk.open().length === 1
  }
  it.each(['云溪乡退休干部人事档案目录', '离退休职工健康体检安排', '退休人员慰问名单', '离休干部信息', '退休人员名册'])(
    '%s is asked about',
    (title) => expect(asks(title)).toBe(true),
  )
  it.each(['在职和退休人员花名册', '离退休干部管理办公室人员', '到龄退休人员名册', '退休人员服务中心花名册'])(
    '%s is of people in post',
    (title) => expect(asks(title)).toBe(false),
  )
})

it('years order lists as months do, and a year stands before its months', () => {
  expect(['2024年', '2026年度名册', '2026年3月', '3月', '名册'].map(monthIn)).toEqual([202400, 202600, 202603, 3, 0])
  const list = (...names: readonly string[]): Rows => [
    ['姓名', '单位', '编制类型'],
    ...names.map((name) => [name, '财政所', '事业编制']),
  ]
  const { asked } = read({
    '2024年': list('许小芹', '郑大同', '贺春生', '栾守信'),
    '2026年': list('许小芹', '郑大同', '贺春生'),
  })
  expect(asked.map(([, suggested]) => suggested)).toEqual(['2026年'])
})

it('the name a system gives a field is no part of its head', () => {
  const fieldOf = (text: string) => matchHeader('roster', [text])?.field ?? null
  expect(['职务名称\nZWMC', '职务名称（ZWMC）', 'A0101姓名', 'AAC003 姓名', '职务名称'].map(fieldOf)).toEqual([
    'post',
    'post',
    'name',
    'name',
    'post',
  ])
})

it.each([
  ['云溪乡2025年度行政编制人员年度考核结果汇总表', '行政编制人员'],
  ['事业编制在编人员培训情况', '事业编制在编人员'],
  ['行政事业编制人员名册', null],
  ['行政编制人员和事业编制人员汇总', null],
  ['事业编制外人员名册', null],
  ['行政编制数核定表', null],
])('%s is of %j', (title, word) => expect(categoryInTitle(title)).toBe(word))

it('a line of labels over each block says its office, its 编制 and their number', () => {
  const block = (unit: string, funding: string, name: string): Rows => [
    [`聘用单位：${unit}`, null, `经费形式：${funding}`, '编制数：4'],
    ['序号', '姓名', '性别', '身份证号'],
    ['1', name, null, inventedId('1985-03-06')],
  ]
  const { people, questions } = read({
    表: [
      ['岗位聘用备案表', null, null, null],
      ...block('财政所', '全额拨款', '许小芹'),
      ...block('文化站', '差额补贴', '郑大同'),
    ],
  })
  expect(people).toEqual(['许小芹 财政所 事业编制（全额拨款）', '郑大同 文化站 事业编制（差额补贴）'])
  expect(questions).toEqual([])
})

it('a head of one 编制 in a numbered sheet, and 划入单位, are read', () => {
  const { people, asked } = read({
    附件1行政: [
      ['姓名', '划转前单位', '划入单位'],
      ['许小芹', '农业站', '财政所'],
    ],
  })
  expect([people.map((text) => text.split(' ').slice(0, 2)), asked]).toEqual([[['许小芹', '财政所']], []])
})

describe('a list to be checked, the same person on both sides of a row', () => {
  const HEAD = ['姓名', '身份证号', '机构', '编制类型']
  const one = (name: string, unit: string) => [name, inventedId('1985-03-06'), unit, '行政编制']
  const rows = (second: string): Rows => [
    [...HEAD, ...HEAD],
    [...one('许小芹', '党政综合办公室'), ...one('许小芹', '党政综合办公室')],
    ['郑大同', '财政所', second].flatMap((text, at, all) =>
      at === 0 ? [] : [all[0] ?? '', inventedId('1990-07-01'), text, '事业编制'],
    ),
  ]
  it('is one person where both say the same, and that is said', () => {
    const { people, asked, notes } = read({ 核对: rows('财政所') })
    expect([people, asked]).toEqual([['许小芹 党政综合办公室 行政编制', '郑大同 财政所 事业编制'], []])
    expect(notes.join()).toContain('左右两栏是同一个人')
  })
  it('is asked about where they differ, and the other side is no second post', () => {
    const open = read({ 核对: rows('便民服务中心') })
    const [question] = open.questions
    expect(question?.text).toContain('左右两栏都是郑大同')
    expect(read({ 核对: rows('便民服务中心') }, { [question?.id ?? '']: '便民服务中心' }).people).toEqual([
      '许小芹 党政综合办公室 行政编制',
      '郑大同 便民服务中心 事业编制',
    ])
    expect(read({ 核对: rows('便民服务中心') }, { [question?.id ?? '']: '-' }).people).toEqual([
      '许小芹 党政综合办公室 行政编制',
    ])
  })
})
