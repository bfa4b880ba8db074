import { columnLetters, columnNumber } from '../domain/table/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import { attribute, elements, rewrite, withAttribute } from './xml-text.ts'
import { MalformedXml } from './xml-tokens.ts'

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

/** @throws ExcelError `file_damaged` for a part without rows' element, with rows out of order, or not well-formed. */
export function readSheetXml(xml: string): SheetXml {
  try {
    return takeApart(xml)
  } catch (error) {
    if (error instanceof MalformedXml) throw new ExcelError('file_damaged', { problem: '工作表内容读不出来' }, error)
    throw error
  }
}

function takeApart(xml: string): SheetXml {
  const [data] = elements(xml, 'sheetData')
  if (data === undefined || xml.includes('<![CDATA['))
    throw new ExcelError('file_damaged', { problem: '工作表内容读不出来' })
  const { prefix } = data
  const rows: SheetRowXml[] = []
  let last = 0
  for (const { attributes: own, inner, whole } of elements(data.inner, 'row')) {
    const row = Number(attribute(own, 'r') ?? last + 1)
    if (!Number.isInteger(row) || row <= last) throw new ExcelError('file_damaged', { problem: '工作表的行次序不对' })
    rows.push({ row, attributes: own, cells: readCells(inner), raw: whole })
    last = row
  }
  return {
    head: `${xml.slice(0, data.at)}<${prefix}sheetData${data.attributes}>`,
    rows,
    tail: `</${prefix}sheetData>${xml.slice(data.at + data.whole.length)}`,
    prefix,
  }
}

function readCells(inner: string): readonly SheetCellXml[] {
  const cells: SheetCellXml[] = []
  let next = 0
  for (const { attributes, inner: content } of elements(inner, 'c')) {
    const letters = /^[A-Za-z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
    const column = letters === undefined ? next : columnNumber(letters)
    cells.push({ column, attributes, inner: content })
    next = column + 1
  }
  return cells
}

/** The part as text: its used area covers every row and column written. */
export function writeSheetXml({ head, rows, tail, prefix }: SheetXml): string {
  return withDimension(head, rows) + rows.map((row) => row.raw ?? writeRow(row, prefix)).join('') + tail
}

/** Readers that believe `<dimension>` see nothing outside of it. It only ever grows. */
function withDimension(head: string, rows: readonly SheetRowXml[]): string {
  return rewrite(head, {
    tag: (tag) => {
      if (tag.name !== 'dimension') return tag.attributes
      const area = /^([A-Za-z]+)(\d+)(?::([A-Za-z]+)(\d+))?$/.exec(attribute(tag.attributes, 'ref') ?? '')
      const used = rows.filter(({ cells }) => cells.length > 0)
      const lowest = used.at(-1)?.row
      if (area === null || lowest === undefined) return tag.attributes
      const [, left = 'A', top = '1', right = left, bottom = top] = area
      const columns = used.flatMap(({ cells }) => [cells[0]?.column ?? 0, cells.at(-1)?.column ?? 0])
      const least = columns.reduce((known, column) => Math.min(known, column), columnNumber(left))
      const most = columns.reduce((known, column) => Math.max(known, column), columnNumber(right))
      const first = Math.min(Number(top), used[0]?.row ?? Number(top))
      const grown = `${columnLetters(least)}${first}:${columnLetters(most)}${Math.max(Number(bottom), lowest)}`
      const same =
        least === columnNumber(left) &&
        most === columnNumber(right) &&
        first === Number(top) &&
        Math.max(Number(bottom), lowest) === Number(bottom)
      return same ? tag.attributes : withAttribute(tag.attributes, 'ref', grown)
    },
  })
}

function writeRow(row: SheetRowXml, prefix: string): string {
  const cells = row.cells.map((cell) => {
    const attributes = withAttribute(cell.attributes, 'r', `${columnLetters(cell.column)}${row.row}`)
    return cell.inner === ''
      ? `<${prefix}c${spaced(attributes)}/>`
      : `<${prefix}c${spaced(attributes)}>${cell.inner}</${prefix}c>`
  })
  const attributes = spaced(withAttribute(row.attributes, 'r', row.row))
  return cells.length === 0
    ? `<${prefix}row${attributes}/>`
    : `<${prefix}row${attributes}>${cells.join('')}</${prefix}row>`
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
export function formulaOf(
  cell: SheetCellXml | undefined,
): { readonly attributes: string; readonly text: string } | undefined {
  if (cell === undefined) return undefined
  // Most cells hold none.
  if (!/<(?:[\w.-]+:)?f[\s/>]/.test(cell.inner)) return undefined
  const [found] = elements(cell.inner, 'f')
  return found === undefined ? undefined : { attributes: found.attributes, text: found.inner }
}

/** True for a cell that shows nothing and computes nothing. */
export function isEmptyCell(cell: SheetCellXml | undefined): boolean {
  return cell === undefined || !/<(?:[\w.-]+:)?(?:v|is|f)[\s>/]/.test(cell.inner)
}
