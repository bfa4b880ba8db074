import { readFileSync } from 'node:fs'
import type { SheetModel } from '../../electron/domain/report/sheet-model.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'

/* What the workbook child does with one sheet, and the highest memory it ever held, in KB. */

scanFinished(await drawSheet(JSON.parse(readFileSync(0, 'utf8')) as SheetModel))
process.stdout.write(String(process.resourceUsage().maxRSS))
