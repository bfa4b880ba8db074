import type { FillBlock, FillOutcome, FillRequest, FillValue } from '../domain/fill/fill-request.ts'
import { laidOut } from '../domain/fill/lay-out-sides.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../domain/table/raw-workbook.ts'
import { readCellStyles, type CellStyles } from './cell-styles.ts'
import { ExcelError } from './excel-error.ts'
import { cellWith, filledRow, findBlankRows, sourceRow, type BlankRows } from './fill-block.ts'
import { filledLines, linesToFill, withLines } from './fill-lines.ts'
import type { RowGrowth } from './formula-references.ts'
import { grownRow, grownTail, tallMerges, unsafe, withOwnFormulas } from './grow-sheet.ts'
import { calculateOnOpening, growWorkbook } from './grow-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import {
  formulaOf,
  isEmptyCell,
  readSheetXml,
  styleOf,
  writeSheetXml,
  type SheetCellXml,
  type SheetRowXml,
  type SheetXml,
} from './sheet-xml.ts'
import { asXlsx } from './xls-to-xlsx.ts'
import { openParts, relations, sheetPart, WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'
import { MalformedXml } from './xml-tokens.ts'
import { elements, unescapeXml } from './xml-text.ts'
import { withResults } from './formula-results.ts'

export interface FilledForm {
  readonly bytes: Uint8Array
  /** One a request, in their order. */
  readonly outcomes: readonly FillOutcome[]
  /** The finished file, read again. */
  readonly workbook: RawWorkbook
}

export interface FilledTemplate extends Omit<FilledForm, 'outcomes'> {
  readonly outcome: FillOutcome
}

const UNTOUCHED: FillOutcome = { firstRow: 0, lastRow: 0, inserted: 0, formulaColumns: [], lines: [], plain: false }

/** One block or card of a form; see `fillForm`. */
export function fillTemplate(format: 'xlsx' | 'xls', given: Uint8Array, request: FillRequest): FilledTemplate {
  const { bytes, outcomes, workbook } = fillForm(format, given, [request])
  return { bytes, outcome: outcomes[0] ?? UNTOUCHED, workbook }
}

/**
 * Fills a form by editing its own package: only the sheets' cells change (and, where rows come in, what names rows); styles, theme, other sheets
 * and pictures go through byte for byte. Runs in the child process only, on bytes that passed the preflight.
 * @throws ExcelError `file_damaged`; `template_rows` where the form has too few blank rows and more cannot be put in safely.
 */
export function fillForm(format: 'xlsx' | 'xls', given: Uint8Array, requests: readonly FillRequest[]): FilledForm {
  try {
    return fillSheets(format, given, requests)
  } catch (error) {
    if (error instanceof MalformedXml) throw new ExcelError('file_damaged', { problem: '表格内容读不出来' }, error)
    throw error
  }
}

function fillSheets(format: 'xlsx' | 'xls', given: Uint8Array, requests: readonly FillRequest[]): FilledForm {
  const bytes = format === 'xls' ? asXlsx(given) : given
  const { sheets } = readWorkbook('xlsx', bytes)
  const parts = openParts(bytes)
  const stylesPart = relations(parts, WORKBOOK_PART).find(({ type }) => type === 'styles')?.target ?? ''
  const styles = readCellStyles(parts.text(stylesPart))
  const outcomes = new Map<FillRequest, FillOutcome>()
  for (const [name, own] of Map.groupBy(requests, (request) => request.sheet)) {
    const shown = sheets.find((sheet) => sheet.name === name)
    if (shown === undefined) throw new ExcelError('file_damaged', { problem: `找不到工作表“${name}”` })
    for (const [request, outcome] of fillSheet(parts, shown, own, styles)) outcomes.set(request, outcome)
  }
  setResults(
    parts,
    sheets.map(({ name }) => name),
    new Set(requests.map(({ sheet }) => sheet)),
  )
  calculateOnOpening(parts)
  const done = parts.bytes()
  return {
    bytes: done,
    outcomes: requests.map((request) => ({ ...(outcomes.get(request) ?? UNTOUCHED), plain: format === 'xls' })),
    workbook: readWorkbook('xlsx', done),
  }
}

/** Works the formulas of the filled sheets out anew, and those of the others that speak of other sheets. */
function setResults(parts: WorkbookParts, names: readonly string[], filled: ReadonlySet<string>): void {
  const sheets = new Map<string, SheetXml>()
  for (const name of names) {
    const xml = parts.text(sheetPart(parts, name))
    // A sheet of charts has no cells.
    if (elements(xml, 'sheetData').length > 0) sheets.set(name, readSheetXml(xml))
  }
  const strings = elements(
    parts.text(relations(parts, WORKBOOK_PART).find(({ type }) => type === 'sharedStrings')?.target ?? ''),
    'si',
  )
  const text = (index: number) =>
    elements(strings[index]?.inner ?? '', 't')
      .map(({ inner }) => unescapeXml(inner))
      .join('')
  for (const [name, sheet] of withResults({ sheets, text, filled }))
    if (filled.has(name) || sheets.get(name)?.rows.some(speaksOfOthers) === true)
      parts.set(sheetPart(parts, name), writeSheetXml(sheet))
}

function speaksOfOthers(row: SheetRowXml): boolean {
  return row.cells.some((cell) => formulaOf(cell)?.text.includes('!') === true)
}

/** Every block of one sheet, the lowest first: what stands above it keeps its rows. */
function fillSheet(
  parts: WorkbookParts,
  shown: RawSheet,
  requests: readonly FillRequest[],
  styles: CellStyles,
): ReadonlyMap<FillRequest, FillOutcome> {
  const part = sheetPart(parts, shown.name)
  let sheet = readSheetXml(parts.text(part))
  const growths: RowGrowth[] = []
  const outcomes = new Map<FillRequest, FillOutcome>()
  // Before rows come in: what stands below moves along with what is written there.
  const speaking = requests.find(({ lines }) => lines !== null)
  const cells = requests.flatMap((request) => request.cells)
  const lines = speaking === undefined ? [] : linesToFill(sheet, shown, { ...speaking, cells }, styles)
  sheet = withLines(sheet, shown, lines, parts, styles)
  for (const cell of cells) sheet = withCell(sheet, cell.row, cell.column, cell.value, styles)
  for (const request of requests.toSorted((a, b) => (b.block?.headerLast ?? 0) - (a.block?.headerLast ?? 0))) {
    const { block } = request
    if (block === null || block.rows.length === 0) continue
    const blank = findBlankRows(sheet, shown, block, styles)
    const laid = laidOut(block, blank.last - blank.first + 1)
    const by = Math.max(0, laid.rows.length - (blank.last - blank.first + 1))
    const growth: RowGrowth = { sheet: request.sheet, ...blank, by }
    const filled = fillRows({ ...sheet, rows: withOwnFormulas(sheet.rows) }, laid, blank, growth, styles)
    sheet = filled.sheet
    if (growth.by > 0) growWorkbook(parts, part, growth)
    sheet = withSums(sheet, shown, laid, growth, styles)
    for (const [other, known] of outcomes)
      outcomes.set(other, { ...known, firstRow: known.firstRow + growth.by, lastRow: known.lastRow + growth.by })
    growths.push(growth)
    outcomes.set(request, {
      ...UNTOUCHED,
      firstRow: blank.first,
      lastRow: blank.first + laid.rows.length - 1,
      inserted: growth.by,
      formulaColumns: filled.formulaColumns,
    })
  }
  if (speaking !== undefined)
    outcomes.set(speaking, { ...(outcomes.get(speaking) ?? UNTOUCHED), lines: filledLines(lines, growths) })
  parts.set(part, writeSheetXml(sheet))
  return outcomes
}

function fillRows(
  sheet: SheetXml,
  block: FillBlock,
  blank: BlankRows,
  growth: RowGrowth,
  styles: CellStyles,
): { readonly sheet: SheetXml; readonly formulaColumns: readonly number[] } {
  const tall = tallMerges(sheet, blank.first, blank.last)
  if (block.columns.some((column) => tall.some(({ left, right }) => left <= column && column <= right)))
    throw unsafe('空白行里有上下合并的格子')
  const byRow = new Map(sheet.rows.map((row) => [row.row, row]))
  const sourceOf = (row: number): SheetRowXml => byRow.get(row) ?? { row, attributes: '', cells: [], raw: null }
  const count = Math.max(block.rows.length, blank.last - blank.first + 1)
  const made = Array.from({ length: count }, (_, place) => {
    const source = sourceOf(sourceRow(place, count, blank))
    const values = block.rows[place]
    if (values === undefined) return source
    return filledRow(
      source,
      blank.first + place,
      new Map(block.columns.map((column, index) => [column, values[index] ?? null])),
      sheet.prefix,
      styles,
    )
  })
  const outside = (row: SheetRowXml) => row.row < blank.first || row.row > blank.last
  const others =
    growth.by === 0 ? sheet.rows.filter(outside) : sheet.rows.filter(outside).map((row) => grownRow(row, growth))
  const rows = [
    ...others,
    ...made.filter((row) => row.raw !== null || row.cells.length > 0 || byRow.has(row.row)),
  ].toSorted((left, right) => left.row - right.row)
  const copies = Array.from({ length: growth.by }, (_, index): readonly [number, number] => [
    sourceRow(blank.last - blank.first + 1 + index, count, blank),
    blank.last + 1 + index,
  ])
  const first = sourceOf(blank.first)
  return {
    sheet: growth.by === 0 ? { ...sheet, rows } : grownTail({ ...sheet, rows }, growth, copies),
    formulaColumns: block.columns.filter(
      (column) => formulaOf(first.cells.find((cell) => cell.column === column)) !== undefined,
    ),
  }
}

/** An empty cell of the 合计 row, above or below the block, under a column of numbers gets the sum as a formula. */
function withSums(sheet: SheetXml, shown: RawSheet, block: FillBlock, growth: RowGrowth, styles: CellStyles): SheetXml {
  if (block.sumColumns.length === 0) return sheet
  const near = [growth.first - 1, growth.last + 1].filter((row) => row > block.headerLast && isTotalRow(shown, row))
  const range = (column: number) =>
    `SUM(${columnLetters(column)}${growth.first}:${columnLetters(column)}${growth.last + growth.by})`
  const places = new Set(near.map((row) => (row > growth.last ? row + growth.by : row)))
  const rows = sheet.rows.map((row) => {
    if (!places.has(row.row)) return row
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
    for (const column of block.sumColumns) {
      const style = styleOf(row, undefined)
      const cell = cells.get(column) ?? { column, attributes: style === undefined ? '' : ` s="${style}"`, inner: '' }
      if (isEmptyCell(cell))
        cells.set(column, {
          ...cellWith(cell, null, sheet.prefix, styles),
          inner: `<${sheet.prefix}f>${range(column)}</${sheet.prefix}f>`,
        })
    }
    return { ...row, cells: [...cells.values()].toSorted((left, right) => left.column - right.column), raw: null }
  })
  return { ...sheet, rows }
}

function isTotalRow(shown: RawSheet, row: number): boolean {
  const first = (shown.rows[row - 1] ?? [])
    .map((cell) => shownText(cell).replaceAll(/\s/g, ''))
    .find((text) => text !== '')
  return first !== undefined && /^(?:合计|总计|小计|共计)[:：]?$/u.test(first)
}

function withCell(sheet: SheetXml, row: number, column: number, value: FillValue, styles: CellStyles): SheetXml {
  const source = sheet.rows.find((one) => one.row === row + 1) ?? {
    row: row + 1,
    attributes: '',
    cells: [] as readonly SheetCellXml[],
    raw: null,
  }
  const changed = filledRow(source, row + 1, new Map([[column, value]]), sheet.prefix, styles)
  return {
    ...sheet,
    rows: [...sheet.rows.filter((one) => one.row !== row + 1), changed].toSorted((left, right) => left.row - right.row),
  }
}
