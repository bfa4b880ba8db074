import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import type { Patch } from '../../ui/sheet/sheet-shape.ts'
import { wordsOf } from './field-words.ts'
import { withAnswers, withCorrection, type ImportOptions } from './import-options.ts'

/* Cells of the proof put right in their place. The workbook she chose stays as it is. */

/** One person's own: what one of them should be says nothing of another. */
const OWN = new Set(['name', 'idNumber', 'sequence', 'phone'])

/** A cell that was put right, and how many of its column read the same before, itself counted. */
export interface Alike {
  readonly row: number
  readonly column: string
  readonly was: string
  readonly text: string
  readonly count: number
}

/** A gesture of the sheet as corrections of its cells. */
export function corrected(options: ImportOptions, sheet: string, { changes }: Patch): ImportOptions {
  return changes.reduce(
    (said, { row, column, text }) => withCorrection(said, { sheet, row: Number(row), column, value: text }),
    options,
  )
}

/** What else reads as the one cell of the patch did; null where nothing does, or it says nothing of the others. */
export function likeIt(sheet: ImportSheetView, { changes: [change, ...more] }: Patch): Alike | null {
  if (change === undefined || more.length > 0 || change.was === undefined || change.was === '') return null
  const { row, column, text, was } = change
  const at = sheet.columns.findIndex((one) => one.column === column)
  const field = sheet.columns[at]?.field ?? null
  if (field !== null && OWN.has(field)) return null
  const count = sheet.rows.filter(({ cells }) => cells[at] === was).length
  return count > 1 ? { row: Number(row), column, was, text, count } : null
}

/** All that read the same are put right as the one was. */
export function correctedAlike(options: ImportOptions, sheet: ImportSheetView, alike: Alike): ImportOptions {
  const { row, column, was, text } = alike
  const field = sheet.columns.find((one) => one.column === column)?.field ?? null
  // An office's or a list's word means the same in every sheet; other text is put right in this file.
  return field !== null && (field === 'unit' || wordsOf(field)?.includes(text) === true)
    ? withAnswers(options, { [`value:${field}:${compact(was)}`]: text })
    : withCorrection(options, { sheet: sheet.sheet, row, column, value: text, same: true })
}

function compact(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
}
