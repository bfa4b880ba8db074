import { expect, it } from 'vitest'
import { preflight } from '../../electron/excel/preflight.ts'
import { sampleAsXls, sampleBytes } from '../fixtures/workbooks.ts'
import { WORKBOOK_PARTS, zipOf, type ZipPart } from '../fixtures/zip.ts'

const refusal = (name: string, bytes: Uint8Array): unknown => {
  try {
    return preflight(name, bytes)
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}
const workbookWith = (...parts: readonly ZipPart[]) => zipOf([...WORKBOOK_PARTS, ...parts])

it('a clerk’s workbook passes by its content, whatever its name says', () => {
  expect(preflight('山溪乡花名册.xlsx', sampleBytes())).toBe('xlsx')
  expect(preflight('花名册.xls', sampleBytes())).toBe('xlsx')
  expect(preflight('花名册.xls', sampleAsXls())).toBe('xls')
  expect(preflight('花名册.csv', Buffer.from('姓名,机构\n'))).toBe('csv')
  expect(preflight('花名册.txt', Buffer.from('姓名\t机构\n', 'utf16le'))).toBe('csv')
})

it('what web systems and WPS write under other names passes as what it is', () => {
  const page = '<html><table><tr><td>姓名</td></tr></table></html>'
  expect(preflight('花名册.xls', Buffer.from(page))).toBe('html')
  expect(preflight('花名册.csv', Buffer.from(`\ufeff  ${page}`))).toBe('html')
  const sheet = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
  expect(preflight('花名册.xls', Buffer.from(sheet))).toBe('xml')
  const macros = workbookWith({ name: 'xl/vbaProject.bin', content: 'x' })
  expect(preflight('花名册.xlsm', macros)).toBe('xlsx')
  expect(() => preflight('空表.xlsm', macros, 'refuse')).toThrow(expect.objectContaining({ code: 'file_macro' }))
  const openDocument = zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content: '<x/>' },
  ])
  expect(preflight('花名册.ods', openDocument)).toBe('ods')
})

it.each([
  ['an empty file', '花名册.xlsx', Buffer.alloc(0), 'file_damaged'],
  ['a page without a table', '花名册.xls', Buffer.from('<html><body>登录已过期</body></html>'), 'file_unsupported'],
  ['XML that is no sheet', '花名册.xls', Buffer.from('<?xml version="1.0"?><a/>'), 'file_unsupported'],
  ['text called .xlsx', '花名册.xlsx', Buffer.from('姓名,机构\n'), 'file_unsupported'],
  ['a PDF called .csv', '花名册.csv', Buffer.from('%PDF-1.7'), 'file_pdf'],
  ['a photo called .xlsx', '花名册.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file_picture'],
  ['a program called .csv', '花名册.csv', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]), 'file_unsupported'],
  [
    'a Word file',
    '花名册.xlsx',
    zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w/>' },
    ]),
    'file_document',
  ],
  ['a workbook cut off half way', '花名册.xlsx', sampleBytes().subarray(0, 6000), 'file_damaged'],
  [
    'a zip under a password',
    '花名册.xlsx',
    workbookWith({ name: 'xl/worksheets/sheet1.xml', content: '<s/>', encrypted: true }),
    'file_encrypted',
  ],
  [
    'a workbook under a password',
    '花名册.xlsx',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'file_encrypted',
  ],
  [
    'a part outside the package',
    '花名册.xlsx',
    workbookWith({ name: '../../evil.xml', content: '<x/>' }),
    'file_suspicious',
  ],
  [
    'two parts of one name',
    '花名册.xlsx',
    workbookWith({ name: 'XL/workbook.xml', content: '<x/>' }),
    'file_suspicious',
  ],
  [
    'a document type',
    '花名册.xlsx',
    workbookWith({
      name: 'xl/sharedStrings.xml',
      content: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><sst/>',
    }),
    'file_suspicious',
  ],
  [
    'a document type hidden in UTF-16',
    '花名册.xlsx',
    workbookWith({ name: 'xl/sharedStrings.xml', content: Buffer.from('\ufeff<!DOCTYPE x><sst/>', 'utf16le') }),
    'file_suspicious',
  ],
  [
    'too many parts',
    '花名册.xlsx',
    workbookWith(...Array.from({ length: 2001 }, (_, index) => ({ name: `xl/media/${index}.png`, content: 'x' }))),
    'file_suspicious',
  ],
])('%s is refused', (_, name, bytes, code) => {
  expect(refusal(name, bytes)).toBe(code)
})

it('a zip bomb is refused before it is unpacked: by what it claims, by its ratio, by what it really holds', () => {
  const eighty = Buffer.alloc(80 * 1024 * 1024, 0x20)
  const bombs = [
    workbookWith({ name: 'xl/worksheets/sheet1.xml', content: eighty }),
    workbookWith({ name: 'xl/worksheets/sheet1.xml', content: eighty, claims: 40 * 1024 * 1024 }),
    workbookWith({ name: 'xl/worksheets/sheet1.xml', content: eighty, claims: 1000 }),
  ]
  const started = process.cpuUsage()
  expect(bombs.map((bomb) => refusal('花名册.xlsx', bomb))).toEqual([
    'file_suspicious',
    'file_suspicious',
    'file_suspicious',
  ])
  // A bomb that was being unpacked would take many seconds of processor time and gigabytes.
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(3_000)
})

it('a file over 20 MB is refused with its size', () => {
  expect(() => preflight('大.xlsx', Buffer.alloc(21 * 1024 * 1024, 1))).toThrow(
    expect.objectContaining({ code: 'file_too_large', details: { size: '21.0 MB', limit: '20 MB' } }),
  )
})
