import { useMemo } from 'react'
import type { RefObject } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { useNearRows } from '../../ui/near-rows.ts'
import type { ProofLine } from './proof-model.ts'

/** Column letters and fields above the rows, pixels. */
const HEAD = 52
/** A row without anything in its margin. */
const PLAIN = 27

/** The rows near what is seen. `kept`: rows of the sheet that stay drawn wherever one scrolls to. */
export function useProofRows(
  box: RefObject<HTMLDivElement | null>,
  lines: readonly ProofLine[],
  kept: readonly (number | null)[],
) {
  const keys = useMemo(() => lines.map(({ row }) => row), [lines])
  return useNearRows({ box, keys, kept, head: HEAD, usual: PLAIN })
}

const [NARROWEST, WIDEST] = [44, 190]
/** Of 13 px type, and what stands around it in a cell. */
const [WIDE, NARROW, AROUND] = [13, 7.6, 14]

/** How wide each column is by all that stands in it, pixels: what is drawn of it changes, and it shall not. */
export function useProofWidths(columns: ImportSheetView['columns'], lines: readonly ProofLine[]): readonly number[] {
  return useMemo(
    () =>
      columns.map((_, at) => {
        let most = NARROWEST
        for (const { cells, role } of lines) {
          // Titles and signatures run over all columns.
          if (most >= WIDEST || role === 'title' || role === 'signature') continue
          most = Math.max(most, widthOf(cells[at] ?? ''))
        }
        return Math.min(WIDEST, Math.ceil(most))
      }),
    [columns, lines],
  )
}

function widthOf(text: string): number {
  let width = AROUND
  for (const letter of text.slice(0, 20)) width += letter > '\u00FF' ? WIDE : NARROW
  return width
}
