import { expect, it } from 'vitest'
import { preflight } from '../../electron/excel/preflight.ts'
import { readCsv } from '../../electron/excel/read-csv.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { asXlsx } from '../../electron/excel/xls-to-xlsx.ts'
import { utils, write, type CellObject } from 'xlsx'
import { biff, oldXls } from '../cases/kit/write-files.ts'

const read = (name: string, bytes: Buffer) => {
  const format = preflight(name, bytes)
  return format === 'csv' ? readCsv(name, bytes) : readWorkbook(format, bytes)
}
const gbk = (text: string) =>
  Buffer.concat(Array.from(text, (character) => GBK[character] ?? Buffer.from(character, 'latin1')))
const GBK: Readonly<Record<string, Buffer>> = {
  姓: Buffer.from([0xd0, 0xd5]),
  名: Buffer.from([0xc3, 0xfb]),
  王: Buffer.from([0xcd, 0xf5]),
  芳: Buffer.from([0xb7, 0xbc]),
}

const PAGE = `<html><head><meta charset="gb2312"><style>td{color:red}</style>
<script>document.write("<table><tr><td>假</td></tr></table>")</script></head><body><!-- <table><tr><td>注</td></tr></table> -->
<table><tr><td colspan="3">人员信息</td></tr><tr><th>姓名</th><th>身份证号</th><th>单位</th></tr>
<tr><td>王芳</td><td>360121197611119950</td><td rowspan="2">财政所</td></tr><tr><td>甘&#x3400;<br>文</td><td>0012</td></tr></table></body></html>`

it('a page is its tables: long numbers stay text, spans are merges, scripts and comments are nothing', () => {
  const { sheets } = read('导出.xls', Buffer.from(PAGE))
  expect(sheets).toHaveLength(1)
  expect(sheets[0]?.rows).toEqual([
    ['人员信息'],
    ['姓名', '身份证号', '单位'],
    ['王芳', '360121197611119950', '财政所'],
    ['甘㐀\n文', '0012'],
  ])
  expect(sheets[0]?.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 2, left: 2, bottom: 3, right: 2 },
  ])
})

it('a page in GBK is read, whatever its charset claims', () => {
  const { sheets } = read(
    '导出.xls',
    gbk('<meta charset=utf-8><table><tr><td>姓名</td></tr><tr><td>王芳</td></tr></table>'),
  )
  expect(sheets[0]?.rows).toEqual([['姓名'], ['王芳']])
})

it('SpreadsheetML 2003 is read with its merges and its hidden rows', () => {
  const text = `<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="花名册"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">名册</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">360121197611119950</Data></Cell></Row>
</Table></Worksheet></Workbook>`
  const { sheets } = read('花名册.xls', Buffer.from(text))
  expect(sheets[0]).toMatchObject({
    name: '花名册',
    rows: [['名册'], ['姓名', '360121197611119950']],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    hiddenRows: [1],
  })
})

it.each([
  [
    'UTF-16 with its mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t单位\r\n王芳\t财政所', 'utf16le')]),
  ],
  ['UTF-16 without a mark', Buffer.from('姓名\t单位\r\n王芳\t财政所', 'utf16le')],
  ['big-endian UTF-16', Buffer.from('\ufeff姓名\t单位\r\n王芳\t财政所', 'utf16le').swap16()],
  ['UTF-8 with its mark', Buffer.from('\ufeff姓名\t单位\r\n王芳\t财政所')],
])('text in %s is read as the same cells', (_, bytes) => {
  expect(read('花名册.txt', bytes).sheets[0]?.rows).toEqual([
    ['姓名', '单位'],
    ['王芳', '财政所'],
  ])
})

it('a workbook of Excel 95 is read in code page 936, as a list and as a form; letters of a newer one stay letters', () => {
  const sheet = {
    name: '花名册',
    rows: [
      ['姓名', '单位', '代号'],
      ['王芳', '财政所', 'A1'],
    ],
  }
  const old = oldXls(sheet)
  const expected = [{ name: '花名册', rows: sheet.rows }]
  const plain = ({ sheets }: ReturnType<typeof readWorkbook>) =>
    sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.shown : cell))),
    }))
  expect(plain(read('名册.xls', old))).toEqual(expected)
  expect(plain(readWorkbook('xlsx', asXlsx(old)))).toEqual(expected)
  const letters = { name: 'Liste', rows: [['Andrée', 'Größe']] }
  expect(plain(read('liste.xls', biff(letters)))).toEqual([letters])
})

it('text between tabs is read whatever it is called, and prose that calls itself a workbook is refused', () => {
  const text = '姓名\t单位\r\n王芳\t财政所\r\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const bytes of [utf16, Buffer.from(text), gbk('姓名\t王\r\n王芳\t芳\r\n')])
    expect(read('花名册.xls', bytes).sheets[0]?.rows[0]?.[0]).toBe('姓名')
  for (const prose of ['王芳在财政所。\n另见附件。\n', '姓名\t单位\n', '姓名'])
    expect(() => read('花名册.xls', Buffer.from(prose))).toThrow('file_unsupported')
})

it('a comment on a cell is read without the name of who wrote it', () => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([['姓名'], ['王芳']])
  const cell = sheet['A2'] as CellObject
  utils.cell_add_comment(cell, '经办人:\n2026年9月已调出', '经办人')
  utils.book_append_sheet(book, sheet, '名单')
  const bytes = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
  expect(read('名单.xlsx', bytes).sheets[0]?.notes).toEqual([{ row: 1, column: 0, text: '2026年9月已调出' }])
})
