import ExcelJS, { type Worksheet } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { buildNotice } from '../../electron/domain/notice/notice-model.ts'
import { paginate } from '../../electron/domain/report/paginate.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { ExcelError } from '../../electron/excel/excel-error.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../kit/notice-facts.ts'
import { inventedId } from '../kit/people.ts'

const ID = inventedId('1985-06-16')
const MOBILE = '13900000000'

async function scanned(fill: (sheet: Worksheet, book: ExcelJS.Workbook) => void): Promise<unknown> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('公示')
  sheet.getCell('A1').value = '山溪乡'
  fill(sheet, book)
  try {
    scanFinished(new Uint8Array(await book.xlsx.writeBuffer()))
    return null
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error
    if (JSON.stringify(error.details).includes(ID))
      throw new Error('the refusal repeats the number it found', { cause: error })
    return { code: error.code, ...error.details }
  }
}

describe('what is found before a file is released', () => {
  it.each([
    ['an ID number', ID, 18],
    ['with X', '11010519491231002X', 18],
    ['with small x', '11010519491231002x', 18],
    ['inside a sentence', `张某，身份证号${ID}。`, 18],
    ['in full width', ID.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))), 18],
    ['in groups', `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, 18],
    ['an old ID number', '130503670401001', 15],
    ['a mobile number', MOBILE, 11],
    ['a divided mobile number', '139-0000-0000', 11],
  ])('%s', async (_, text, digits) => {
    expect(await scanned((sheet) => (sheet.getCell('C7').value = text))).toEqual({
      code: 'notice_leak',
      sheet: '公示',
      cell: 'C7',
      digits,
    })
  })
  it('numbers in numeric cells, formulas’ results, hidden sheets', async () => {
    expect(await scanned((sheet) => (sheet.getCell('B2').value = Number(MOBILE)))).toMatchObject({
      cell: 'B2',
      digits: 11,
    })
    expect(await scanned((sheet) => (sheet.getCell('B3').value = { formula: 'A1', result: ID }))).toMatchObject({
      cell: 'B3',
    })
    expect(
      await scanned((_, book) => (book.addWorksheet('底稿', { state: 'veryHidden' }).getCell('A1').value = ID)),
    ).toMatchObject({ sheet: '底稿', cell: 'A1' })
  })
  it('comments, links, sheet names, defined names, headers, properties', async () => {
    expect(await scanned((sheet) => (sheet.getCell('A1').note = `见 ${MOBILE}`))).toMatchObject({
      code: 'notice_leak',
      cell: 'A1',
    })
    expect(
      await scanned((sheet) => (sheet.getCell('A2').value = { text: '点此', hyperlink: `tel:${MOBILE}` })),
    ).toMatchObject({ code: 'notice_leak' })
    expect(await scanned((_, book) => book.addWorksheet(MOBILE))).toMatchObject({ code: 'notice_leak', cell: '表名' })
    expect(await scanned((sheet) => sheet.getCell('A1').addName(`N_${MOBILE}`))).toMatchObject({ code: 'notice_leak' })
    expect(await scanned((sheet) => (sheet.headerFooter.oddHeader = `&C${ID}`))).toMatchObject({ code: 'notice_leak' })
    expect(await scanned((_, book) => (book.lastModifiedBy = MOBILE))).toMatchObject({
      code: 'notice_leak',
      sheet: 'docProps/core.xml',
    })
  })
})

describe('what passes', () => {
  it.each([
    '0794-1234567',
    '021-12345678',
    '监督电话：0794-1234567　　机构编制监督举报电话：12310',
    '山编办〔2006〕12号',
    '2026年11月23日',
    '1234567890',
    '公示期 20261123-20261202',
    '344000 江西',
  ])('%s', async (text) => {
    expect(await scanned((sheet) => (sheet.getCell('A1').value = text))).toBeNull()
  })
  it.each(['tree', 'table'] as const)('a notice with everything on it (%s)', async (layout) => {
    const { sheet } = paginate(buildNotice({ ...noticeFacts(4), options: { ...NOTICE_OPTIONS, layout } }).sheet)
    const bytes = await drawSheet(sheet)
    expect(() => scanFinished(bytes)).not.toThrow()
  })
  it('but not one whose title carries a mobile number', async () => {
    const { sheet } = paginate(
      buildNotice({ ...noticeFacts(), options: { ...NOTICE_OPTIONS, title: `公示（联系人 ${MOBILE}）` } }).sheet,
    )
    const bytes = await drawSheet(sheet)
    expect(() => scanFinished(bytes)).toThrow(ExcelError)
  })
})
