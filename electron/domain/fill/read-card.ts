import { columnLetters, shownText, type RawMerge, type RawSheet } from '../import-plan/raw-workbook.ts'
import { personFieldFor } from './person-fields.ts'
import type { TemplateColumn } from './read-template.ts'

const MAX_ROWS = 60
/** Fewer known labels make no card. */
const FEWEST = 4

/**
 * The places of a one-person card: a known label whose neighbour at the right is empty. They must stand on at least two rows, 姓名 among them;
 * null for anything else.
 */
export function readCard(sheet: RawSheet): readonly TemplateColumn[] | null {
  const places: { readonly row: number; readonly place: TemplateColumn }[] = []
  const taken = new Set<string>()
  const rows = new Set<number>()
  for (const [row, cells] of sheet.rows.slice(0, MAX_ROWS).entries()) {
    for (const [column, cell] of cells.entries()) {
      const label = shownText(cell).replaceAll(/[\s:：_]/gu, '')
      if (label === '') continue
      const right = mergeAt(sheet.merges, row, column)?.right ?? column
      if (!isEmpty(sheet, row, right + 1)) continue
      const field = personFieldFor([label])
      const known = field !== null && field !== 'sequence' && !taken.has(field)
      if (known) {
        taken.add(field)
        rows.add(row)
      }
      places.push({ row, place: { column: `${columnLetters(right + 1)}${row + 1}`, header: label, field: known ? field : null, format: null } })
    }
  }
  return taken.has('name') && taken.size >= FEWEST && rows.size >= 2 ? places.filter(({ row }) => rows.has(row)).map(({ place }) => place) : null
}

/** Nothing written there, and not the inside of an area that something is written in. */
function isEmpty(sheet: RawSheet, row: number, column: number): boolean {
  const merge = mergeAt(sheet.merges, row, column)
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return false
  return shownText(sheet.rows[row]?.[column]).trim() === ''
}

function mergeAt(merges: readonly RawMerge[], row: number, column: number): RawMerge | undefined {
  return merges.find((merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right)
}
