import type { ExcelPort } from '../../electron/app/context.ts'
import { drawBlank } from '../../electron/excel/draw-blank.ts'
import { preflight } from '../../electron/excel/preflight.ts'
import { readCsv } from '../../electron/excel/read-csv.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { DRAW_HERE } from './draw-here.ts'

/** Draws and reads in this process: what the workbook child does, without its start-up. Fills nothing. */
export const EXCEL_HERE: ExcelPort = {
  ...DRAW_HERE,
  blank: drawBlank,
  parse: ({ name, bytes }) => {
    const format = preflight(name, bytes, 'read', 'refuse')
    if (format === 'docx') throw new Error('no letter is read here')
    return Promise.resolve(format === 'csv' ? readCsv(name, bytes) : readWorkbook(format, bytes))
  },
}
