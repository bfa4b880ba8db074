import { expect, it } from 'vitest'
import { readCsv } from '../../electron/excel/read-csv.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { gb18030 } from '../fixtures/gb18030.ts'
import { sampleAsXls, sampleBytes, workbookOf } from '../fixtures/workbooks.ts'

it('text stays text, numbers keep what the sheet shows, dates are days without a time zone', () => {
  const rows = readWorkbook(
    'xlsx',
    workbookOf([
      {
        name: '表',
        rows: [
          [
            '011',
            '362201197801019901',
            1985.1,
            { t: 'n', v: 1985.1, z: '0.00' },
            { t: 'n', v: 31215, z: 'yyyy/m/d' },
            { t: 'n', v: 31199, z: 'yyyy"年"m"月"' },
            null,
            { t: 'b', v: true },
            { t: 'n', v: 8, f: 'SUM(A1:A2)' },
          ],
        ],
      },
    ]),
  ).sheets[0]!.rows
  expect(rows).toEqual([
    [
      '011',
      '362201197801019901',
      { kind: 'number', value: 1985.1, shown: '1985.1' },
      { kind: 'number', value: 1985.1, shown: '1985.10' },
      { kind: 'date', value: 31215, shown: '1985/6/17', day: '1985-06-17' },
      { kind: 'date', value: 31199, shown: '1985年6月', day: '1985-06-01' },
      null,
      { kind: 'boolean', value: 1, shown: 'TRUE' },
      { kind: 'number', value: 8, shown: '8', formula: true },
    ],
  ])
})

it.each(['xlsx', 'xls'] as const)('a %s counted from 1904 gives the same day', (format) => {
  const book = workbookOf([{ name: '表', rows: [[{ t: 'n', v: 29753, z: 'yyyy-mm-dd' }]] }], format, { date1904: true })
  expect(readWorkbook(format, book).sheets[0]?.rows[0]?.[0]).toMatchObject({ kind: 'date', day: '1985-06-17' })
})

it('hidden sheets and merged areas are told; an .xls holds the same cells as the .xlsx', () => {
  const book = readWorkbook(
    'xlsx',
    workbookOf([
      { name: '甲', rows: [['标题']], merges: ['A1:C2'] },
      { name: '乙', rows: [['x']], hidden: true },
    ]),
  )
  expect(book.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.merges])).toEqual([
    ['甲', false, [{ top: 0, left: 0, bottom: 1, right: 2 }]],
    ['乙', true, []],
  ])
  expect(readWorkbook('xls', sampleAsXls()).sheets).toEqual(readWorkbook('xlsx', sampleBytes()).sheets)
})

it('two filled corners of a huge sheet are refused, not swallowed', () => {
  const corner = { name: '表', rows: [['左上'], ...Array.from({ length: 20_500 }, () => []), ['右下']] }
  expect(() => readWorkbook('xlsx', workbookOf([corner]))).toThrow(expect.objectContaining({ code: 'file_too_large' }))
  const wide = { name: '表', rows: [[...Array.from({ length: 250 }, () => null), '右']] }
  expect(() => readWorkbook('xlsx', workbookOf([wide]))).toThrow(
    expect.objectContaining({ code: 'file_too_large', details: { size: '251 列', limit: '200 列' } }),
  )
})

it('GB18030 and UTF-8 text read alike, rare characters and quoted cells included; nothing becomes a number', () => {
  const text = '姓名,身份证号,备注\r\n𠮷永福,362201197801019901,"干事,""兼""\n会计"\r\n张三,011,\r\n'
  const expected = [
    ['姓名', '身份证号', '备注'],
    ['𠮷永福', '362201197801019901', '干事,"兼"\n会计'],
    ['张三', '011'],
  ]
  for (const bytes of [gb18030(text), Buffer.from(text), Buffer.from(`\ufeff${text}`)])
    expect(readCsv('名册.csv', bytes).sheets[0]?.rows).toEqual(expected)
  expect(
    readCsv('名册.csv', Buffer.from(text.replaceAll(',', '\t').replace('干事\t', '干事,'))).sheets[0]?.rows,
  ).toEqual(expected)
})

it('text in neither encoding and an unclosed quote are called damaged', () => {
  expect(() => readCsv('名册.csv', Buffer.from([0xff, 0xff, 0x41]))).toThrow(
    expect.objectContaining({ code: 'file_damaged' }),
  )
  expect(() => readCsv('名册.csv', Buffer.from('姓名,"张三'))).toThrow(
    expect.objectContaining({ code: 'file_damaged' }),
  )
})
