import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import type { RawCell, RawNote, RawSheet, RawValue, RawWorkbook } from '../domain/table/raw-workbook.ts'
import { withBoundedClaims } from './bounded-claims.ts'
import { ExcelError } from './excel-error.ts'
import { withPageTitles } from './page-titles.ts'
import { withChineseText } from './old-code-page.ts'
import { checkedRows, checkSheetCount, SHEET_LIMITS, tooManyColumns, tooManyRows } from './sheet-limits.ts'
import { decodeText } from './text-encoding.ts'

/**
 * Reads bytes that passed the preflight as sheets. Runs in the child process only. Of a page every cell stays the text it is, so that ID
 * numbers and leading zeros are safe; its scripts, styles and links are dropped before it is read.
 * @throws ExcelError `file_encrypted`, `file_damaged`, `file_too_large`.
 */
export function readWorkbook(format: Exclude<RawWorkbook['format'], 'csv'>, bytes: Uint8Array): RawWorkbook {
  const book = format === 'html' || format === 'xml' ? parseText(format, decodeText(bytes)) : parse(format, bytes)
  checkSheetCount(book.SheetNames.length)
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true
  const states = book.Workbook?.Sheets ?? []
  return {
    format,
    sheets: book.SheetNames.flatMap((name, index): RawSheet[] => {
      const sheet = book.Sheets[name]
      return sheet === undefined
        ? []
        : [
            {
              name,
              hidden: (states[index]?.Hidden ?? 0) !== 0,
              rows: readRows(sheet, epoch1904),
              merges: readMerges(sheet),
              ...hiddenRowsOf(sheet),
              ...notesOf(sheet),
            },
          ]
    }),
  }
}

/** `dateNF`: what built-in date format 14 shows in a Chinese Excel. `cellStyles`: without it hidden rows are not told. */
const OPTIONS = { dense: true, cellDates: false, cellNF: true, cellHTML: false, cellStyles: true, dateNF: 'yyyy/m/d' }

function parse(format: 'xlsx' | 'xls' | 'ods' | 'docx', given: Uint8Array): WorkBook {
  const bytes = format === 'xls' ? given : withBoundedClaims(given)
  return reading(() => withChineseText(read(bytes, { ...OPTIONS, type: 'array' }), bytes))
}

function parseText(format: 'html' | 'xml', text: string): WorkBook {
  const plain = text.replace(/^\ufeff/u, '')
  return reading(() =>
    format === 'xml'
      ? read(plain, { ...OPTIONS, type: 'string' })
      : read(tablesOnly(plain), { ...OPTIONS, type: 'string', raw: true }),
  )
}

/** The page without what is no table: comments (Excel hides its own markup in them), scripts, styles. Line breaks inside a cell stay. */
function tablesOnly(page: string): string {
  const bare = page
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replaceAll(/<(script|style|noscript|template|iframe|object|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replaceAll(/<!\[[\s\S]*?\]>/gu, '')
  const titled = withPageTitles(bare)
  return `<html><body>${withCharacters(titled.slice(Math.max(0, titled.search(/<table[\s>]/iu))))}</body></html>`
}

/** Rare characters a page writes as numbers: &#x3400;. Those that would be markup stay. */
function withCharacters(page: string): string {
  return page.replaceAll(/&#(?:x([\da-f]{3,6})|(\d{3,7}));/giu, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code >= 160 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

function reading(parsed: () => WorkBook): WorkBook {
  try {
    return parsed()
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(message)) throw new ExcelError('file_encrypted', {}, error)
    throw new ExcelError('file_damaged', { problem: '表格内容读不出来' }, error)
  }
}

function hiddenRowsOf(sheet: WorkSheet): { readonly hiddenRows?: readonly number[] } {
  const all = sheet['!rows'] ?? []
  const rows = placesOf(all, SHEET_LIMITS.rows).filter((index) => all[index]?.hidden === true)
  return rows.length === 0 ? {} : { hiddenRows: rows }
}

/** Of a comment so much is read, and of a sheet so many. */
const NOTE_LIMITS = { length: 300, count: 5_000 }

/** Not every kind of file tells who wrote a comment. */
interface Said {
  readonly a?: string
  readonly t?: string
}

/** 王会计:\n2026年9月已调出: a comment begins with who wrote it, on a line of its own. */
function notesOf(sheet: WorkSheet): { readonly notes?: readonly RawNote[] } {
  const data: unknown = sheet['!data']
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = Array.isArray(data) ? data : []
  const notes: RawNote[] = []
  for (const row of placesOf(rows, SHEET_LIMITS.rows))
    for (const column of placesOf(rows[row] ?? [], SHEET_LIMITS.columns)) {
      const comments: readonly Said[] | undefined = rows[row]?.[column]?.c
      if (comments === undefined || notes.length >= NOTE_LIMITS.count) continue
      const text = comments
        .map(({ a: author = '', t: said = '' }) => withoutAuthor(said, author).trim())
        .filter((said) => said !== '')
        .join('；')
      if (text !== '') notes.push({ row, column, text: text.slice(0, NOTE_LIMITS.length) })
    }
  return notes.length === 0 ? {} : { notes }
}

function withoutAuthor(said: string, author: string): string {
  const first = /^[^\r\n]{1,30}[:：](?=\r?\n)/u.exec(said)?.[0]
  if (first !== undefined) return said.slice(first.length)
  return author !== '' && said.startsWith(`${author}:`) ? said.slice(author.length + 1) : said
}

function readRows(sheet: WorkSheet, epoch1904: boolean): RawSheet['rows'] {
  const data: unknown = sheet['!data']
  if (!Array.isArray(data)) return []
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = data
  const read: RawCell[][] = []
  for (const index of placesOf(rows, SHEET_LIMITS.rows)) {
    const row = rows[index]
    const cells = row === undefined ? EMPTY : readRow(row, epoch1904)
    if (index < SHEET_LIMITS.rows) {
      // A row may stand alone far down: those before it cost nothing but their places.
      while (read.length < index) read.push(EMPTY)
      read.push(cells)
    } else if (cells.some((cell) => cell !== null)) throw tooManyRows(index + 1)
  }
  return checkedRows(read)
}

const EMPTY: RawCell[] = []

function readRow(row: readonly (CellObject | undefined)[], epoch1904: boolean): RawCell[] {
  const cells: RawCell[] = []
  for (const column of placesOf(row, SHEET_LIMITS.columns)) {
    const cell = row[column]
    const read = cell === undefined ? null : readCell(cell, epoch1904)
    if (column < SHEET_LIMITS.columns) {
      while (cells.length < column) cells.push(null)
      cells.push(read)
    } else if (read !== null) throw tooManyColumns(column + 1)
  }
  return cells
}

/** Places of a list that may claim four thousand million of them and fill two: beyond what a sheet may have only such as are filled. */
function placesOf(list: readonly unknown[], usual: number): readonly number[] {
  return list.length > usual ? Object.keys(list).map(Number) : Array.from(list.keys())
}

function readCell(cell: CellObject, epoch1904: boolean): RawCell {
  const { t: type, v: value } = cell
  const formula = cell.f === undefined ? {} : { formula: true as const }
  switch (type) {
    case 's':
      return typeof value === 'string' && value !== '' ? value : null
    case 'n':
      return typeof value === 'number' ? { ...readNumber(cell, value, epoch1904), ...formula } : null
    case 'b':
      return { kind: 'boolean', value: value === true ? 1 : 0, shown: value === true ? 'TRUE' : 'FALSE', ...formula }
    case 'e':
      return { kind: 'error', value: 0, shown: cell.w ?? '#ERROR!', ...formula }
    default:
      return null
  }
}

function readNumber(cell: CellObject, value: number, epoch1904: boolean): RawValue {
  const shown = cell.w ?? String(value)
  if (cell.z === undefined || !SSF.is_date(String(cell.z))) {
    // A date that lost its format: in a workbook that counts from 1904 the number alone would be read four years wrong.
    const lost = epoch1904 && Number.isInteger(value) && value > 8000 && value < 60_000 ? dayOf(value, true) : null
    return { kind: 'number', value, shown, ...(lost === null ? {} : { day: lost }) }
  }
  const day = dayOf(value, epoch1904)
  return day === null ? { kind: 'number', value, shown } : { kind: 'date', value, shown, day }
}

/** The calendar day of a serial number: arithmetic on the workbook's epoch, no time zone. */
function dayOf(serial: number, epoch1904: boolean): string | null {
  if (serial < 1) return null
  const code = SSF.parse_date_code(serial, { date1904: epoch1904 })
  if (code === null || code === undefined || code.d < 1 || code.y > 9999) return null
  return `${String(code.y).padStart(4, '0')}-${String(code.m).padStart(2, '0')}-${String(code.d).padStart(2, '0')}`
}

function readMerges(sheet: WorkSheet): RawSheet['merges'] {
  const merges = sheet['!merges'] ?? []
  if (merges.length > SHEET_LIMITS.merges)
    throw new ExcelError('file_too_large', { size: `${merges.length} 处合并`, limit: `${SHEET_LIMITS.merges} 处` })
  return merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}
