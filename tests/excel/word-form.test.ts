import { expect, it } from 'vitest'
import { readForm } from '../../electron/domain/fill/read-form.ts'
import type { FillRequest } from '../../electron/domain/fill/fill-request.ts'
import { shownText, type RawWorkbook } from '../../electron/domain/table/raw-workbook.ts'
import { preflight } from '../../electron/excel/preflight.ts'
import { fillWordForm, readWordForm } from '../../electron/excel/word-form.ts'
import { openParts } from '../../electron/excel/workbook-parts.ts'
import { letterCard, letterList, letterNumbered, letterOf } from '../kit/word-forms.ts'

/* The tables of a letter are read and filled like those of a workbook. */

const text = (value: string) => ({ kind: 'text' as const, text: value })
const rowsOf = (workbook: RawWorkbook) =>
  workbook.sheets.map(({ rows }) => rows.map((row) => row.map(shownText).join('|').replace(/\|+$/, '').split('|')))

it('a card: the places beside its labels, merged ones too; a value takes the look of its cell', () => {
  const bytes = letterCard()
  expect(() => preflight('表.docx', bytes)).toThrow()
  expect(preflight('表.docx', bytes, 'refuse', 'read')).toBe('docx')
  const [part] = readForm(readWordForm(bytes), {}).parts
  expect(part?.kind).toBe('card')
  expect(part?.columns.map(({ column, field }) => [column, field])).toEqual([
    ['B2', 'name'],
    ['D2', 'sex'],
    ['F2', 'birth'],
    ['B3', 'ethnicity'],
    ['D3', 'politicalStatus'],
    ['F3', 'education'],
    ['B4', 'unitPost'],
    ['F4', 'category'],
    ['B5', 'idNumber'],
  ])
  const request: FillRequest = {
    sheet: '表格1',
    block: null,
    lines: null,
    cells: [
      { row: 1, column: 1, value: text('甲<乙&丙') },
      { row: 3, column: 1, value: text('党政办公室主任') },
      { row: 1, column: 0, value: text('不该写') },
    ],
  }
  const filled = fillWordForm(bytes, [request])
  expect(rowsOf(filled.workbook)[0]?.slice(0, 4)).toEqual([
    ['干部登记表'],
    ['姓名', '甲<乙&丙', '性别', '', '出生年月', '', '照片'],
    ['民族', '', '政治面貌', '', '学历'],
    ['单位及职务', '党政办公室主任', '', '', '编制类型'],
  ])
  const xml = openParts(filled.bytes).text('word/document.xml')
  expect(xml).toContain('<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">党政办公室主任</w:t>')
  expect(openParts(filled.bytes).text('_rels/.rels')).toBe(openParts(bytes).text('_rels/.rels'))
})

it('a list grows by copies of its last blank row, what stands below stays below', () => {
  const bytes = letterList()
  const [part] = readForm(readWordForm(bytes), {}).parts
  expect([part?.kind, part?.titles, part?.headerRows]).toEqual(['people', ['表格1', '事业人员名册'], [2, 2]])
  const rows = ['甲', '乙', '丙', '丁'].map((name, place) => [
    { kind: 'number' as const, value: place + 1 },
    text(name),
  ])
  const block = {
    headerLast: 2,
    keyColumn: 1,
    sequenceColumns: [0],
    columns: [0, 1],
    rows,
    sides: [],
    until: 4,
    sumColumns: [],
  }
  const filled = fillWordForm(bytes, [{ sheet: '表格1', block, cells: [], lines: null }])
  expect(filled.outcomes).toMatchObject([{ firstRow: 3, lastRow: 6, inserted: 2 }])
  expect(rowsOf(filled.workbook)[0]?.slice(1)).toEqual([
    ['序号', '姓名', '单位', '职务'],
    ['1', '甲'],
    ['2', '乙'],
    ['3', '丙'],
    ['4', '丁'],
  ])
  const xml = openParts(filled.bytes).text('word/document.xml')
  expect(xml.indexOf('丁')).toBeLessThan(xml.indexOf('填表人'))
  // A paragraph's number is not given twice by copying.
  expect(xml.split('w14:paraId').length).toBe(openParts(bytes).text('word/document.xml').split('w14:paraId').length)
})

it('rows that come in go on with the printed numbers, and a 合计 below sums up', () => {
  const bytes = letterNumbered()
  const rows = ['甲所', '乙所', '丙所'].map((name, place) => [
    { kind: 'number' as const, value: place + 1 },
    text(name),
    { kind: 'number' as const, value: 4 + place },
  ])
  const block = {
    headerLast: 2,
    keyColumn: 1,
    sequenceColumns: [0],
    columns: [0, 1, 2],
    rows,
    sides: [],
    until: 4,
    sumColumns: [2],
  }
  const filled = fillWordForm(bytes, [{ sheet: '表格1', block, cells: [], lines: null }])
  expect(rowsOf(filled.workbook)[0]?.slice(2)).toEqual([
    ['1', '甲所', '4'],
    ['2', '乙所', '5'],
    ['3', '丙所', '6'],
    ['合计', '', '15'],
  ])
})

it('a letter without a blank row under its header is refused, a letter without tables is no form', () => {
  const full = letterOf([[[{ text: '姓名' }, { text: '性别' }]]])
  const block = {
    headerLast: 1,
    keyColumn: 0,
    sequenceColumns: [],
    columns: [0],
    rows: [[text('甲')]],
    sides: [],
    until: 1,
    sumColumns: [],
  }
  expect(() => fillWordForm(full, [{ sheet: '表格1', block, cells: [], lines: null }])).toThrow(/template_rows/)
  expect(readForm(readWordForm(letterOf(['关于报送材料的通知'])), {}).parts).toEqual([])
})
