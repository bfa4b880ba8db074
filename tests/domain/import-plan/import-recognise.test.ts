import { expect, it } from 'vitest'
import { understandWorkbook } from '../../../electron/domain/table/understand-workbook.ts'
import type { SheetMapping } from '../../../electron/domain/table/recognised-workbook.ts'
import { readWorkbook } from '../../../electron/excel/read-workbook.ts'
import { sampleBytes } from '../../fixtures/workbooks.ts'
import { personCells, rosterOf, sheetOf, workbookWith } from '../../kit/import-plan.ts'

const recognise = (sheet: ReturnType<typeof sheetOf>, ...mappings: SheetMapping[]) =>
  understandWorkbook(workbookWith(sheet), { mappings }).sheets[0]!
const fields = (sheet: ReturnType<typeof recognise>) =>
  Object.fromEntries(sheet.columns.map((column) => [column.letters, column.field]))

it('the clerk’s sample: two sheets, a header of two merged rows, what every row is and why it is left out', () => {
  const { sheets, reportDate, township } = understandWorkbook(readWorkbook('xlsx', sampleBytes()))
  expect([reportDate, township]).toEqual(['2026-11', '山溪乡'])
  expect(sheets.map((sheet) => [sheet.name, sheet.purpose, sheet.headerRows])).toEqual([
    ['机构编制', 'quotas', [3]],
    ['人员花名册', 'roster', [3, 4]],
  ])
  expect(sheets[1]?.columns.map((column) => column.field)).toEqual([
    'sequence',
    'unit',
    'name',
    'sex',
    'idNumber',
    'birth',
    'ethnicity',
    'politicalStatus',
    'education',
    'workStarted',
    'category',
    'entryRoute',
    'enteredOn',
    'entryDocument',
    'post',
    'remark',
  ])
  expect(sheets[1]?.columns[4]?.header).toBe('基本情况/身份证号')
  const roles = Object.groupBy(sheets[1]?.rows ?? [], (row) => row.role)
  expect(Object.fromEntries(Object.entries(roles).map(([role, rows]) => [role, rows?.length]))).toEqual({
    title: 2,
    header: 2,
    data: 54,
    subtotal: 16,
    signature: 1,
  })
  expect(roles.signature?.[0]).toEqual({ row: 75, role: 'signature', why: '落款行' })
})

it.each([
  ['in the cell of the label', ['填报单位：山溪乡', null, '填报日期：2026年11月26日'], ['2026-11-26', '山溪乡']],
  ['in the next cell', ['填报单位：', '山溪乡', null, '填报日期：', '2026.11'], ['2026-11', '山溪乡']],
  [
    'a few cells on, as a date',
    [
      '填报单位（盖章）：',
      null,
      '山溪乡人民政府',
      '填报日期：',
      { kind: 'date' as const, value: 46352, shown: '2026/11/26', day: '2026-11-26' },
    ],
    ['2026-11-26', '山溪乡'],
  ],
  ['nowhere: the next label is no value', ['填报单位：', null, '填报日期：', null], [null, null]],
])('who reports and when, %s', (_, line, expected) => {
  const sheet = sheetOf([
    ['机构编制实名制花名册'],
    line,
    ['所在机构', '姓名', '编制类型'],
    ['财政所', '试甲', '事业编制'],
  ])
  const { reportDate, township } = understandWorkbook(workbookWith(sheet))
  expect([reportDate, township]).toEqual(expected)
})

it('columns are known by what clerks call them: wide letters, line breaks, hints in brackets', () => {
  const sheet = recognise(
    sheetOf([
      [
        '序 号',
        '单位（科室）',
        '姓\n名',
        '公民身份号码（18位）',
        '出生\n年月',
        '编制性质',
        '职务（岗位）',
        '专业技术职务',
        '家庭住址',
      ],
      [null],
    ]),
  )
  expect(sheet.purpose).toBe('roster')
  expect(fields(sheet)).toEqual({
    A: 'sequence',
    B: 'unit',
    C: 'name',
    D: 'idNumber',
    E: 'birth',
    F: 'category',
    G: 'post',
    H: 'professionalTitle',
    I: null,
  })
})

it('of two columns with one name the first is taken; by hand another can be, or none', () => {
  const rows = sheetOf([
    ['机构', '姓名', '学历', '学历', '备注'],
    ['党政办', '试甲', '大专', '本科', ''],
  ])
  expect(fields(recognise(rows))).toEqual({ A: 'unit', B: 'name', C: 'education', D: 'otherEducation', E: 'remark' })
  expect(fields(recognise(rows, { sheet: '花名册', columns: { D: 'education', E: null } }))).toEqual({
    A: 'unit',
    B: 'name',
    C: null,
    D: 'education',
    E: null,
  })
})

it('a sheet nobody recognises can be named by hand: header row and columns', () => {
  const rows = sheetOf([['某表'], ['甲', '乙', '丙'], ['财政所', '试甲', '行政编制']])
  expect(recognise(rows).purpose).toBe('ignored')
  expect(recognise(rows).columns.map((column) => column.header)).toEqual(['甲', '乙', '丙'])
  const named = recognise(rows, {
    sheet: '花名册',
    purpose: 'roster',
    headerRow: 2,
    columns: { A: 'unit', B: 'name', C: 'category' },
  })
  expect([named.purpose, named.headerRows, fields(named)]).toEqual([
    'roster',
    [2],
    { A: 'unit', B: 'name', C: 'category' },
  ])
  expect(named.rows.map((row) => row.role)).toEqual(['title', 'header', 'data'])
})

it('a hidden sheet is left out unless it is asked for; a known one can be left out', () => {
  const hidden = { ...rosterOf(personCells()), hidden: true }
  expect(recognise(hidden)).toMatchObject({
    purpose: 'ignored',
    rows: expect.arrayContaining([expect.objectContaining({ why: '隐藏的工作表，未导入' })]),
  })
  expect(recognise(hidden, { sheet: '花名册', purpose: 'roster' }).purpose).toBe('roster')
  expect(recognise(rosterOf(personCells()), { sheet: '花名册', purpose: 'ignored' }).purpose).toBe('ignored')
})

it('sums, signatures, notes, repeated headers and group titles are told from people', () => {
  const sheet = recognise(
    sheetOf([
      ['序号', '机构', '姓名', '编制类型'],
      ['一、机关'],
      [{ kind: 'number', value: 1, shown: '1' }, '党政办', '试甲', '行政编制'],
      ['小 计', '党政办', { kind: 'number', value: 1, shown: '1' }],
      ['序号', '机构', '姓名', '编制类型'],
      ['2', '财政所', '合欢', '事业编制'],
      [null, '行政编制合计', null, '1'],
      [],
      ['注：本表一式两份'],
      ['单位负责人（签字）：', null, '填表人：'],
    ]),
  )
  expect(sheet.rows.map((row) => row.role)).toEqual([
    'header',
    'title',
    'data',
    'subtotal',
    'header',
    'data',
    'subtotal',
    'blank',
    'signature',
    'signature',
  ])
})
