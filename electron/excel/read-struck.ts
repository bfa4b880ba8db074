import { columnNumber, type RawMerge, type RawWorkbook } from '../domain/table/raw-workbook.ts'
import { openParts, sheetPart } from './workbook-parts.ts'
import { attribute, elements } from './xml-text.ts'

/* Cells drawn with a line through them: the commonest way to mark in a list who has left. */

const STYLES_PART = 'xl/styles.xml'
/** Opening tags of cells; their address and style are all that is asked of them. */
const CELL = /<(?:[\w.-]+:)?c\s(?<attributes>[^<>]*)>/gu
/** A line is switched off by its value. */
const STRUCK = /<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*["'](?<value>[^"']*)["'])?\s*\/?>/u

/**
 * The workbook with each sheet's struck cells. Nearly no workbook has a style with a line through it: of those the sheets are not looked at
 * again. What cannot be found has no lines.
 */
export function withStruck(workbook: RawWorkbook, bytes: Uint8Array): RawWorkbook {
  const parts = openParts(bytes)
  const styles = struckStyles(parts.text(STYLES_PART))
  if (styles.size === 0) return workbook
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const part = partOf(parts, sheet.name)
      const struck = part === null ? [] : struckCells(parts.text(part), styles)
      return struck.length === 0 ? sheet : { ...sheet, struck }
    }),
  }
}

function partOf(parts: ReturnType<typeof openParts>, sheet: string): string | null {
  try {
    return sheetPart(parts, sheet)
  } catch {
    // The reader found the sheet by other ways; it has its cells and no lines.
    return null
  }
}

/** Numbers of the styles (`s` of a cell) whose font has a line through it. */
function struckStyles(xml: string): ReadonlySet<string> {
  if (!xml.includes('strike')) return new Set()
  const fonts = elements(elements(xml, 'fonts')[0]?.inner ?? '', 'font').map(({ inner }) => {
    const found = STRUCK.exec(inner)
    return found !== null && !['0', 'false', 'off'].includes(found.groups?.['value'] ?? '')
  })
  const styles = elements(elements(xml, 'cellXfs')[0]?.inner ?? '', 'xf')
  return new Set(
    styles.flatMap(({ attributes }, at) =>
      fonts[Number(attribute(attributes, 'fontId') ?? '0')] === true ? [`${at}`] : [],
    ),
  )
}

function struckCells(xml: string, styles: ReadonlySet<string>): readonly RawMerge[] {
  const found: RawMerge[] = []
  for (const { groups } of xml.matchAll(CELL)) {
    const attributes = groups?.['attributes'] ?? ''
    if (!styles.has(attribute(attributes, 's') ?? '')) continue
    const place = /^(?<letters>[A-Z]{1,3})(?<row>\d{1,7})$/u.exec(attribute(attributes, 'r') ?? '')?.groups
    if (place === undefined) continue
    const [row, column] = [Number(place['row']) - 1, columnNumber(place['letters'] ?? '')]
    const last = found.at(-1)
    // Cells side by side are one area.
    if (last !== undefined && last.top === row && last.right === column - 1)
      found[found.length - 1] = { ...last, right: column }
    else found.push({ top: row, left: column, bottom: row, right: column })
  }
  return found
}
