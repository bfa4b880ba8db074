import { expect, it } from 'vitest'
import type { RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { shownText } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { inventedId } from '../../kit/people.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

const ids = Array.from({ length: 9 }, (_, index) => inventedId(`198${index}-03-0${index + 1}`))
const id = (at: number) => ids[at] ?? ''
const read = (sheets: readonly RawSheet[], options: UnderstandOptions = {}) => {
  const understood = understandWorkbook(workbookWith(...sheets), options)
  const people = understood.sheets.flatMap((sheet) =>
    sheet.people.map(({ values }) =>
      ['name', 'unit', 'category'].map((field) => shownText(values.get(field)?.cell).trim()),
    ),
  )
  return { ...understood, people }
}

it('people under 退休人员 or 已调出人员 are asked about although their rows still name a 编制', () => {
  const rows = [
    ['姓名', '单位', '编制类型', '身份证号'],
    ['王芳', '财政所', '事业编制', id(0)],
    ['二、退休人员'],
    ['李雷', '财政所', '事业编制', id(1)],
    ['三、已调出人员'],
    ['韩梅', '财政所', '事业编制', id(2)],
  ]
  const open = read([sheetOf(rows)])
  expect(open.questions.map(({ rows: asked, suggested }) => [asked, suggested])).toEqual([
    [[4], '-'],
    [[6], '-'],
  ])
  const answers = Object.fromEntries(open.questions.map((question) => [question.id, '-']))
  expect(read([sheetOf(rows)], { answers }).people).toEqual([['王芳', '财政所', '事业编制']])
})

it.each([
  ['云溪乡便民服务中心事业编制人员花名册', '事业编制'],
  ['便民服务中心-劳务派遣人员名单', '劳务派遣'],
  ['便民服务中心公益性岗位人员名册', '公益性岗位'],
])('a title of office and 编制 together gives both: %s', (title, category) => {
  const sheet = sheetOf([[title], ['职工姓名', '性别', '身份证号码'], ['王芳', '女', id(0)]])
  expect(read([sheet])).toMatchObject({ people: [['王芳', '便民服务中心', category]], questions: [] })
})

it('the place is the column that says so, and neither the one before nor the one somebody looks after', () => {
  const sheet = sheetOf([
    ['身份证号', '原工作单位', '姓名', '分管部门', '编制类型', '现所在站办所'],
    [id(0), '县水利局', '王芳', '财政所', '行政编制', '党政办公室'],
    [id(1), '县教育局', '李雷', '', '事业编制', '财政所'],
  ])
  expect(read([sheet]).people).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '财政所', '事业编制'],
  ])
})

it('ditto marks and blanks in one column both mean the value above', () => {
  const sheet = sheetOf([
    ['单位', '姓名', '编制类型', '身份证号'],
    ['党政办公室', '王芳', '行政编制', id(0)],
    ['〃', '李雷', '', id(1)],
    ['', '韩梅', '〃', id(2)],
    ['"', '赵六', '同上', id(3)],
    ['财政所', '钱七', '事业编制', id(4)],
    ['', '孙八', '', id(5)],
    ['', '周九', '〃', id(6)],
  ])
  const { people, questions } = read([sheet])
  expect(questions).toEqual([])
  expect(people.map(([, unit, category]) => `${unit} ${category}`)).toEqual([
    ...Array.from({ length: 4 }, () => '党政办公室 行政编制'),
    ...Array.from({ length: 3 }, () => '财政所 事业编制'),
  ])
})

it('rows of signatures and of how many records were exported are nobody', () => {
  const { people, questions } = read([
    sheetOf([
      ['姓名', '单位', '编制类型', '身份证号'],
      ['王芳', '财政所', '事业编制', id(0)],
      ['李雷', '财政所', '事业编制', id(1)],
      ['韩梅', '财政所', '事业编制', id(2)],
      ['共 3 条记录'],
      ['主要领导：符明哲', '审核人：景学礼', '填表人：詹素心', '联系电话：13900001234'],
    ]),
  ])
  expect(people.map(([name]) => name)).toEqual(['王芳', '李雷', '韩梅'])
  expect(questions).toEqual([])
})

it('of two rows of one person the one that says 兼 is a second post; two that say nothing stay', () => {
  const head = ['姓名', '单位', '职务', '编制类型', '身份证号']
  const second = read([
    sheetOf([
      head,
      ['王芳', '乡领导班子', '副乡长', '行政编制', id(0)],
      ['王芳', '财政所', '所长（兼）', '行政编制', id(0)],
    ]),
  ])
  expect(second.people).toEqual([
    ['王芳', '乡领导班子', '行政编制'],
    ['王芳（兼任）', '财政所', ''],
  ])
  const twice = read([
    sheetOf([head, ['王芳', '党政办公室', '主任', '行政编制', id(0)], ['王芳', '财政所', '所长', '行政编制', id(0)]]),
  ])
  expect(twice.people.map(([name]) => name)).toEqual(['王芳', '王芳'])
})

it('a title over a table of its own is held to its number', () => {
  const head = ['姓名', '编制类型', '身份证号']
  const { notes } = read([
    sheetOf([
      ['财政所（事业编制3名，实有2名）'],
      head,
      ['王芳', '事业编制', id(0)],
      ['党政办公室（编制4名，实有1名）'],
      head,
      ['李雷', '行政编制', id(1)],
    ]),
  ])
  expect(notes).toEqual([
    expect.stringContaining('写的是 2 人，下面列了 1 人'),
    expect.stringContaining('小标题里写着 2 个机构的核定编制，共 7 名，没有记进编制本'),
  ])
})

it('a heading of leavers holds for the offices named below it', () => {
  const { questions } = read([
    sheetOf([
      ['姓名', '编制类型', '身份证号'],
      ['二、退休人员'],
      ['1、财政所（事业编制）'],
      ['王芳', '事业编制', id(0)],
    ]),
  ])
  expect(questions.map(({ rows, suggested }) => [rows, suggested])).toEqual([[[4], '-']])
})

it.each([
  ['人员状态', '退休', '在职'],
  ['在岗情况', '已调出', '在岗'],
  ['变动情况', '2025年3月调出', ''],
  ['调出时间', '2025.03', ''],
])('a column %s that says somebody has left is asked about', (header, left, here) => {
  const rows = [
    ['姓名', '单位', '编制类型', '身份证号', header],
    ['王芳', '财政所', '事业编制', id(0), here],
    ['李雷', '财政所', '事业编制', id(1), left],
    ['韩梅', '财政所', '事业编制', id(2), here],
  ]
  const { questions } = read([sheetOf(rows)])
  expect(questions.map(({ rows: asked, suggested }) => [asked, suggested])).toEqual([[[3], '-']])
  const answers = Object.fromEntries(questions.map((question) => [question.id, '-']))
  expect(read([sheetOf(rows)], { answers }).people.map(([name]) => name)).toEqual(['王芳', '韩梅'])
})

it('of a whole list and its parts the whole counts where they agree, and is suggested where they do not', () => {
  const head = ['姓名', '单位', '编制类型', '身份证号']
  const rows = [
    ['王芳', '财政所', '事业编制', id(0)],
    ['李雷', '财政所', '事业编制', id(1)],
    ['韩梅', '党政办公室', '行政编制', id(2)],
    ['赵六', '党政办公室', '行政编制', id(3)],
  ]
  const part = (name: string, some: readonly string[][]) => ({ ...sheetOf([head, ...some]), name })
  const whole = part('全乡', rows)
  const agreed = read([whole, part('财政所', rows.slice(0, 2)), part('党政办公室', rows.slice(2))])
  expect([agreed.questions, agreed.people.map(([name]) => name)]).toEqual([[], ['王芳', '李雷', '韩梅', '赵六']])
  expect(agreed.notes).toEqual(['“财政所”、“党政办公室”是“全乡”里的同一批人，内容一致，只导入一次。'])
  const moved = ['赵六', '林业站', '行政编制', id(3)]
  const { questions } = read([whole, part('财政所', rows.slice(0, 2)), part('其余', [rows[2] ?? [], moved])])
  expect(questions.map(({ kind, suggested }) => [kind, suggested])).toEqual([['which', '全乡']])
})

it.each([
  ['二、借用人员', '行政编制'],
  ['二、挂职干部', '行政编制'],
  ['二、编外人员', '事业编制'],
])('people under %s whose own cell names a 编制 are asked about, not taken for own staff', (heading, category) => {
  const rows = [
    ['姓名', '单位', '编制类型', '身份证号'],
    ['王芳', '党政办公室', category, id(0)],
    [heading],
    ['李雷', '党政办公室', category, id(1)],
  ]
  const { questions } = read([sheetOf(rows)])
  expect(questions.map(({ rows: asked, suggested }) => [asked, suggested])).toEqual([[[4], '-']])
  const answers = Object.fromEntries(questions.map((question) => [question.id, '-']))
  expect(read([sheetOf(rows)], { answers }).people.map(([name]) => name)).toEqual(['王芳'])
})

it('在编人员 over rows that name their 编制 asks nothing (control)', () => {
  const rows = [['姓名', '单位', '编制类型', '身份证号'], ['一、在编人员'], ['王芳', '党政办公室', '行政编制', id(0)]]
  expect(read([sheetOf(rows)]).questions).toEqual([])
})

it('one person in two offices with one ID number: where the seat is is asked once, the other row is then a second post', () => {
  const rows = [
    ['单位', '姓名', '编制类型', '身份证号'],
    ['党政办公室', '王芳', '行政编制', id(0)],
    ['财政所', '李雷', '事业编制', id(1)],
    ['财政所', '王芳', '事业编制', id(0)],
  ]
  const { questions } = read([sheetOf(rows)])
  expect(questions.map(({ kind, choices }) => [kind, choices.map(({ value }) => value)])).toEqual([
    ['which', ['党政办公室', '财政所']],
  ])
  const { people } = read([sheetOf(rows)], { answers: { [questions[0]?.id ?? '']: '党政办公室' } })
  expect(people).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '财政所', '事业编制'],
    ['王芳（兼任）', '财政所', ''],
  ])
})

it('a column she names beside a table of counts leaves the counts aside all the same', () => {
  const rows = [
    ['工号', '姓名', '单位', '编制类型', '身份证号', '', '统计', ''],
    ['1', '王芳', '财政所', '事业编制', id(0), '', '人数', '2'],
    ['2', '李雷', '财政所', '事业编制', id(1), '', '男', '1'],
  ]
  const { people, questions } = read([sheetOf(rows)], { answers: { 'column:*:A': '-' } })
  expect([people.length, questions]).toEqual([2, []])
})

it('marks around a heading are no part of it', () => {
  const { people, questions } = read([
    sheetOf([
      ['姓名', '身份证号', '编制'],
      ['【党政办公室】'],
      ['王芳', id(0), '行政编制'],
      ['☆便民服务中心☆　2人'],
      ['李雷', id(1), '事业编制'],
      ['韩梅', id(2), '事业编制'],
      ['<财政所>'],
      ['赵云', id(3), '事业编制'],
      ['--综合行政执法大队--'],
      ['孙明', id(4), '事业编制'],
    ]),
  ])
  expect(questions).toEqual([])
  expect(people.map(([, unit]) => unit)).toEqual([
    '党政办公室',
    '便民服务中心',
    '便民服务中心',
    '财政所',
    '综合行政执法大队',
  ])
})

it('the office of the 编制 goes before the one somebody works in', () => {
  const { people } = read([
    sheetOf([
      ['姓名', '身份证号', '编制所在单位', '实际工作部门', '编制类型'],
      ['王芳', id(0), '农业综合服务中心', '党政办公室', '事业编制'],
      ['李雷', id(1), '党政办公室', '经济发展办公室', '行政编制'],
    ]),
  ])
  expect(people.map(([, unit]) => unit)).toEqual(['农业综合服务中心', '党政办公室'])
})
