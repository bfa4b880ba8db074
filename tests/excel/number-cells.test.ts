import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { SheetCell, SheetModel } from '../../electron/domain/report/sheet-model.ts'
import { cell } from '../../electron/domain/report/sheet-rows.ts'
import { TYPE_SIZES } from '../../electron/domain/report/text-metrics.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { ExcelError } from '../../electron/excel/excel-error.ts'
import { placedFormula } from '../../electron/excel/placed-formula.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'
import { inventedId } from '../kit/people.ts'

const sheetOf = (rows: readonly (readonly SheetCell[])[], footerNote = ''): SheetModel => ({
  name: '表',
  paper: 'A4',
  orientation: 'portrait',
  margins: { top: 50, right: 40, bottom: 50, left: 40 },
  columnWidths: [250, 250],
  fontSizes: TYPE_SIZES,
  repeatRows: null,
  rows: rows.map((cells) => ({ height: 21, cells })),
  footerNote,
})
const number = (column: number, value: number, formula?: string): SheetCell => ({
  ...cell(column, 1, String(value), 'tableNumber'),
  value: { number: value, ...(formula === undefined ? {} : { formula }) },
})
const opened = async (model: SheetModel) =>
  XLSX.read(await drawSheet(model), { type: 'array', cellNF: true }).Sheets['表']!
const at = (sheet: XLSX.WorkSheet, place: string): XLSX.CellObject => sheet[place]

describe('numbers and sums', () => {
  it('a number is a number, a sum a formula with its result', async () => {
    const sheet = await opened(sheetOf([[number(0, 5)], [number(0, 0)], [number(0, 5, 'SUM(R[-2]C[0]:R[-1]C[0])')]]))
    expect([at(sheet, 'A1').t, at(sheet, 'A1').v, at(sheet, 'A2').v]).toEqual(['n', 5, 0])
    expect([at(sheet, 'A3').f, at(sheet, 'A3').t, at(sheet, 'A3').v]).toEqual(['SUM(A1:A2)', 'n', 5])
  })
  it('a sum of nothing keeps its 0', async () => {
    const sheet = await opened(sheetOf([[number(0, 0)], [number(0, 0, 'SUM(R[-1]C[0]:R[-1]C[0])')]]))
    expect([at(sheet, 'A2').f, at(sheet, 'A2').t, at(sheet, 'A2').v]).toEqual(['SUM(A1:A1)', 'n', 0])
  })
  it.each([
    ['R[-3]C[1]', 8, 3, 'D5'],
    ['SUM(R[-7]C[0]:R[-1]C[0])', 9, 27, 'SUM(AA2:AA8)'],
    ['R[0]C[-1]+R[0]C[-2]', 1, 703, 'ZZ1+ZY1'],
  ])('%s at row %i, column %i is %s', (formula, row, column, placed) => {
    expect(placedFormula(formula, row, column)).toBe(placed)
  })
})

describe('texts', () => {
  const AWKWARD = [
    '=1+1',
    '@x',
    '+86',
    '-A',
    "'=1",
    '=HYPERLINK("http://x","y")',
    '007',
    '1E5',
    '2026-11-22',
    '3/4',
    '１２',
    ' 前后 ',
    'a\tb',
    '<b>&amp;',
    '_x0041_',
    '𠮷野',
    '#N/A',
    'TRUE',
    '1,000',
    '￥5',
  ]
  it('10,000 of them, awkward ones among them, come back as they were and none is a formula', async () => {
    const texts = Array.from(
      { length: 10_000 },
      (_, place) => `${AWKWARD[place % AWKWARD.length] ?? ''}${place < AWKWARD.length ? '' : place}`,
    )
    const bytes = await drawSheet(sheetOf(texts.map((text) => [cell(0, 1, text, 'tableText')])))
    const sheet = XLSX.read(bytes, { type: 'array', cellNF: true }).Sheets['表']!
    const found = texts.map((_, place) => at(sheet, `A${place + 1}`))
    expect(found.map((one) => one.v)).toEqual(texts)
    expect(found.filter((one) => one.t !== 's' || one.f !== undefined || one.z !== '@')).toEqual([])
  })
})

describe('what goes to the bureau', () => {
  const id = inventedId('1985-06-16')
  it('may carry an ID number in a cell; what goes on a wall may not', async () => {
    const bytes = await drawSheet(sheetOf([[cell(0, 1, id, 'tableCentered')]]))
    expect(() => scanFinished(bytes, 'bureau')).not.toThrow()
    expect(() => scanFinished(bytes)).toThrow(ExcelError)
  })
  it('carries none in footer, name or properties', async () => {
    expect(() => scanFinished(new Uint8Array(), 'bureau')).toThrow()
    await expect(
      drawSheet(sheetOf([[cell(0, 1, '甲', 'tableText')]], `经办 ${id}`)).then((bytes) =>
        scanFinished(bytes, 'bureau'),
      ),
    ).rejects.toThrow(ExcelError)
    await expect(
      drawSheet({ ...sheetOf([[cell(0, 1, '甲', 'tableText')]]), name: id }).then((bytes) =>
        scanFinished(bytes, 'bureau'),
      ),
    ).rejects.toThrow(ExcelError)
  })
})

describe('a list on the screen', () => {
  const head = [cell(0, 1, '机构', 'tableHeader'), cell(1, 1, '人数', 'tableHeader')]
  const line = (name: string, count: number) => [cell(0, 1, name, 'tableText'), number(1, count)]
  const total = [cell(0, 1, '合计', 'tableText'), number(1, 3, 'SUM(R[-2]C[0]:R[-1]C[0])')]
  const drawn = async (rows: readonly (readonly SheetCell[])[]) => {
    const model = { ...sheetOf([[cell(0, 2, '表', 'title')], head, ...rows]), repeatRows: { first: 1, last: 1 } }
    const archive = XLSX.CFB.read(await drawSheet(model), { type: 'array' })
    const at = archive.FullPaths.findIndex((path: string) => path.endsWith('/xl/worksheets/sheet1.xml'))
    return new TextDecoder().decode(Uint8Array.from(archive.FileIndex[at]!.content as Uint8Array))
  }

  it('keeps its head in sight and can be filtered; its sum is no part of it', async () => {
    const xml = await drawn([line('甲', 1), line('乙', 2), total])
    expect(xml).toContain('ySplit="2"')
    expect(xml).toContain('<autoFilter ref="A2:B4"/>')
  })
  it('with headings between its rows it is none to be sorted', async () => {
    const xml = await drawn([line('甲', 1), line('乙', 2), [cell(0, 2, '另一组', 'subheading')], line('丙', 3)])
    expect(xml).toContain('ySplit="2"')
    expect(xml).not.toContain('autoFilter')
  })
})
