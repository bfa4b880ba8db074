import { utils, write, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import { steady, zip } from './zip.ts'

/* The carriers of the cases: the same rows as .xlsx, .xls, .ods, SpreadsheetML, HTML and text in the encodings offices use. */

/** A date cell: its day, and the format it is shown in. */
export interface DayCell {
  readonly day: string
  readonly format: string
}
export type Value = string | number | null | DayCell
export type Row = readonly Value[]

export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
  /** Merged areas as "A1:C1". */
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  /** Counted from 0. */
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  /** Formulas by cell; their value is the row's. */
  readonly formulas?: Readonly<Record<string, string>>
}

const DAY = 86_400_000
/** The serial number of a day; `from1904` in the date system of old Macs. */
export function serialOf(day: string, from1904 = false): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY + 25569 - (from1904 ? 1462 : 0)
}

function cell(value: Value): CellObject | null {
  if (value === null) return null
  if (typeof value === 'string') return { t: 's', v: value }
  if (typeof value === 'number') return { t: 'n', v: value }
  return { t: 'n', v: serialOf(value.day), z: value.format }
}

export function sheetOf(sheet: Sheet): WorkSheet {
  const made = utils.aoa_to_sheet(sheet.rows.map((row) => row.map(cell)))
  made['!merges'] = (sheet.merges ?? []).map((area) => utils.decode_range(area))
  if (sheet.hiddenRows !== undefined) {
    const rows: { hidden?: boolean }[] = sheet.rows.map(() => ({}))
    for (const at of sheet.hiddenRows) rows[at] = { hidden: true }
    made['!rows'] = rows
  }
  if (sheet.hiddenColumns !== undefined) {
    const columns: { hidden?: boolean; wch: number }[] = Array.from({ length: 30 }, () => ({ wch: 12 }))
    for (const at of sheet.hiddenColumns) columns[at] = { hidden: true, wch: 12 }
    made['!cols'] = columns
  }
  for (const [address, formula] of Object.entries(sheet.formulas ?? {})) {
    const at = made[address] as CellObject | undefined
    if (at !== undefined) at.f = formula
  }
  return made
}

export function workbookOf(sheets: readonly Sheet[]): WorkBook {
  const book = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name)
  book.Workbook = { Sheets: sheets.map((sheet) => ({ name: sheet.name, Hidden: sheet.hidden === true ? 1 : 0 })) }
  return book
}

export const xlsx = (...sheets: readonly Sheet[]): Buffer =>
  steady(write(workbookOf(sheets), { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
export const biff = (...sheets: readonly Sheet[]): Buffer =>
  write(workbookOf(sheets), { type: 'buffer', bookType: 'biff8' }) as Buffer

/** Macro-enabled; the macro part is text that no reader has to understand. */
export function xlsm(...sheets: readonly Sheet[]): Buffer {
  const book = workbookOf(sheets)
  book.vbaraw = Buffer.from('Sub Auto_Open()\r\nEnd Sub\r\n')
  return steady(write(book, { type: 'buffer', bookType: 'xlsm', bookVBA: true, compression: true }) as Buffer)
}

/** Text of a cell as an office program shows it. */
export function shown(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  const [year, month, day] = value.day.split('-')
  return `${year}/${Number(month)}/${Number(day)}`
}

export function separated(rows: readonly Row[], mark: ',' | '\t'): string {
  const field = (value: Value) => {
    const text = shown(value)
    // Exports write the guard of a long number as it is, without quotes around it.
    if (/^="\d+X?"$/.test(text)) return text
    return /["\n\r]/.test(text) || text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => row.map(field).join(mark)).join('\r\n') + '\r\n'
}

export const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

let codes: Map<string, readonly number[]> | null = null
/** GB18030 bytes of a text: codes of the first plane from the decoder itself, the planes above by their formula. */
export function gb18030(text: string): Buffer {
  codes ??= planeCodes()
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    const known = codes.get(letter)
    if (point < 0x80) bytes.push(point)
    else if (known !== undefined) bytes.push(...known)
    else if (point >= 0x10000) {
      const at = point - 0x10000
      bytes.push(
        0x90 + Math.floor(at / 12600),
        0x30 + (Math.floor(at / 1260) % 10),
        0x81 + (Math.floor(at / 10) % 126),
        0x30 + (at % 10),
      )
    } else throw new Error(`no code for ${letter}`)
  }
  return Buffer.from(bytes)
}

function planeCodes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly number[]>()
  const learn = (bytes: readonly number[]) => {
    const letter = decoder.decode(new Uint8Array(bytes))
    if (Array.from(letter).length === 1 && letter !== '\ufffd' && !found.has(letter)) found.set(letter, bytes)
  }
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) learn([high, low])
  for (let at = 0; at < 39420; at += 1)
    learn([
      0x81 + Math.floor(at / 12600),
      0x30 + (Math.floor(at / 1260) % 10),
      0x81 + (Math.floor(at / 10) % 126),
      0x30 + (at % 10),
    ])
  return found
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A cell of a web page: text, and how many rows and columns it spans. */
export interface WebCell {
  readonly text: string
  readonly rows?: number
  readonly columns?: number
}
export function webPage(charset: string, head: string, rows: readonly (readonly WebCell[])[]): string {
  const span = (one: WebCell) =>
    `${one.rows === undefined ? '' : ` rowspan=${one.rows}`}${one.columns === undefined ? '' : ` colspan=${one.columns}`}`
  const body = rows.map(
    (row) =>
      `<tr>${row.map((one) => `<td${span(one)} class=xl24>${one.text === '' ? '&nbsp;' : escaped(one.text).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`,
  )
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head><meta http-equiv=Content-Type ' +
    `content="text/html; charset=${charset}">${head}</head>\r\n<body><table border=1>` +
    `${body.join('\r\n')}</table></body></html>\r\n`
  )
}

/** OpenDocument by hand: covered cells, repeated blanks up to the sheet's edge, dates as dates. */
export function ods(...sheets: readonly Sheet[]): Buffer {
  const table = (sheet: Sheet) => {
    const areas = (sheet.merges ?? []).map((area) => utils.decode_range(area))
    const line = (row: Row, r: number) =>
      row.map((value, c) => {
        const area = areas.find((one) => r >= one.s.r && r <= one.e.r && c >= one.s.c && c <= one.e.c)
        if (area !== undefined && (area.s.r !== r || area.s.c !== c)) return '<table:covered-table-cell/>'
        const span =
          area === undefined
            ? ''
            : ` table:number-columns-spanned="${area.e.c - area.s.c + 1}" table:number-rows-spanned="${area.e.r - area.s.r + 1}"`
        if (value === null) return `<table:table-cell${span}/>`
        const type =
          typeof value === 'number'
            ? `office:value-type="float" office:value="${value}"`
            : typeof value === 'object'
              ? `office:value-type="date" office:date-value="${value.day}"`
              : 'office:value-type="string"'
        return `<table:table-cell ${type}${span}>${shown(value)
          .split('\n')
          .map((text) => `<text:p>${escaped(text)}</text:p>`)
          .join('')}</table:table-cell>`
      })
    const lines = sheet.rows.map(
      (row, r) =>
        `<table:table-row>${line(row, r).join('')}<table:table-cell table:number-columns-repeated="${16384 - row.length}"/></table:table-row>`,
    )
    const rest =
      `<table:table-row table:number-rows-repeated="${1_048_576 - sheet.rows.length}">` +
      '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return `<table:table table:name="${escaped(sheet.name)}">${lines.join('')}${rest}</table:table>`
  }
  const type = 'application/vnd.oasis.opendocument.spreadsheet'
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
  return zip({
    mimetype: type,
    'META-INF/manifest.xml':
      '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest ' +
      'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">' +
      `<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry ` +
      'manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry ' +
      'manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    'styles.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${names} office:version="1.2"><office:styles/></office:document-styles>`,
    'content.xml':
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} office:version="1.2">` +
      `<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet>` +
      '</office:body></office:document-content>',
  })
}

/**
 * A workbook of Excel 5.0/95, whose texts are bytes of code page 936. The writing library cannot make those: two letters stand in for each Chinese
 * character, and its bytes take their place afterwards. At most 93 different
 * characters; none of the sheet's own texts may hold ~.
 */
export function oldXls(...sheets: readonly Sheet[]): Buffer {
  const standIns = new Map<string, string>()
  const standIn = (character: string) => {
    const known = standIns.get(character)
    if (known !== undefined) return known
    const made = `~${String.fromCodePoint(0x21 + standIns.size)}`
    if (standIns.size > 0x5c) throw new Error('too many different characters for a workbook of Excel 95')
    standIns.set(character, made)
    return made
  }
  const plain = (text: string) =>
    Array.from(text, (one) => ((one.codePointAt(0) ?? 0) < 0x80 ? one : standIn(one))).join('')
  const rows = sheets.map((sheet) => ({
    ...sheet,
    name: plain(sheet.name),
    rows: sheet.rows.map((row) => row.map((value) => (typeof value === 'string' ? plain(value) : value))),
  }))
  const bytes = write(workbookOf(rows), { type: 'buffer', bookType: 'biff5' }) as Buffer
  for (const [character, made] of standIns) {
    const [own, marks] = [gb18030(character), Buffer.from(made)]
    for (let at = bytes.indexOf(marks); at >= 0; at = bytes.indexOf(marks, at + marks.length)) own.copy(bytes, at)
  }
  return bytes
}
