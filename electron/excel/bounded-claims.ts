import { columnNumber } from '../domain/table/raw-workbook.ts'
import { repackZip } from './repack-zip.ts'
import { SHEET_LIMITS } from './sheet-limits.ts'
import { openParts } from './workbook-parts.ts'

/*
 * A few bytes may claim a whole sheet: a link over every cell, a width for four thousand million columns, a row repeated without end. The reading
 * library makes an object for each of them. Before it reads, such claims are made as small as a sheet may be; what then still lies outside is refused as ever.
 */

/** Columns of the largest sheet a spreadsheet program knows. */
const MOST_COLUMNS = 16_384
/** A link over more cells than this is kept for its first one: nothing reads where links lead. */
const MOST_LINKED = 1000

/** The parts that hold cells, of either kind. */
const SHEETS = /(?:^|\/)(?:worksheets\/[^/]+|content)\.xml$/iu

const LINK = /<(?:[\w.-]+:)?hyperlink\s[^<>]*>/gu
const COLUMN = /<(?:[\w.-]+:)?col\s[^<>]*>/gu
const REPEATED = /\bnumber-(?<what>rows|columns)-repeated\s*=\s*(?<quote>["'])(?<times>[^"']*)\k<quote>/gu

/** The bytes of a workbook or OpenDocument with its claims bounded; the very same where none needs to be. */
export function withBoundedClaims(bytes: Uint8Array): Uint8Array {
  const parts = openParts(bytes)
  const changed = new Map<string, string>()
  for (const name of parts.names) {
    if (!SHEETS.test(name)) continue
    const text = parts.text(name)
    const bounded = /content\.xml$/iu.test(name) ? withFewRepeats(text) : withFewLinks(text)
    if (bounded !== text) changed.set(name, bounded)
  }
  if (changed.size === 0) return bytes
  return repackZip(bytes, (name, content) => {
    const text = changed.get(name)
    return text === undefined ? content : Buffer.from(text, 'utf8')
  })
}

/** Widths stand before the cells, links after them. */
function withFewLinks(xml: string): string {
  const [first, last] = [xml.indexOf('sheetData'), xml.lastIndexOf('sheetData')]
  if (first < 0) return xml
  const head = xml.slice(0, first)
  const tail = xml.slice(last)
  const bounded = [head.replaceAll(COLUMN, withinSheet), tail.replaceAll(LINK, withFirstCell)] as const
  return bounded[0] === head && bounded[1] === tail ? xml : bounded[0] + xml.slice(first, last) + bounded[1]
}

function withinSheet(tag: string): string {
  return tag.replaceAll(/\bm(?:ax|in)\s*=\s*["'](\d+)["']/gu, (attribute, column: string) =>
    Number(column) > MOST_COLUMNS ? attribute.replace(column, String(MOST_COLUMNS)) : attribute,
  )
}

function withFirstCell(tag: string): string {
  return tag.replace(/\bref\s*=\s*["']([^"']*)["']/u, (attribute, area: string) => {
    const [from = '', to = from] = area.split(':')
    const [first, last] = [placeOf(from), placeOf(to)]
    const cells = first === null || last === null ? 1 : (last.row - first.row + 1) * (last.column - first.column + 1)
    return cells > MOST_LINKED ? attribute.replace(area, from) : attribute
  })
}

function placeOf(cell: string): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Za-z]+)\$?(\d+)$/u.exec(cell)
  return found === null ? null : { row: Number(found[2]), column: columnNumber(found[1] ?? '') }
}

/** One more than a sheet may have: what is filled that often is still too much, and what comes after it still too far. */
function withFewRepeats(xml: string): string {
  return xml.replaceAll(REPEATED, (attribute, ...found) => {
    const { what, times = '' } = found.at(-1) as Readonly<Record<string, string>>
    const most = (what === 'rows' ? SHEET_LIMITS.rows : SHEET_LIMITS.columns) + 1
    return Number(times) > most ? attribute.replace(times, String(most)) : attribute
  })
}
