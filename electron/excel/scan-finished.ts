import * as XLSX from 'xlsx'
import { ExcelError } from './excel-error.ts'

/*
 * The last look at a public file before it is released. It is opened again with the other workbook library, so that a fault of the one that
 * wrote it does not hide what it wrote, and every text in it is searched for what may be an ID number or a mobile number.
 */

/** Runs of 11 digits or more catch mobile numbers and 15- and 18-digit IDs; also 17 digits with X, and both written with blanks or hyphens. */
const LEAKS: readonly RegExp[] = [
  /\d{17}[\dXx]/,
  /\d{11,}/,
  /(?<!\d)\d(?:[\s-]?\d){16}[\s-]?[\dXx]/,
  /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/,
]

/**
 * Throws `notice_leak` with the place and the count of digits, never the digits themselves. A desk telephone (0794-1234567) passes.
 * For the `bureau` everything but the cells of the sheets.
 * Reads cells (values and shown texts), comments, links, sheet names, defined names, properties, headers and footers, and every other text in the package.
 */
export function scanFinished(bytes: Uint8Array, audience: 'public' | 'bureau' = 'public'): void {
  if (audience === 'bureau') return scanPackage(bytes, withoutCells)
  const workbook = XLSX.read(bytes, { type: 'array', cellText: true, cellNF: false, cellStyles: false, dense: true })
  for (const name of workbook.SheetNames) {
    inspect(name, name, '表名')
    const sheet = workbook.Sheets[name]
    if (sheet !== undefined) scanCells(name, sheet)
  }
  scanPackage(bytes, (_, xml) => xml)
}

/** A part as a bureau's file is searched: its cells and their texts left out, for the bureau asks for ID numbers there. */
function withoutCells(part: string, xml: string): string {
  return part === 'xl/sharedStrings.xml' ? '' : xml.replaceAll(/<sheetData>[^]*?<\/sheetData>/g, '')
}

function scanCells(name: string, sheet: XLSX.WorkSheet): void {
  for (const [row, cells] of (sheet['!data'] ?? []).entries())
    for (const [column, cell] of (cells ?? []).entries()) scanCell(name, row, column, cell)
}

function scanCell(name: string, row: number, column: number, cell: XLSX.CellObject | undefined): void {
  if (cell === undefined) return
  for (const text of [
    String(cell.v ?? ''),
    cell.w ?? '',
    cell.f ?? '',
    cell.l?.Target ?? '',
    cell.l?.Tooltip ?? '',
    ...(cell.c ?? []).flatMap((comment) => [comment.t ?? '', comment.a ?? '']),
  ])
    inspect(text, name, () => XLSX.utils.encode_cell({ r: row, c: column }))
}

/** Names of parts whose every text is for people: their attributes count too. The rest is searched by text alone, for coordinates are long numbers. */
const SPOKEN = /^(xl\/workbook\.xml|docProps\/|xl\/comments|xl\/threadedComments|xl\/persons|customXml\/)/

function scanPackage(bytes: Uint8Array, searched: (part: string, xml: string) => string): void {
  const parts = XLSX.CFB.read(bytes, { type: 'array' })
  for (const [index, path] of parts.FullPaths.entries()) {
    const part = path.replace(/^(Root Entry)?\//, '')
    const entry = parts.FileIndex[index]
    if (entry === undefined || !/\.(xml|rels|vml)$/.test(part)) continue
    const xml = searched(part, new TextDecoder().decode(Uint8Array.from(entry.content as Uint8Array)))
    for (const [, text = ''] of xml.matchAll(/>([^<]+)/g))
      if (!/^-?\d+\.\d+(E[-+]?\d+)?$/.test(text)) inspect(unescaped(text), part, '文字')
    if (SPOKEN.test(part) || part.endsWith('.rels'))
      for (const [, value] of xml.matchAll(/="([^"]*)"/g)) inspect(unescaped(value ?? ''), part, '属性')
  }
}

function unescaped(text: string): string {
  if (!text.includes('&#')) return text
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** Shorter than any number that must not hang, and nothing in it that could stand for more places than it has. */
const HARMLESS = /^[\x20-\x7e]{0,10}$/

function inspect(text: string, sheet: string, place: string | (() => string)): void {
  if (HARMLESS.test(text)) return
  const plain = text.normalize('NFKC')
  for (const leak of LEAKS) {
    const found = leak.exec(plain)
    if (found !== null)
      throw new ExcelError('notice_leak', {
        sheet,
        cell: typeof place === 'string' ? place : place(),
        digits: found[0].replaceAll(/[^\dXx]/g, '').length,
      })
  }
}
