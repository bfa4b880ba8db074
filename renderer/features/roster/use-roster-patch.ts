import { useCallback, useMemo, useRef } from 'react'
import type { ListedPersonView } from '../../../electron/contract/shapes.ts'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { call, toApiError } from '../../api/client.ts'
import { handFiles } from '../../parts/handed-files.ts'
import { isNewestAct, redoEntry, tellNewestAct, undoEntry } from '../../parts/undo-entry.ts'
import { toastRefused } from '../../ui/toast.tsx'
import { writeTsv } from '../../ui/sheet/cell-text.ts'
import type { Patch, PatchOutcome, SheetColumn } from '../../ui/sheet/sheet-shape.ts'

type Rows = CallInput<'people.correct'>['rows']

/** What the roster does with a gesture: one command, one entry in the journal; Ctrl+Z on the sheet takes back what was written last. */
export function useRosterPatch() {
  /** Entries this sheet made, newest last: she knows what they are, and is not asked before they are taken back. */
  const own = useRef<readonly number[]>([])
  const onPatch = useCallback(async (patch: Patch): Promise<PatchOutcome | null> => {
    try {
      const { seq, cells, refused } = await call('people.correct', { rows: rowsOf(patch) })
      if (seq !== null) {
        own.current = [...own.current, seq]
        tellNewestAct(seq)
      }
      return {
        seq,
        cells,
        refused: refused.map(({ personId, field, problem }) => ({ row: personId, column: field, problem })),
      }
    } catch (cause) {
      toastRefused(toApiError(cause).message)
      return null
    }
  }, [])
  return useMemo(
    () => ({
      onPatch,
      onBeyond,
      onUndo: async () => {
        const seq = own.current.at(-1)
        own.current = own.current.slice(0, -1)
        return (await undoEntry(undefined, seq)) === null
      },
      onRedo: () => redoEntry(),
      isNext: (seq: number) => seq === own.current.at(-1) && isNewestAct(seq),
    }),
    [onPatch],
  )
}

/** Cells by person. The sheet's columns are the fields of the catalogue; the core refuses any other. */
function rowsOf({ changes }: Patch): Rows {
  return [...Map.groupBy(changes, ({ row }) => row)].map(([personId, cells]) => ({
    personId,
    fields: Object.fromEntries(cells.map(({ column, text }) => [column, text])),
  }))
}

/** Lines below the last person are people not yet on record: they go through the import, under the heads they were pasted into. */
function onBeyond(lines: readonly (readonly string[])[], columns: readonly SheetColumn<ListedPersonView>[]): void {
  const heads = columns.slice(0, Math.max(...lines.map((line) => line.length))).map(({ title }) => title)
  const text = writeTsv([heads, ...lines])
  handFiles('import', [new File([`\u{FEFF}${text}`], '粘贴的新行.txt', { type: 'text/plain' })])
}
