import ExcelJS, { type DataValidation, type Style, type Workbook, type Worksheet } from 'exceljs'
import {
  headerRowOf,
  type BlankColumn,
  type BlankEntry,
  type BlankSheet,
  type BlankWorkbook,
} from '../domain/blank/blank-workbook.ts'
import { columnLetters } from '../domain/table/raw-workbook.ts'
import { describeWorkbook, packWorkbook, POINTS_PER_DIGIT } from './finish-workbook.ts'

/* An empty workbook to be filled in. What a cell may hold is said to the office program too, so that a slip is seen where it is made. */

/** Rows that have drop-downs; a township has some fifty people, the largest some thousands. */
const ROWS = 3000
/** Rows below those filled in that still have them. */
const SPARE = 200
/** Names of sheets nobody fills in. The words stand on a hidden one: a list written into the rule itself ends at 255 letters, and there are 56 民族. */
const WORDS_SHEET = '选项'
const GUIDANCE_SHEET = '填表说明'
/** Points: a line of text, and a Chinese letter of it. */
const LINE_HEIGHT = 15
const LETTER_WIDTH = 11
/** The longest an office program takes. */
const PROMPT_LETTERS = 255

const FACE = { name: '仿宋_GB2312', size: 11, charset: 134, family: 1 } as const
const HEAD_FACE = { ...FACE, name: '黑体', family: 2 } as const
const LINE = { style: 'thin', color: { argb: 'FF9A9A9A' } } as const
const REQUIRED = 'FFFFF2CC'
const OPTIONAL = 'FFF2F2F2'

/** The type of the library leaves out what it has: rules for a whole area. */
type WithAreas = Worksheet & {
  readonly dataValidations: { readonly add: (area: string, validation: DataValidation) => void }
}

/** Draws the sheets, the explanations after them, and the hidden words. */
export async function drawBlank(model: BlankWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  describeWorkbook(workbook)
  const sheets = model.sheets.map((sheet) => ({ sheet, drawn: drawHead(workbook, sheet) }))
  if (model.guidance.length > 0) drawGuidance(workbook, model)
  const words = workbook.addWorksheet(WORDS_SHEET, { state: 'hidden' })
  let lists = 0
  for (const { sheet, drawn } of sheets) {
    if (sheet.unseen === true) continue
    for (const [index, column] of sheet.columns.entries()) {
      if (sheet.bare === true && column.entry.kind === 'text') continue
      const source = sourceOf(column.entry, model, () => writeWords(words, ++lists, column))
      const letter = drawn.getColumn(index + 1).letter
      const first = headerRowOf(sheet) + 2
      // Always there, if not in the type.
      ;(drawn as WithAreas).dataValidations.add(
        `${letter}${first}:${letter}${first + Math.max(ROWS, (sheet.rows?.length ?? 0) + SPARE) - 1}`,
        ruleOf(column, source),
      )
    }
  }
  return packWorkbook(workbook)
}

function drawHead(workbook: Workbook, model: BlankSheet): Worksheet {
  const header = headerRowOf(model) + 1
  const sheet = workbook.addWorksheet(model.name, {
    views: [{ state: 'frozen', ySplit: header, xSplit: 0 }],
    ...(model.unseen === true ? { state: 'veryHidden' as const } : {}),
  })
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    showGridLines: true,
    printTitlesRow: `${header}:${header}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  for (const [index, column] of model.columns.entries()) {
    const drawn = sheet.getColumn(index + 1)
    drawn.width = widthOf(column)
    if (column.hidden === true) drawn.hidden = true
    drawn.style = { numFmt: isNumber(column.entry) ? 'General' : '@', font: FACE, alignment: { vertical: 'middle' } }
  }
  if (model.bare !== true) writeLine(sheet, 1, 1, model.title, { ...HEAD_FACE, size: 14 })
  for (const [index, line] of model.lines.entries())
    writeLine(sheet, 2, 1 + index * Math.ceil(model.columns.length / model.lines.length), line, FACE)
  const row = sheet.getRow(header)
  row.height = 32
  for (const [index, column] of model.columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = column.title
    cell.style = headStyle(column.required)
  }
  for (const [place, texts] of (model.rows ?? []).entries()) {
    const filled = sheet.getRow(header + 1 + place)
    // Everything as text: an ID number stays eighteen places, and =1+1 four letters.
    for (const [index, text] of texts.entries()) if (text !== '') filled.getCell(index + 1).value = text
  }
  return sheet
}

function writeLine(sheet: Worksheet, row: number, column: number, text: string, font: Partial<Style['font']>): void {
  const cell = sheet.getRow(row).getCell(column)
  cell.value = text
  cell.style = { numFmt: '@', font, alignment: { vertical: 'middle' } }
  sheet.getRow(row).height = LINE_HEIGHT * 1.5
}

function headStyle(required: boolean): Partial<Style> {
  return {
    numFmt: '@',
    font: HEAD_FACE,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? REQUIRED : OPTIONAL } },
    border: { top: LINE, left: LINE, bottom: LINE, right: LINE },
  }
}

/** In digits: a Chinese letter is two. Room for the header in two lines and for the longest usual entry. */
function widthOf({ title, entry }: BlankColumn): number {
  const longest =
    entry.kind === 'choice'
      ? Math.max(...entry.words.map((word) => Math.min(word.length, 11)))
      : entry.kind === 'column'
        ? 10
        : entry.kind === 'length'
          ? entry.to / 2 + 1
          : isNumber(entry)
            ? 3
            : 6
  return 2 * Math.max(Math.ceil(title.length / 2), longest, title.length > 4 ? 4 : title.length) + 2
}

function isNumber(entry: BlankEntry): boolean {
  return entry.kind === 'whole' || entry.kind === 'number'
}

/** Where a drop-down takes its words from; null: the column has none. */
function sourceOf(entry: BlankEntry, model: BlankWorkbook, listed: () => string): string | null {
  if (entry.kind === 'choice') return listed()
  if (entry.kind !== 'column') return null
  const sheet = model.sheets.find((other) => other.name === entry.sheet)
  const index = sheet?.columns.findIndex((column) => column.title === entry.title) ?? -1
  if (sheet === undefined || index < 0) throw new Error(`no column ${entry.title} in ${entry.sheet}`)
  return areaOf(sheet.name, index + 1, headerRowOf(sheet) + 2, ROWS)
}

function writeWords(sheet: Worksheet, column: number, { title, entry }: BlankColumn): string {
  const words = entry.kind === 'choice' ? entry.words : []
  for (const [index, word] of [title, ...words].entries()) sheet.getRow(index + 1).getCell(column).value = word
  return areaOf(WORDS_SHEET, column, 2, words.length)
}

/** `'选项'!$A$2:$A$57` */
function areaOf(sheet: string, column: number, first: number, rows: number): string {
  const letter = columnLetters(column - 1)
  return `'${sheet}'!$${letter}$${first}:$${letter}$${first + rows - 1}`
}

function ruleOf({ title, entry, hint, required }: BlankColumn, source: string | null): DataValidation {
  const prompt = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: `${title}${required ? '（必填）' : ''}`,
    prompt: hint.slice(0, PROMPT_LETTERS),
  }
  switch (entry.kind) {
    case 'text':
      return { ...prompt, type: 'any' as DataValidation['type'], formulae: [] }
    case 'length':
      return {
        ...prompt,
        type: 'textLength',
        operator: 'between',
        formulae: [entry.from, entry.to],
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: title,
        error: `应为 ${entry.from} 至 ${entry.to} 位，请核对。`,
      }
    case 'choice':
      return {
        ...prompt,
        type: 'list',
        formulae: [source ?? ''],
        showErrorMessage: !entry.open,
        errorStyle: 'stop',
        errorTitle: title,
        error: '请从下拉列表中选择。',
      }
    case 'column':
      return {
        ...prompt,
        type: 'list',
        formulae: [source ?? ''],
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: title,
        error: `“${entry.sheet}”表里没有写这个机构，请核对名称。`,
      }
    case 'whole':
      return {
        ...prompt,
        type: 'whole',
        operator: 'between',
        formulae: [0, 999_999],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: title,
        error: '请填整数。',
      }
    case 'number':
      return {
        ...prompt,
        type: 'decimal',
        operator: 'between',
        formulae: [0, 99_999_999],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: title,
        error: '请填数字。',
      }
  }
}

/** Columns of the explanations, in digits. */
const GUIDANCE_WIDTHS = [14, 22, 8, 64] as const

/** Points for a text in a column so many digits wide; office programs do not find the height of a wrapped row by themselves. */
function heightFor(text: string, digits: number): number {
  const lines = Math.ceil((text.length * LETTER_WIDTH) / (digits * POINTS_PER_DIGIT - LETTER_WIDTH))
  return LINE_HEIGHT * (lines + 0.3)
}

/** What each column takes, for those who like to read before they write. */
function drawGuidance(workbook: Workbook, model: BlankWorkbook): void {
  const sheet = workbook.addWorksheet(GUIDANCE_SHEET)
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  }
  for (const [index, width] of GUIDANCE_WIDTHS.entries()) sheet.getColumn(index + 1).width = width
  writeLine(sheet, 1, 1, GUIDANCE_SHEET, { ...HEAD_FACE, size: 14 })
  for (const [index, sentence] of model.guidance.entries()) {
    sheet.mergeCells(index + 2, 1, index + 2, 4)
    writeLine(sheet, index + 2, 1, sentence, FACE)
    sheet.getRow(index + 2).getCell(1).alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(index + 2).height = heightFor(
      sentence,
      GUIDANCE_WIDTHS.reduce((sum, width) => sum + width, 0),
    )
  }
  const head = sheet.getRow(model.guidance.length + 3)
  for (const [index, title] of ['工作表', '栏目', '必填', '怎么填'].entries()) {
    head.getCell(index + 1).value = title
    head.getCell(index + 1).style = headStyle(false)
  }
  let at = head.number
  for (const part of model.sheets) {
    for (const column of part.columns) {
      at += 1
      const row = sheet.getRow(at)
      row.height = heightFor(explained(column), GUIDANCE_WIDTHS[3])
      for (const [index, text] of [
        part.name,
        column.title,
        column.required ? '必填' : '',
        explained(column),
      ].entries()) {
        row.getCell(index + 1).value = text
        row.getCell(index + 1).style = {
          numFmt: '@',
          font: FACE,
          alignment: { vertical: 'middle', wrapText: true },
          border: { top: LINE, left: LINE, bottom: LINE, right: LINE },
        }
      }
    }
  }
}

const SHOWN_WORDS = 12

function explained({ entry, hint }: BlankColumn): string {
  if (entry.kind !== 'choice') return hint
  const more = entry.words.length > SHOWN_WORDS ? `等 ${entry.words.length} 个` : ''
  return `${hint}可选：${entry.words.slice(0, SHOWN_WORDS).join('、')}${more}。`
}
