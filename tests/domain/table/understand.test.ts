import { expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../../electron/domain/table/known-book.ts'
import type { RawCell, RawSheet } from '../../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook, type UnderstandOptions } from '../../../electron/domain/table/understand-workbook.ts'
import { inventedId } from '../../kit/people.ts'
import { sheetOf, workbookWith } from '../../kit/import-plan.ts'

const ids = Array.from({ length: 9 }, (_, index) => inventedId(`198${index}-03-0${index + 1}`))
const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })
const read = (sheets: RawSheet | readonly RawSheet[], options: UnderstandOptions = {}) =>
  understandWorkbook(
    workbookWith(...(Array.isArray(sheets) ? (sheets as readonly RawSheet[]) : [sheets as RawSheet])),
    options,
  )
/** Who stands where, as far as the sheet itself says. */
const people = (
  sheets: RawSheet | readonly RawSheet[],
  fields: readonly string[] = ['name', 'unit', 'category'],
  options: UnderstandOptions = {},
) =>
  read(sheets, options).sheets.flatMap((sheet) =>
    sheet.people.map((record) => fields.map((field) => shown(record.values.get(field)?.cell))),
  )
const shown = (cell: RawCell | undefined) => (typeof cell === 'string' ? cell.trim() : (cell?.shown ?? null))
const HEAD = ['序号', '姓名', '身份证号', '编制类型']

it('section rows give the office, their numbers are a check, and a value says where it came from', () => {
  const sheet = sheetOf(
    [
      ['云溪乡机关事业单位人员花名册'],
      HEAD,
      ['党政办公室（编制4名，实有3名）'],
      ['1', '王芳', ids[0] ?? '', '行政编制'],
      ['财政所（编制2名，实有1名）'],
      ['2', '李雷', ids[1] ?? '', '事业编制'],
    ],
    { merges: [merge(2, 0, 2, 3), merge(4, 0, 4, 3)] },
  )
  expect(people(sheet)).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '财政所', '事业编制'],
  ])
  const { sheets, notes, questions } = read(sheet)
  expect(sheets[0]?.people[0]?.values.get('unit')?.from).toBe('单位取自第 3 行小标题“党政办公室（编制4名，实有3名）”')
  expect(questions).toEqual([])
  expect(notes).toEqual([
    expect.stringContaining('写的是 3 人，下面列了 1 人'),
    expect.stringContaining('小标题里写着 2 个机构的核定编制，共 6 名，没有记进编制本'),
  ])
})

it('headings nest by their numbering: the 编制 of the outer holds under every inner one', () => {
  const sheet = sheetOf([
    HEAD.slice(0, 3),
    ['一、乡机关（行政编制10名）'],
    ['1、党政办公室'],
    ['1', '王芳', ids[0] ?? ''],
    ['2、经济发展办公室'],
    ['2', '李雷', ids[1] ?? ''],
    ['二、事业单位（事业编制8名）'],
    ['1、财政所'],
    ['3', '韩梅', ids[2] ?? ''],
  ])
  expect(people(sheet)).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '经济发展办公室', '行政编制'],
    ['韩梅', '财政所', '事业编制'],
  ])
})

it('a heading over offices names none: people right below it are asked about, once', () => {
  const { questions } = read(
    sheetOf([
      HEAD,
      ['党政办公室'],
      ['1', '王芳', ids[0] ?? '', '行政编制'],
      ['事业单位'],
      ['2', '李雷', ids[1] ?? '', '事业编制'],
      ['3', '韩梅', ids[2] ?? '', '事业编制'],
    ]),
  )
  expect(questions).toMatchObject([{ kind: 'groupUnit', rows: [5, 6] }])
})

it('the same columns again to the right are the same list going on, whatever its width', () => {
  const row = (number: number, unit: string | null) => [
    String(number),
    unit,
    ['王芳', '李雷', '韩梅', '林涛'][number] ?? '',
    ids[number] ?? '',
    '行政编制',
  ]
  const sheet = sheetOf([
    ['序号', '单位', '姓名', '身份证号', '编制', null, '序号', '单位', '姓名', '身份证号', '编制'],
    [...row(0, '党政办公室'), null, ...row(2, '财政所')],
    [...row(1, '党政办公室'), null, ...row(3, '财政所')],
  ])
  expect(people(sheet)).toEqual([
    ['王芳', '党政办公室', '行政编制'],
    ['李雷', '党政办公室', '行政编制'],
    ['韩梅', '财政所', '行政编制'],
    ['林涛', '财政所', '行政编制'],
  ])
})

it('ditto marks carry down and never become an office', () => {
  const sheet = sheetOf([
    ['姓名', '单位', '编制', '身份证号'],
    ['王芳', '党政办公室', '行政编制', ids[0] ?? ''],
    ['李雷', '〃', '同上', ids[1] ?? ''],
    ['韩梅', '同上', '"', ids[2] ?? ''],
  ])
  expect(people(sheet)).toEqual(['王芳', '李雷', '韩梅'].map((name) => [name, '党政办公室', '行政编制']))
})

it('an office written once over its people carries down; a forgotten one among full rows is asked', () => {
  const list = (units: readonly (string | null)[]) =>
    sheetOf([
      ['单位', '姓名', '编制', '身份证号'],
      ...units.map((unit, index) => [
        unit,
        ['王芳', '李雷', '韩梅', '林涛'][index] ?? '',
        '行政编制',
        ids[index] ?? '',
      ]),
    ])
  expect(people(list(['党政办公室', null, '财政所', null])).map(([, unit]) => unit)).toEqual([
    '党政办公室',
    '党政办公室',
    '财政所',
    '财政所',
  ])
  expect(read(list(['党政办公室', '党政办公室', null, '财政所'])).questions).toMatchObject([
    { kind: 'blankUnit', rows: [4] },
  ])
})

it('of 单位 and 科室 the inner one is the office, the outer where the inner is blank', () => {
  const sheet = sheetOf([
    ['单位', '科室', '姓名', '编制', '身份证号'],
    ['云溪乡人民政府', '党政办公室', '王芳', '行政编制', ids[0] ?? ''],
    ['农业综合服务中心', null, '李雷', '事业编制', ids[1] ?? ''],
  ])
  expect(people(sheet, ['name', 'unit'], { book: bookOf([]) })).toEqual([
    ['王芳', '党政办公室'],
    ['李雷', '农业综合服务中心'],
  ])
})

const bookOf = (units: readonly string[]) => ({ ...EMPTY_BOOK, units, township: '云溪乡' })

it('an office that abbreviates a known one is asked, its answer holds, and one with the township in front is the same', () => {
  const sheet = sheetOf([
    ['单位', '姓名', '编制', '身份证号'],
    ['党政办', '王芳', '行政编制', ids[0] ?? ''],
    ['云溪乡财政所', '李雷', '事业编制', ids[1] ?? ''],
  ])
  const book = bookOf(['党政综合办公室', '财政所'])
  expect(read(sheet, { book }).questions).toMatchObject([{ id: 'unitName:党政办', suggested: '党政综合办公室' }])
  const answers = { 'unitName:党政办': '党政综合办公室' }
  expect(read(sheet, { book, answers }).questions).toEqual([])
  expect(people(sheet, ['unit'], { book, answers })).toEqual([['党政综合办公室'], ['财政所']])
})

it('a retirement yet to come is no leaving: 2027年退休 is asked about in 2027, not the year before', () => {
  const sheet = sheetOf([
    ['单位', '姓名', '编制', '身份证号', '备注'],
    ['财政所', '王芳', '行政编制', ids[0] ?? '', '2027年退休'],
    ['财政所', '李雷', '行政编制', ids[1] ?? '', ''],
  ])
  const asked = (asOf: string | null) =>
    read(sheet, { book: { ...bookOf(['财政所']), asOf } }).questions.map(({ id }) => id)
  expect(asked('2026-11-30')).toEqual([])
  expect(asked('2027-12-01')).toEqual(['remark:retired'])
})

it('what is no name of an office never becomes one', () => {
  for (const unit of ['党政办公室职数8名行政编制8名', '2026年11月', '待定，见说明'])
    expect(
      read(
        sheetOf([
          ['单位', '姓名', '编制', '身份证号'],
          [unit, '王芳', '行政编制', ids[0] ?? ''],
          ['财政所', '李雷', '事业编制', ids[1] ?? ''],
        ]),
      ).questions.length,
    ).toBeGreaterThan(0)
})

it('a column of names or numbers nobody asked for stops the import until it is said what it is', () => {
  const sheet = sheetOf([
    ['单位', '姓名', '编制', '身份证号', '甲'],
    ['财政所', '王芳', '事业编制', ids[0] ?? '', ids[3] ?? ''],
    ['财政所', '李雷', '事业编制', ids[1] ?? '', ids[4] ?? ''],
  ])
  expect(read(sheet).questions).toMatchObject([{ kind: 'column', column: 'E' }])
  expect(read(sheet, { answers: { 'column:*:E': '-' } }).questions).toEqual([])
})

it('months of one list are asked about; what only completes people joins their rows', () => {
  const month = (name: string) =>
    sheetOf(
      [
        ['单位', '姓名', '编制', '身份证号'],
        ...['王芳', '李雷', '韩梅'].map((who, index) => ['财政所', who, '事业编制', ids[index] ?? '']),
      ],
      { name },
    )
  const { questions } = read([month('9月'), month('10月')])
  expect(questions).toMatchObject([{ kind: 'which', suggested: '10月' }])
  const phones = sheetOf(
    [
      ['姓名', '手机号码'],
      ['王芳', '13900000001'],
      ['韩梅', '13900000003'],
    ],
    { name: '电话' },
  )
  expect(people([month('名册'), phones], ['name', 'phone'])).toEqual([
    ['王芳', '13900000001'],
    ['李雷', null],
    ['韩梅', '13900000003'],
  ])
})

it('people in columns and cards are people', () => {
  const turned = sheetOf([
    ['姓名', '王芳', '李雷'],
    ['单位', '财政所', '财政所'],
    ['编制', '事业编制', '事业编制'],
    ['身份证号', ids[0] ?? '', ids[1] ?? ''],
  ])
  const both = [
    ['王芳', '财政所', '事业编制'],
    ['李雷', '财政所', '事业编制'],
  ]
  expect(people(turned)).toEqual(both)
  const card = (name: string, id: string) => [
    ['姓名', name, '性别', '女'],
    ['单位', '财政所', '编制', '事业编制'],
    ['身份证号', id, null, null],
  ]
  expect(people(sheetOf([...card('王芳', ids[0] ?? ''), [null], ...card('李雷', ids[1] ?? '')]))).toEqual(both)
})

it('two facts in one cell are taken apart, and of two 学历 the higher is said', () => {
  const sheet = sheetOf([
    ['姓名', '工作单位及职务', '编制', '学历学位', '职务职级', '身份证号'],
    ['王芳', '云溪乡财政所会计', '事业编制', '研究生、硕士', '会计、四级主任科员', ids[0] ?? ''],
  ])
  expect(people(sheet, ['unit', 'post', 'education', 'degree', 'rank'], { book: bookOf(['财政所']) })).toEqual([
    ['财政所', '会计', '硕士研究生', '硕士', '四级主任科员'],
  ])
  const two = sheetOf(
    [
      ['姓名', '单位', '编制', '身份证号', '学历', null],
      [null, null, null, null, '全日制', '在职'],
      ['王芳', '财政所', '事业编制', ids[0] ?? '', '大专', '大学本科'],
    ],
    { merges: [0, 1, 2, 3].map((column) => merge(0, column, 1, column)).concat(merge(0, 4, 0, 5)) },
  )
  expect(people(two, ['education', 'fullTimeEducation', 'inServiceEducation'])).toEqual([
    ['大学本科', '大专', '大学本科'],
  ])
})

it('a table of offices with the 编制 across gives one approved number each, and only approved ones', () => {
  const sheet = sheetOf(
    [
      ['机构名称', '核定编制数', null, null, '实有人数', null],
      [null, '小计', '行政', '事业', '行政', '事业'],
      ['党政办公室', '6', '6', null, '5', null],
      ['财政所', '3', null, '3', null, '2'],
      ['合计', '9', '6', '3', '5', '2'],
    ],
    { merges: [merge(0, 0, 1, 0), merge(0, 1, 0, 3), merge(0, 4, 0, 5)] },
  )
  const lines = read(sheet).sheets[0]?.quotas.map((record) =>
    ['unit', 'category', 'amount'].map((field) => shown(record.values.get(field)?.cell)),
  )
  expect(lines).toEqual([
    ['党政办公室', '行政编制', '6'],
    ['财政所', '事业编制', '3'],
  ])
})
