import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import type { ProofLine } from './proof-model.ts'

const [NARROWEST, WIDEST] = [48, 190]
/** Of 14 px type, and what stands around it in a cell. */
const [WIDE, NARROW, AROUND] = [14, 8.4, 20]
/** Of the field in the head, in 12 px type, with the arrow of its choice. */
const [HEAD_TYPE, HEAD_AROUND] = [12, 40]

/** How wide each column is by all that stands in it, pixels: what is drawn of it changes, and it shall not. */
export function proofWidths(
  columns: ImportSheetView['columns'],
  lines: readonly ProofLine[],
  titleOf: (field: string) => string,
): readonly number[] {
  return columns.map(({ field }, at) => {
    let most = Math.max(NARROWEST, (field === null ? 4 : titleOf(field).length) * HEAD_TYPE + HEAD_AROUND)
    for (const { cells, role } of lines) {
      // Titles and signatures run over all columns.
      if (most >= WIDEST || role === 'title' || role === 'signature') continue
      most = Math.max(most, widthOf(cells[at] ?? ''))
    }
    return Math.min(WIDEST, Math.ceil(most))
  })
}

function widthOf(text: string): number {
  let width = AROUND
  for (const letter of text.slice(0, 20)) width += letter > '\u00FF' ? WIDE : NARROW
  return width
}
