import type { ExcelPort } from '../../electron/app/context.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'

/** Draws in this process: what the workbook child does, without its start-up. Reads and fills nothing. */
export const DRAW_HERE: ExcelPort = {
  parse: () => Promise.reject(new Error('no workbook is read here')),
  fill: () => Promise.reject(new Error('no form is filled here')),
  blank: () => Promise.reject(new Error('no blank is made here')),
  draw: async (sheet, { audience }) => {
    const bytes = await drawSheet(sheet)
    scanFinished(bytes, audience)
    return bytes
  },
}
