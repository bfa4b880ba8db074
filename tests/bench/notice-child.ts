import { existsSync, readFileSync } from 'node:fs'
import type { SheetModel } from '../../electron/domain/report/sheet-model.ts'
import { drawSheet } from '../../electron/excel/draw-sheet.ts'
import { scanFinished } from '../../electron/excel/scan-finished.ts'

/* What the workbook child does with one sheet, and the highest memory it ever held, in KB. */

scanFinished(await drawSheet(JSON.parse(readFileSync(0, 'utf8')) as SheetModel))
process.stdout.write(String(ownPeak()))

/** The kernel's own mark of this program. `maxRSS` would count what the process that started it held a moment before. */
function ownPeak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
