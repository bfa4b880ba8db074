import { readNameCell } from '../says/read-name-cell.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { tidyPersonName } from './text-repair.ts'

/** Somebody's name as it goes into the book: without marks, odd dots and what is said of sex and 民族 (★鄂守信 is 鄂守信). '' where there is none. */
export function recordName({ values }: Pick<DraftRecord, 'values'>): string {
  const written = shownText(values.get('name')?.cell)
  return written === '' ? '' : compact(readNameCell(tidyPersonName(written)).name)
}
