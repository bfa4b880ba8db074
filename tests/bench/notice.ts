import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { buildNotice } from '../../electron/domain/notice/notice-model.ts'
import { paginate } from '../../electron/domain/report/paginate.ts'
import type { CellStyle, SheetModel } from '../../electron/domain/report/sheet-model.ts'
import { alignmentOf, bordersOf, fontOf } from '../../electron/excel/cell-looks.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../kit/notice-facts.ts'
import { inTurns, line, medianOf, type Measured } from './measure.ts'

/** The small township's staff this many times: 10,258 people, a row each. */
const SCALE = 250
const RUNS = 5
const LAYOUT = 'table'

/** A whole notice of ten thousand rows, from the facts to the finished bytes. */
async function noticeOf(facts: ReturnType<typeof noticeFacts>): Promise<Uint8Array> {
  return drawSheet(paginate(buildNotice({ ...facts, options: { ...NOTICE_OPTIONS, layout: LAYOUT } }).sheet).sheet)
}

/** A 10,000-row notice beside the writer library's own time for the same cells, and what it takes of memory in a process of its own. */
export async function measureNotice(): Promise<readonly Measured[]> {
  const facts = noticeFacts(SCALE)
  const { sheet } = paginate(buildNotice({ ...facts, options: { ...NOTICE_OPTIONS, layout: LAYOUT } }).sheet)
  const [alone = 0, drawn = 0, whole = 0] = await inTurns(RUNS, [
    () => writeAlone(sheet),
    () => drawSheet(sheet),
    () => noticeOf(facts),
  ])
  const bytes = await drawSheet(sheet)
  const scan = await medianOf(
    3,
    () => Promise.resolve(bytes),
    (file) => Promise.resolve(scanFinished(file)),
  )
  const rows = `公示 ${facts.listedNames.length} 人`
  const reference = '写表库写同样的格'
  return [
    line(`${rows}：成文（上限 1.2 倍）`, drawn, reference, alone),
    line(`${rows}：排版、分页、成文（上限 1.2 倍）`, whole, reference, alone),
    line(`${rows}：放行前通查`, scan, reference, alone),
    line(`${rows}：成文进程的内存峰值 MB（上限 400）`, peakOf(sheet), '上限', 400),
  ]
}

/** The library as its manual has it: same texts, styles, merges, heights and widths; a style object a look, not a cell. */
async function writeAlone(sheet: SheetModel): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const target = workbook.addWorksheet(sheet.name)
  const looks = new Map<CellStyle, Partial<ExcelJS.Style>>()
  const lookOf = (style: CellStyle) => {
    const known = looks.get(style)
    if (known !== undefined) return known
    const look: Partial<ExcelJS.Style> = {
      font: fontOf(style, sheet.fontSizes[style]),
      alignment: alignmentOf(style),
      numFmt: '@',
      ...(bordersOf(style) === undefined ? {} : { border: bordersOf(style)! }),
    }
    looks.set(style, look)
    return look
  }
  for (const [index, width] of sheet.columnWidths.entries()) target.getColumn(index + 1).width = width / 6
  for (const [index, row] of sheet.rows.entries()) {
    const drawn = target.getRow(index + 1)
    drawn.height = row.height
    for (const { column, columnSpan, rowSpan, text, style } of row.cells) {
      if (columnSpan > 1 || rowSpan > 1) target.mergeCells(index + 1, column + 1, index + rowSpan, column + columnSpan)
      for (let down = 0; down < rowSpan; down += 1)
        for (let along = 0; along < columnSpan; along += 1)
          target.getCell(index + 1 + down, column + 1 + along).style = lookOf(style)
      if (text !== '') target.getCell(index + 1, column + 1).value = text
    }
  }
  await workbook.xlsx.writeBuffer({ useSharedStrings: true, useStyles: true })
}

/** Highest resident memory of the process that draws and searches this one sheet, in MB; it is started as the program starts it. */
function peakOf(sheet: SheetModel): number {
  const child = spawnSync(
    process.execPath,
    [
      '--disable-proto=delete',
      '--max-old-space-size=448',
      '--max-semi-space-size=8',
      join(import.meta.dirname, 'notice-child.ts'),
    ],
    { encoding: 'utf8', input: JSON.stringify(sheet) },
  )
  const peak = Number(child.stdout) / 1024
  if (!(peak > 0)) throw new Error(`the notice was not made: ${child.stderr}`)
  return peak
}
