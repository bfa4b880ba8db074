import { utils, write } from 'xlsx'
import { expect, it } from 'vitest'
import { withBoundedClaims } from '../../electron/excel/bounded-claims.ts'
import { openParts } from '../../electron/excel/workbook-parts.ts'
import { asXlsx } from '../../electron/excel/xls-to-xlsx.ts'
import { WORKBOOK_PARTS, zipOf } from '../fixtures/zip.ts'

/* What a few bytes may claim of a sheet is made small before a library believes it. What it costs is R14's (tests/reliability/hostile-files.test.ts). */

const SHEET = 'xl/worksheets/sheet1.xml'
const bounded = (xml: string, name = SHEET) => {
  const bytes = zipOf([...WORKBOOK_PARTS.filter((part) => part.name !== name), { name, content: xml }])
  const made = withBoundedClaims(bytes)
  return { text: openParts(made).text(name), same: made === bytes }
}
const sheet = (before: string, after: string) =>
  `<worksheet>${before}<sheetData><row r="1"/></sheetData>${after}</worksheet>`

it('a link over every cell is one over its first; a small one, and what is no link, stay', () => {
  const link = (ref: string) => `<x:hyperlink ref="${ref}" location="乙!A1"/>`
  expect(bounded(sheet('', link('B2:XFD1048576'))).text).toBe(sheet('', link('B2')))
  expect(bounded(sheet('', link('A1:ZZZZZZ4294967295'))).text).toBe(sheet('', link('A1')))
  for (const kept of [link('A1:C9'), link('A1'), '<mergeCell ref="A1:XFD1048576"/>'])
    expect(bounded(sheet('', kept))).toEqual({ text: sheet('', kept), same: true })
})

it('widths end where a sheet ends', () => {
  const widths = (max: number) => `<cols><col min="1" max="${max}" width="9"/></cols>`
  expect(bounded(sheet(widths(4_294_967_295), '')).text).toBe(sheet(widths(16_384), ''))
  expect(bounded(sheet(widths(16_384), '')).same).toBe(true)
})

it('rows and cells of an OpenDocument are repeated once more than a sheet may have, and no oftener', () => {
  const table = (rows: number, cells: number) =>
    `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${cells}"/></table:table-row>`
  expect(bounded(table(4_294_967_295, 16_384), 'content.xml').text).toBe(table(20_001, 201))
  expect(bounded(table(7, 8), 'content.xml').same).toBe(true)
})

it('an old workbook is filled as what it holds, however many rows it says it has', () => {
  const made = utils.aoa_to_sheet([['姓名', '职务'], ['甲某']])
  made['!ref'] = 'A1:C60000'
  const book = utils.book_new()
  utils.book_append_sheet(book, made, '甲')
  const xls = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
  expect(openParts(asXlsx(xls)).text(SHEET)).toContain('<dimension ref="A1:B2"/>')
})
