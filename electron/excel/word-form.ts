import {
  valueText,
  type FillBlock,
  type FillOutcome,
  type FillRequest,
  type FillValue,
} from '../domain/fill/fill-request.ts'
import { firstBlankRow } from '../domain/fill/blank-row.ts'
import { laidOut } from '../domain/fill/lay-out-sides.ts'
import type { RawMerge, RawSheet, RawWorkbook } from '../domain/table/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import type { FilledForm } from './fill-template.ts'
import { openParts } from './workbook-parts.ts'
import {
  attribute,
  elements,
  escapeCellText,
  replaceElements,
  rewrite,
  unescapeXml,
  withAttribute,
} from './xml-text.ts'
import { MalformedXml, type XmlElement } from './xml-tokens.ts'

/*
 * A form in a letter (.docx): each table reads as a sheet, the paragraphs over it as its titles, and takes its values in place. Only the
 * table's cells change; every other part and every other character of the letter stays.
 */

const DOCUMENT = 'word/document.xml'
/** So many of the paragraphs right over a table are its titles. */
const TITLES = 3

interface WordCell {
  readonly column: number
  readonly width: number
  readonly text: string
  readonly merge: 'begins' | 'goes on' | null
}

interface WordTable {
  readonly element: XmlElement
  readonly titles: readonly string[]
  readonly rows: readonly (readonly WordCell[])[]
}

/** Reads bytes that passed the preflight. @throws ExcelError `file_damaged` */
export function readWordForm(bytes: Uint8Array): RawWorkbook {
  return guarded(() => ({
    format: 'docx',
    sheets: tablesOf(openParts(bytes).text(DOCUMENT)).map(sheetOf),
  }))
}

/** Fills a letter's tables. @throws ExcelError `file_damaged`, `template_rows` */
export function fillWordForm(bytes: Uint8Array, requests: readonly FillRequest[]): FilledForm {
  return guarded(() => {
    const parts = openParts(bytes)
    const xml = parts.text(DOCUMENT)
    const outcomes = new Map<FillRequest, FillOutcome>()
    let made = ''
    let copied = 0
    for (const [index, table] of tablesOf(xml).entries()) {
      const own = requests.filter(({ sheet }) => sheet === tableName(index))
      if (own.length === 0) continue
      const filled = fillTable(table, own, outcomes)
      made += xml.slice(copied, table.element.at) + filled
      copied = table.element.at + table.element.whole.length
    }
    parts.set(DOCUMENT, made + xml.slice(copied))
    const done = parts.bytes()
    return {
      bytes: done,
      outcomes: requests.map((request) => outcomes.get(request) ?? UNTOUCHED),
      workbook: readWordForm(done),
    }
  })
}

const UNTOUCHED: FillOutcome = { firstRow: 0, lastRow: 0, inserted: 0, formulaColumns: [], lines: [], plain: false }

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof MalformedXml) throw new ExcelError('file_damaged', { problem: '文档内容读不出来' }, error)
    throw error
  }
}

const tableName = (index: number) => `表格${index + 1}`

function tablesOf(xml: string): readonly WordTable[] {
  let from = 0
  return elements(xml, 'tbl').map((element) => {
    const above = elements(xml.slice(from, element.at), 'p')
      .map((paragraph) => textOf(paragraph.inner))
      .filter((text) => text.trim() !== '')
    from = element.at + element.whole.length
    return {
      element,
      titles: above.slice(-TITLES),
      rows: elements(element.inner, 'tr').map((row) => cellsOf(row.inner)),
    }
  })
}

function cellsOf(row: string): readonly WordCell[] {
  const properties = elements(row, 'trPr')[0]?.inner ?? ''
  let column = numberIn(properties, 'gridBefore') ?? 0
  return elements(row, 'tc').map((cell): WordCell => {
    const own = elements(cell.inner, 'tcPr')[0]?.inner ?? ''
    const width = numberIn(own, 'gridSpan') ?? 1
    const merge = elements(own, 'vMerge')[0]
    const read: WordCell = {
      column,
      width,
      text: elements(cell.inner, 'p')
        .map((paragraph) => textOf(paragraph.inner))
        .join('\n')
        .trim(),
      merge: merge === undefined ? null : valueOf(merge) === 'restart' ? 'begins' : 'goes on',
    }
    column += width
    return read
  })
}

function valueOf(element: XmlElement): string | undefined {
  return attribute(element.attributes, '(?:[\\w.-]+:)?val')
}

function numberIn(properties: string, name: string): number | null {
  const found = elements(properties, name)[0]
  return found === undefined ? null : Number(valueOf(found) ?? 0)
}

function textOf(paragraph: string): string {
  return elements(paragraph, 'r')
    .map((run) =>
      elements(run.inner, 't')
        .map((text) => unescapeXml(text.inner))
        .join(''),
    )
    .join('')
}

function sheetOf({ titles, rows }: WordTable, index: number): RawSheet {
  const merges: RawMerge[] = []
  const open = new Map<number, { top: number; left: number; bottom: number; right: number }>()
  for (const [place, cells] of rows.entries()) {
    const row = titles.length + place
    for (const { column, width, merge } of cells) {
      const right = column + width - 1
      const above = open.get(column)
      if (merge === 'goes on' && above !== undefined) {
        above.bottom = row
        continue
      }
      open.delete(column)
      if (merge !== 'begins' && width === 1) continue
      const area = { top: row, left: column, bottom: row, right }
      merges.push(area)
      if (merge === 'begins') open.set(column, area)
    }
  }
  return {
    name: tableName(index),
    hidden: false,
    rows: [
      ...titles.map((title) => [title]),
      ...rows.map((cells) => {
        const shown: (string | null)[] = []
        for (const { column, text } of cells) shown[column] = text === '' ? null : text
        return Array.from(shown, (text) => text ?? null)
      }),
    ],
    merges: merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right),
  }
}

type Values = ReadonlyMap<number, FillValue>

function fillTable(
  table: WordTable,
  requests: readonly FillRequest[],
  outcomes: Map<FillRequest, FillOutcome>,
): string {
  const offset = table.titles.length
  let rows = elements(table.element.inner, 'tr').map(({ whole }) => whole)
  const cells = Map.groupBy(
    requests.flatMap((request) => request.cells),
    ({ row }) => row - offset,
  )
  rows = rows.map((row, place) =>
    withValues(row, new Map((cells.get(place) ?? []).map(({ column, value }) => [column, value]))),
  )
  // The lowest block first: what stands above it keeps its rows.
  for (const request of requests.toSorted((a, b) => (b.block?.headerLast ?? 0) - (a.block?.headerLast ?? 0)))
    if (request.block !== null && request.block.rows.length > 0) {
      const filled = fillBlock(table, rows, request.block)
      rows = filled.rows
      for (const [other, known] of outcomes)
        if (requests.includes(other))
          outcomes.set(other, {
            ...known,
            firstRow: known.firstRow + filled.outcome.inserted,
            lastRow: known.lastRow + filled.outcome.inserted,
          })
      outcomes.set(request, filled.outcome)
    }
  const old = elements(table.element.inner, 'tr')
  const [first, last] = [old[0], old.at(-1)]
  if (first === undefined || last === undefined) return table.element.whole
  const inner =
    table.element.inner.slice(0, first.at) + rows.join('') + table.element.inner.slice(last.at + last.whole.length)
  return table.element.whole.replace(table.element.inner, () => inner)
}

function fillBlock(
  table: WordTable,
  rows: readonly string[],
  block: FillBlock,
): { readonly rows: string[]; readonly outcome: FillOutcome } {
  const offset = table.titles.length
  const first = firstBlankRow(sheetOf(table, 0), block)
  if (first === null) throw new ExcelError('template_rows', { why: '表头下面没有空白行' })
  const from = first - 1 - offset
  let blank = 0
  while (from + blank < Math.min(table.rows.length, block.until - offset) && isBlank(table.rows[from + blank], block))
    blank += 1
  const laid = laidOut(block, blank)
  const by = Math.max(0, laid.rows.length - blank)
  const model = rows[from + blank - 1]
  if (model === undefined || blank === 0) throw new ExcelError('template_rows', { why: '表头下面没有空白行' })
  if (by > 0 && table.rows[from + blank - 1]?.some(({ merge }) => merge !== null) === true)
    throw new ExcelError('template_rows', { why: '空白行里有上下合并的格子' })
  const made = Array.from({ length: Math.max(blank, laid.rows.length) }, (_, place) => {
    const own = place < blank ? (rows[from + place] ?? model) : withoutNumber(withoutIds(model), block.sequenceColumns)
    const values = laid.rows[place]
    return values === undefined
      ? own
      : withValues(own, new Map(laid.columns.map((column, index) => [column, values[index] ?? null])))
  })
  return {
    rows: [
      ...rows.slice(0, from),
      ...made,
      ...rows.slice(from + blank).map((row, at) => (at === 0 ? withSums(row, laid) : row)),
    ],
    outcome: {
      ...UNTOUCHED,
      firstRow: first,
      lastRow: first + laid.rows.length - 1,
      inserted: by,
    },
  }
}

function isBlank(cells: readonly WordCell[] | undefined, block: FillBlock): boolean {
  return (
    cells !== undefined &&
    cells.every(({ column, text }) => text === '' || (block.sequenceColumns.includes(column) && /^\d+$/.test(text)))
  )
}

/** A paragraph's own number may stand only once in a letter. */
function withoutIds(row: string): string {
  return rewrite(row, {
    tag: ({ name, attributes }) =>
      name === 'p' || name === 'tr'
        ? ['w14:paraId', 'w14:textId'].reduce((known, id) => withAttribute(known, id, null), attributes)
        : attributes,
  })
}

/** The empty cells of a 合计 right below a list, under its columns of numbers. */
function withSums(row: string, { columns, sumColumns, rows }: FillBlock): string {
  const cells = cellsOf(row.replace(/^<[^>]*>/u, '').replace(/<\/[^>]*>$/u, ''))
  const first = cells.find(({ text }) => text !== '')?.text.replaceAll(/\s/gu, '') ?? ''
  if (sumColumns.length === 0 || !/^(?:合计|总计|小计|共计)[:：]?$/u.test(first)) return row
  const sums = sumColumns.map((column): readonly [number, FillValue] => {
    const place = columns.indexOf(column)
    const numbers = rows.flatMap((values) => {
      const value = values[place] ?? null
      return value?.kind === 'number' ? [value.value] : []
    })
    return [column, numbers.length === 0 ? null : { kind: 'number', value: numbers.reduce((sum, one) => sum + one, 0) }]
  })
  return withValues(row, new Map(sums))
}

/** A copy of the last numbered row has a number of its own. */
function withoutNumber(row: string, columns: readonly number[]): string {
  if (columns.length === 0) return row
  const cells = cellsOf(row.replace(/^<[^>]*>/u, '').replace(/<\/[^>]*>$/u, ''))
  let index = -1
  return replaceElements(row, 'tc', (cell) => {
    index += 1
    return columns.includes(cells[index]?.column ?? -1)
      ? rewrite(cell.whole, { text: (text, { name }) => (name === 't' ? '' : text) })
      : cell.whole
  })
}

/** The row with values in its cells, by the table's columns. A cell with something in it keeps it, but for a number printed in advance. */
function withValues(row: string, values: Values): string {
  if (values.size === 0) return row
  const cells = cellsOf(row.replace(/^<[^>]*>/u, '').replace(/<\/[^>]*>$/u, ''))
  let index = -1
  return replaceElements(row, 'tc', (cell) => {
    index += 1
    const place = cells[index]
    const value = place === undefined ? undefined : values.get(place.column)
    if (place === undefined || value === undefined || value === null || place.text !== '') return cell.whole
    return withText(cell, valueText(value))
  })
}

/** The cell with a text in its first paragraph, in the looks the empty paragraph has. */
function withText(cell: XmlElement, text: string): string {
  let done = false
  return replaceElements(cell.whole, 'p', (paragraph) => {
    if (done) return paragraph.whole
    done = true
    const { prefix } = paragraph
    const mark = elements(elements(paragraph.inner, 'pPr')[0]?.inner ?? '', 'rPr')[0]
    const look = elements(paragraph.inner, 'r').flatMap((run) => elements(run.inner, 'rPr'))[0] ?? mark
    const lines = text
      .split('\n')
      .map((line) => `<${prefix}t xml:space="preserve">${escapeCellText(line)}</${prefix}t>`)
      .join(`<${prefix}br/>`)
    const run = `<${prefix}r>${look?.whole ?? ''}${lines}</${prefix}r>`
    return `<${prefix}p${paragraph.attributes.trimEnd()}>${paragraph.inner}${run}</${prefix}p>`
  })
}
