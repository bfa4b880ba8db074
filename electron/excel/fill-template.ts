import type { FillBlock, FillOutcome, FillRequest, FillValue } from '../domain/fill/fill-request.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../domain/import-plan/raw-workbook.ts'
import { readCellStyles, type CellStyles } from './cell-styles.ts'
import { ExcelError } from './excel-error.ts'
import { cellWith, filledRow, findBlankRows, sourceRow, type BlankRows } from './fill-block.ts'
import { filledLines, linesToFill, withLines } from './fill-lines.ts'
import type { RowGrowth } from './formula-references.ts'
import { grownRow, grownTail, tallMerges, unsafe, withOwnFormulas } from './grow-sheet.ts'
import { calculateOnOpening, growWorkbook } from './grow-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import { formulaOf, isEmptyCell, readSheetXml, writeSheetXml, type SheetCellXml, type SheetRowXml, type SheetXml } from './sheet-xml.ts'
import { asXlsx } from './xls-to-xlsx.ts'
import { openParts, relations, sheetPart, WORKBOOK_PART } from './workbook-parts.ts'
import { withResults } from './formula-results.ts'

export interface FilledTemplate {
  readonly bytes: Uint8Array
  readonly outcome: FillOutcome
  /** The finished file, read again. */
  readonly workbook: RawWorkbook
}

const UNTOUCHED: FillOutcome = { firstRow: 0, lastRow: 0, inserted: 0, formulaColumns: [], lines: [], plain: false }

/**
 * Fills a form by editing its own package: only the sheet's cells change (and, where rows come in, what names rows); styles, theme, other sheets
 * and pictures go through byte for byte. Runs in the child process only, on bytes that passed the preflight.
 * @throws ExcelError `file_damaged`; `template_rows` where the form has too few blank rows and more cannot be put in safely.
 */
export function fillTemplate(format: 'xlsx' | 'xls', given: Uint8Array, request: FillRequest): FilledTemplate {
  const bytes = format === 'xls' ? asXlsx(given) : given
  const shown = readWorkbook('xlsx', bytes).sheets.find((sheet) => sheet.name === request.sheet)
  if (shown === undefined) throw new ExcelError('file_damaged', { problem: `找不到工作表“${request.sheet}”` })
  const parts = openParts(bytes)
  const part = sheetPart(parts, request.sheet)
  const stylesPart = relations(parts, WORKBOOK_PART).find(({ type }) => type === 'styles')?.target ?? ''
  const styles = readCellStyles(parts.text(stylesPart))
  let sheet = readSheetXml(parts.text(part))
  let outcome = UNTOUCHED
  let grown: RowGrowth | null = null
  // Before rows come in: what stands below moves along with what is written there.
  const lines = linesToFill(sheet, shown, request, styles)
  sheet = withLines(sheet, shown, lines, parts, styles)
  if (request.block !== null && request.block.rows.length > 0) {
    const blank = findBlankRows(sheet, shown, request.block, styles)
    const growth: RowGrowth = { sheet: request.sheet, ...blank, by: Math.max(0, request.block.rows.length - (blank.last - blank.first + 1)) }
    sheet = { ...sheet, rows: withOwnFormulas(sheet.rows) }
    const filled = fillRows(sheet, request.block, blank, growth, styles)
    sheet = filled.sheet
    if (growth.by > 0) growWorkbook(parts, part, growth)
    grown = growth
    sheet = withSums(sheet, shown, request.block, growth, styles)
    outcome = { ...outcome, firstRow: blank.first, lastRow: blank.first + request.block.rows.length - 1, inserted: growth.by, formulaColumns: filled.formulaColumns }
  }
  for (const cell of request.cells) sheet = withCell(sheet, cell.row, cell.column, cell.value, styles)
  parts.set(part, writeSheetXml(withResults(sheet)))
  calculateOnOpening(parts)
  const done = parts.bytes()
  return { bytes: done, outcome: { ...outcome, lines: filledLines(lines, grown), plain: format === 'xls' }, workbook: readWorkbook('xlsx', done) }
}

function fillRows(sheet: SheetXml, block: FillBlock, blank: BlankRows, growth: RowGrowth, styles: CellStyles): { readonly sheet: SheetXml; readonly formulaColumns: readonly number[] } {
  const tall = tallMerges(sheet, blank.first, blank.last)
  if (block.columns.some((column) => tall.some(({ left, right }) => left <= column && column <= right))) throw unsafe('空白行里有上下合并的格子')
  const byRow = new Map(sheet.rows.map((row) => [row.row, row]))
  const sourceOf = (row: number): SheetRowXml => byRow.get(row) ?? { row, attributes: '', cells: [], raw: null }
  const count = Math.max(block.rows.length, blank.last - blank.first + 1)
  const made = Array.from({ length: count }, (_, place) => {
    const source = sourceOf(sourceRow(place, count, blank))
    const values = block.rows[place]
    if (values === undefined) return source
    return filledRow(source, blank.first + place, new Map(block.columns.map((column, index) => [column, values[index] ?? null])), sheet.prefix, styles)
  })
  const outside = (row: SheetRowXml) => row.row < blank.first || row.row > blank.last
  const others = growth.by === 0 ? sheet.rows.filter(outside) : sheet.rows.filter(outside).map((row) => grownRow(row, growth))
  const rows = [...others, ...made.filter((row) => row.raw !== null || row.cells.length > 0 || byRow.has(row.row))].toSorted((left, right) => left.row - right.row)
  const copies = Array.from({ length: growth.by }, (_, index): readonly [number, number] => [sourceRow(blank.last - blank.first + 1 + index, count, blank), blank.last + 1 + index])
  const first = sourceOf(blank.first)
  return {
    sheet: growth.by === 0 ? { ...sheet, rows } : grownTail({ ...sheet, rows }, growth, copies),
    formulaColumns: block.columns.filter((column) => formulaOf(first.cells.find((cell) => cell.column === column)) !== undefined),
  }
}

/** An empty cell of the 合计 row, above or below the block, under a column of numbers gets the sum as a formula. */
function withSums(sheet: SheetXml, shown: RawSheet, block: FillBlock, growth: RowGrowth, styles: CellStyles): SheetXml {
  if (block.sumColumns.length === 0) return sheet
  const near = [growth.first - 1, growth.last + 1].filter((row) => row > block.headerLast && isTotalRow(shown, row))
  const range = (column: number) => `SUM(${columnLetters(column)}${growth.first}:${columnLetters(column)}${growth.last + growth.by})`
  const places = new Set(near.map((row) => (row > growth.last ? row + growth.by : row)))
  const rows = sheet.rows.map((row) => {
    if (!places.has(row.row)) return row
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
    for (const column of block.sumColumns) {
      const cell = cells.get(column)
      if (cell !== undefined && isEmptyCell(cell)) cells.set(column, { ...cellWith(cell, null, sheet.prefix, styles), inner: `<${sheet.prefix}f>${range(column)}</${sheet.prefix}f>` })
    }
    return { ...row, cells: [...cells.values()], raw: null }
  })
  return { ...sheet, rows }
}

function isTotalRow(shown: RawSheet, row: number): boolean {
  const first = (shown.rows[row - 1] ?? []).map((cell) => shownText(cell).replaceAll(/\s/g, '')).find((text) => text !== '')
  return first !== undefined && /^(?:合计|总计|小计|共计)[:：]?$/u.test(first)
}

function withCell(sheet: SheetXml, row: number, column: number, value: FillValue, styles: CellStyles): SheetXml {
  const source = sheet.rows.find((one) => one.row === row + 1) ?? { row: row + 1, attributes: '', cells: [] as readonly SheetCellXml[], raw: null }
  const changed = filledRow(source, row + 1, new Map([[column, value]]), sheet.prefix, styles)
  return { ...sheet, rows: [...sheet.rows.filter((one) => one.row !== row + 1), changed].toSorted((left, right) => left.row - right.row) }
}
