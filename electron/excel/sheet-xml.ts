import { columnLetters, columnNumber } from '../domain/import-plan/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import { attribute, elementPattern, withAttribute } from './xml-text.ts'

/*
 * One worksheet part, taken apart at its rows and put together again. What is not touched keeps its very characters: the parts before and after
 * the rows are strings, an untouched row or cell is written as it was read.
 */

export interface SheetCellXml {
  /** 0-based. */
  readonly column: number
  readonly attributes: string
  readonly inner: string
}

export interface SheetRowXml {
  /** 1-based. */
  readonly row: number
  readonly attributes: string
  readonly cells: readonly SheetCellXml[]
  /** The row as it was read; null once it was changed. */
  readonly raw: string | null
}

export interface SheetXml {
  /** Everything up to and with the opening tag of the rows. */
  readonly head: string
  readonly rows: readonly SheetRowXml[]
  /** The closing tag and everything after. */
  readonly tail: string
  /** Namespace prefix with its colon, or ''. */
  readonly prefix: string
}

const SHEET_DATA = /<((?:[\w.-]+:)?)sheetData(\s[^<>]*?)?(?:\/>|>([\s\S]*)<\/(?:[\w.-]+:)?sheetData\s*>)/

/** @throws ExcelError `file_damaged` for a part without rows' element or with rows out of order. */
export function readSheetXml(xml: string): SheetXml {
  const found = SHEET_DATA.exec(xml)
  if (found === null || xml.includes('<![CDATA[')) throw new ExcelError('file_damaged', { problem: '工作表内容读不出来' })
  const [whole, prefix = '', attributes = '', inner = ''] = found
  const rows: SheetRowXml[] = []
  let last = 0
  for (const match of inner.matchAll(elementPattern('row'))) {
    const own = match[1] ?? ''
    const row = Number(attribute(own, 'r') ?? last + 1)
    if (!Number.isInteger(row) || row <= last) throw new ExcelError('file_damaged', { problem: '工作表的行次序不对' })
    rows.push({ row, attributes: own, cells: readCells(match[2] ?? ''), raw: match[0] })
    last = row
  }
  return {
    head: `${xml.slice(0, found.index)}<${prefix}sheetData${attributes}>`,
    rows,
    tail: `</${prefix}sheetData>${xml.slice(found.index + whole.length)}`,
    prefix,
  }
}

function readCells(inner: string): readonly SheetCellXml[] {
  const cells: SheetCellXml[] = []
  let next = 0
  for (const match of inner.matchAll(elementPattern('c'))) {
    const attributes = match[1] ?? ''
    const letters = /^[A-Za-z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
    const column = letters === undefined ? next : columnNumber(letters)
    cells.push({ column, attributes, inner: match[2] ?? '' })
    next = column + 1
  }
  return cells
}

/** The part as text. */
export function writeSheetXml({ head, rows, tail, prefix }: SheetXml): string {
  return head + rows.map((row) => row.raw ?? writeRow(row, prefix)).join('') + tail
}

function writeRow(row: SheetRowXml, prefix: string): string {
  const cells = row.cells.map((cell) => {
    const attributes = withAttribute(cell.attributes, 'r', `${columnLetters(cell.column)}${row.row}`)
    return cell.inner === '' ? `<${prefix}c${spaced(attributes)}/>` : `<${prefix}c${spaced(attributes)}>${cell.inner}</${prefix}c>`
  })
  const attributes = spaced(withAttribute(row.attributes, 'r', row.row))
  return cells.length === 0 ? `<${prefix}row${attributes}/>` : `<${prefix}row${attributes}>${cells.join('')}</${prefix}row>`
}

function spaced(attributes: string): string {
  const text = attributes.trim()
  return text === '' ? '' : ` ${text}`
}

/** The style number of a cell: its own, or its row's where the row gives one to all. */
export function styleOf(row: SheetRowXml, cell: SheetCellXml | undefined): string | undefined {
  if (cell !== undefined) return attribute(cell.attributes, 's')
  return attribute(row.attributes, 'customFormat') === '1' ? attribute(row.attributes, 's') : undefined
}

/** A cell's formula element; undefined where it has none. */
export function formulaOf(cell: SheetCellXml | undefined): { readonly attributes: string; readonly text: string } | undefined {
  if (cell === undefined) return undefined
  const found = elementPattern('f').exec(cell.inner)
  return found === null ? undefined : { attributes: found[1] ?? '', text: found[2] ?? '' }
}

/** True for a cell that shows nothing and computes nothing. */
export function isEmptyCell(cell: SheetCellXml | undefined): boolean {
  return cell === undefined || !/<(?:[\w.-]+:)?(?:v|is|f)[\s>/]/.test(cell.inner)
}
