import ExcelJS, {
  type AutoFilter,
  type CellValue,
  type Row,
  type Style,
  type Worksheet,
  type WorksheetView,
} from 'exceljs'
import type { SheetCell, SheetModel, SheetRow } from '../domain/report/sheet-model.ts'
import { alignmentOf, bordersOf, fontOf } from './cell-looks.ts'
import { describeWorkbook, packWorkbook, POINTS_PER_DIGIT, WIDTH_ALLOWANCE } from './finish-workbook.ts'
import { imageOf, pictureArea, placePicture } from './place-picture.ts'
import { placedFormula } from './placed-formula.ts'

/* A sheet model as a print-ready .xlsx. The same model gives the same bytes: no clock, no user name, nothing of this computer gets in. */

/** Excel's own numbers for paper sizes. */
const PAPER_SIZES = { A4: 9, A3: 8 } as const
const POINTS_PER_INCH = 72
/** Formats of a cell: text, which no program reads a number or a date into; whole number. */
const TEXT = '@'
const NUMBER = '0'

/** Draws a paginated sheet. A cell without a value is text, so that `=1+1` is no formula and an ID number no number. */
export async function drawSheet(model: SheetModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  describeWorkbook(workbook)
  const sheet = workbook.addWorksheet(model.name, { views: [viewOf(model)] })
  setUpPage(sheet, model)
  const filter = filteredArea(model)
  if (filter !== null) sheet.autoFilter = filter
  for (const [index, width] of model.columnWidths.entries())
    sheet.getColumn(index + 1).width = (width / POINTS_PER_DIGIT) * WIDTH_ALLOWANCE
  const styles = cellStyles(model)
  for (const [index, modelRow] of model.rows.entries()) {
    const row = sheet.getRow(index + 1)
    row.height = modelRow.height
    for (const cell of modelRow.cells) {
      drawCell(sheet, row, cell, styles)
      if (cell.picture !== undefined)
        placePicture(sheet, workbook.addImage(imageOf(cell.picture)), pictureArea(model, index, cell, cell.picture))
    }
    if (modelRow.breakBefore === true) sheet.getRow(index).addPageBreak(0, model.columnWidths.length)
  }
  return packWorkbook(workbook)
}

/** The head of a table stays on the screen while the rows go by. */
function viewOf({ repeatRows }: SheetModel): Partial<WorksheetView> {
  return repeatRows === null
    ? { showGridLines: false }
    : { state: 'frozen', xSplit: 0, ySplit: repeatRows.last + 1, showGridLines: false }
}

/** The fewest rows that are a list to be filtered. */
const LIST_ROWS = 2
const TABLE: ReadonlySet<string> = new Set(['tableText', 'tableCentered', 'tableNumber'])

/** A list can be filtered and sorted: below its head stand whole rows, one cell a column; a table with areas or headings between is none. */
function filteredArea({ repeatRows, rows, columnWidths }: SheetModel): AutoFilter | null {
  if (repeatRows === null) return null
  const isTable = ({ cells }: SheetRow) => cells.some(({ style }) => TABLE.has(style))
  // Sums stand below the list and are not sorted into it.
  const isSum = ({ cells }: SheetRow) => cells.some(({ value }) => value?.formula !== undefined)
  const from = repeatRows.last + 1
  let end = from
  for (let row = rows[end]; row !== undefined && isTable(row) && !isSum(row); row = rows[end]) end += 1
  const list = rows.slice(from, end)
  const plain = list.every(
    ({ cells }) =>
      cells.length === columnWidths.length &&
      cells.every(({ columnSpan, rowSpan }) => columnSpan === 1 && rowSpan === 1),
  )
  if (!plain || list.length < LIST_ROWS || rows.slice(end).some((row) => isTable(row) && !isSum(row))) return null
  return { from: { row: from, column: 1 }, to: { row: end, column: columnWidths.length } }
}

function setUpPage(sheet: Worksheet, model: SheetModel): void {
  const inches = (points: number) => points / POINTS_PER_INCH
  sheet.pageSetup = {
    paperSize: PAPER_SIZES[model.paper] as number,
    orientation: model.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(model.margins.top),
      bottom: inches(model.margins.bottom),
      left: inches(model.margins.left),
      right: inches(model.margins.right),
      header: 0.3,
      footer: inches(model.margins.bottom) * 0.4,
    },
    printArea: `A1:${sheet.getColumn(model.columnWidths.length).letter}${model.rows.length}`,
  }
  if (model.repeatRows !== null)
    sheet.pageSetup.printTitlesRow = `${model.repeatRows.first + 1}:${model.repeatRows.last + 1}`
  const footer = footerCode(model.footerNote)
  sheet.headerFooter = { differentFirst: false, differentOddEven: false, oddFooter: footer, evenFooter: footer }
}

/** Font, size, blank (a digit would join the size), text. A new line in the same third: the note stands under the page number. */
function footerCode(note: string): string {
  const face = '&"仿宋_GB2312,常规"'
  return `&C${face}&10 第 &P 页 共 &N 页\n${face}&8 ${note.replaceAll('&', '&&')}`
}

type CellStyles = (cell: SheetCell) => Partial<Style>

/** One object a look: the library knows a style again by its identity, and writes ten thousand cells twice as fast. */
function cellStyles(model: SheetModel): CellStyles {
  const known = { [TEXT]: new Map<string, Partial<Style>>(), [NUMBER]: new Map<string, Partial<Style>>() }
  return ({ style, value }) => {
    const numFmt = value === undefined ? TEXT : NUMBER
    const made = known[numFmt].get(style)
    if (made !== undefined) return made
    const border = bordersOf(style)
    const look = {
      font: fontOf(style, model.fontSizes[style]),
      alignment: alignmentOf(style),
      numFmt,
      ...(border === undefined ? {} : { border }),
    }
    known[numFmt].set(style, look)
    return look
  }
}

/** Every cell of a merged area gets the borders: a program that draws them cell by cell leaves no gap. */
function drawCell(sheet: Worksheet, first: Row, cell: SheetCell, styles: CellStyles): void {
  const [top, left] = [first.number, cell.column + 1]
  const [bottom, right] = [top + cell.rowSpan - 1, left + cell.columnSpan - 1]
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right)
  const style = styles(cell)
  const master = first.getCell(left)
  if (bottom === top && right === left) master.style = style
  else
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) sheet.getCell(row, column).style = style
  const value = valueOf(cell, top, left)
  if (value !== null) master.value = value
}

/** A formula carries its result, so that a program which does not recalculate shows it all the same. */
function valueOf({ text, value }: SheetCell, row: number, column: number): CellValue {
  if (value === undefined) return text === '' ? null : escaped(text)
  return value.formula === undefined
    ? value.number
    : { formula: placedFormula(value.formula, row, column), result: value.number }
}

/** `_x0041_` means A in a workbook's text; whoever wrote it meant the seven letters. */
function escaped(text: string): string {
  if (!text.includes('_')) return text
  return text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}
