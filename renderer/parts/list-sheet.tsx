import type { ReactNode } from 'react'
import type { SheetColumn } from '../ui/sheet/sheet-shape.ts'
import type { SheetLayout } from '../ui/sheet/sheet-view.ts'
import { Sheet } from '../ui/sheet/sheet.tsx'
import { Skeleton } from '../ui/states.tsx'
import { SeenListButtons } from './seen-list.tsx'
import { SheetViews } from './sheet-views.tsx'
import { redoEntry, undoEntry } from './undo-entry.ts'
import { useSheetLayout } from './use-sheet-layout.ts'

interface ListSheetProps<T> {
  /** Names the list among those whose look is kept: `posts`, `records.training`. */
  readonly list: string
  readonly title: string
  /** Said below the title on paper: the day, what was asked for. */
  readonly note: string
  /** What one row is called. */
  readonly unit: string
  /** All there are, in the order the list opens with. */
  readonly columns: readonly SheetColumn<T>[]
  readonly frozen?: number
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly rowName: (row: T) => string
  readonly openedKey?: string | null
  readonly onOpen?: (row: T) => void
  readonly empty: ReactNode
}

/** A list to be read, as a sheet: select, copy, find, filter, sort, group, its look kept by name, printed and exported as it is seen. */
export function ListSheet<T>({ list, title, note, columns, frozen = 0, empty, ...rest }: ListSheetProps<T>) {
  const opening: SheetLayout = {
    columns: columns.map(({ key }) => key),
    widths: {},
    frozen,
    sort: [],
    filters: {},
    group: null,
  }
  const kept = useSheetLayout(list, opening)
  if (!kept.ready) return <Skeleton rows={12} />
  return (
    <Sheet
      {...rest}
      label={title}
      columns={columns}
      layout={kept.layout}
      onLayout={kept.onLayout}
      empty={empty}
      onUndo={() => void undoEntry()}
      onRedo={() => void redoEntry()}
      renderTools={(seen) => (
        <>
          <SheetViews kept={kept} columns={columns} />
          <SeenListButtons title={title} note={note} seen={seen} />
        </>
      )}
    />
  )
}
