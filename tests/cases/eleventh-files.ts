import { utils } from 'xlsx'
import { escaped, serialOf, type Row, type Sheet, type Value } from './kit/write-files.ts'
import { letter } from './kit/form-parts.ts'
import { zip } from './kit/zip.ts'

/* Carriers the eleventh set writes by hand: SpreadsheetML 2003 with several sheets, and Strict Open XML with shared strings. */

const areasOf = (sheet: Sheet) => (sheet.merges ?? []).map((area) => utils.decode_range(area))
type Area = ReturnType<typeof areasOf>[number]

const holding = (areas: readonly Area[], r: number, c: number) =>
  areas.find((one) => r >= one.s.r && r <= one.e.r && c >= one.s.c && c <= one.e.c)

/** SpreadsheetML 2003: covered and empty cells are left out, the next one tells its column. */
export function spreadsheet2003(...sheets: readonly Sheet[]): Buffer {
  const data = (value: Value) => {
    if (typeof value === 'number') return `<Data ss:Type="Number">${value}</Data>`
    if (typeof value === 'string') return `<Data ss:Type="String">${escaped(value).replaceAll('\n', '&#10;')}</Data>`
    return value === null ? '' : `<Data ss:Type="DateTime">${value.day}T00:00:00.000</Data>`
  }
  const line = (areas: readonly Area[], row: Row, r: number) =>
    row
      .map((value, c) => {
        const area = holding(areas, r, c)
        if (area !== undefined && (area.s.r !== r || area.s.c !== c)) return ''
        if (value === null && area === undefined) return ''
        const across = area === undefined || area.e.c === area.s.c ? '' : ` ss:MergeAcross="${area.e.c - area.s.c}"`
        const down = area === undefined || area.e.r === area.s.r ? '' : ` ss:MergeDown="${area.e.r - area.s.r}"`
        return `<Cell ss:Index="${c + 1}"${across}${down}>${data(value)}</Cell>`
      })
      .join('')
  const tables = sheets.map((sheet) => {
    const areas = areasOf(sheet)
    const rows = sheet.rows.map((row, r) => `<Row ss:AutoFitHeight="0">${line(areas, row, r)}</Row>`)
    return `<Worksheet ss:Name="${escaped(sheet.name)}"><Table>\r\n${rows.join('\r\n')}</Table></Worksheet>`
  })
  return Buffer.from(
    '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook ' +
      'xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
      `xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${tables.join('')}</Workbook>\r\n`,
  )
}

/** Strict Open XML as an office program saves it: shared strings, merged cells, days as ISO text. */
export function strictBook(sheet: Sheet): Buffer {
  const strings: string[] = []
  const shared = (text: string) => {
    const known = strings.indexOf(text)
    return known >= 0 ? known : strings.push(text) - 1
  }
  const cell = (value: Value, r: number, c: number) => {
    const at = `${letter(c)}${r + 1}`
    if (value === null) return `<c r="${at}"/>`
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'string') return `<c r="${at}" t="s"><v>${shared(value)}</v></c>`
    // Every other day as a serial number, as the two programs that write this format differ.
    return r % 2 === 0
      ? `<c r="${at}" s="1" t="d"><v>${value.day}</v></c>`
      : `<c r="${at}" s="1"><v>${serialOf(value.day)}</v></c>`
  }
  const rows = sheet.rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`,
  )
  const merges = (sheet.merges ?? []).map((area) => `<mergeCell ref="${area}"/>`)
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const packed = 'http://schemas.openxmlformats.org/package/2006'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`
  const related = (...all: readonly string[]) =>
    `${xml}<Relationships xmlns="${packed}/relationships">${all.join('')}</Relationships>`
  return zip({
    '[Content_Types].xml':
      `${xml}<Types xmlns="${packed}/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}` +
      `${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': related(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${xml}<workbook xmlns="${main}" xmlns:r="${relations}" conformance="strict"><sheets>` +
      `<sheet name="${escaped(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(
      relation(1, 'worksheet', 'worksheets/sheet1.xml'),
      relation(2, 'styles', 'styles.xml'),
      relation(3, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml':
      `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">' +
      '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml':
      `${xml}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>` +
      `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells></worksheet>`,
    'xl/sharedStrings.xml':
      `${xml}<sst xmlns="${main}" uniqueCount="${strings.length}">` +
      `${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  })
}
