import { useMemo, useState } from 'react'
import type { KeptSheetLayout } from '../../electron/contract/sheet-view-operations.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { pageMap } from '../ui/page-memory.ts'
import type { SheetLayout } from '../ui/sheet/sheet-view.ts'

/** How a list is looked at now, and the name of the view it came from. */
interface Looked {
  readonly name: string | null
  readonly layout: SheetLayout
}

export interface NamedLayout {
  readonly name: string
  readonly layout: SheetLayout
}

export interface KeptSheet {
  readonly list: string
  /** As the list opens for the first time. */
  readonly opening: SheetLayout
  readonly layout: SheetLayout
  readonly onLayout: (next: SheetLayout) => void
  readonly views: readonly NamedLayout[]
  /** The view that was taken last; null: the opening one. */
  readonly name: string | null
  readonly onView: (name: string | null, layout: SheetLayout) => void
  /** False until it is known how the list was left. */
  readonly ready: boolean
}

/** A width is drawn in many steps; what it comes to is noted. */
const REST_MS = 700

const looked = pageMap<string, Looked>()
const timers = new Map<string, number>()

/** How a list of this book is looked at: as it was left, until a view is chosen or something changed. `list`: `roster`, `records.training`. */
export function useSheetLayout(list: string, opening: SheetLayout): KeptSheet {
  const { data, error } = useQuery('sheetView.list', { list })
  // The memory outlives the screen; a change of it draws anew.
  const [, setRound] = useState(0)
  const last = data?.last
  const left = useMemo(
    (): Looked | null => (last === undefined || last === null ? null : { name: last.name, layout: last.layout }),
    [last],
  )
  const now = looked.get(list) ?? left ?? { name: null, layout: opening }
  const change = (next: Looked) => {
    looked.set(list, next)
    setRound((round) => round + 1)
    window.clearTimeout(timers.get(list))
    timers.set(
      list,
      window.setTimeout(() => {
        // With another book open the memory is gone, and nothing is noted in that one.
        if (looked.get(list) === next)
          void call('sheetView.leave', { list, name: next.name, layout: writable(next.layout) })
      }, REST_MS),
    )
  }
  return {
    list,
    opening,
    layout: now.layout,
    onLayout: (layout) => change({ name: now.name, layout }),
    views: data?.views ?? [],
    name: now.name,
    onView: (name, layout) => change({ name, layout }),
    ready: data !== undefined || error !== null || looked.has(list),
  }
}

/** The layout as the core takes it. */
export function writable(layout: SheetLayout): KeptSheetLayout {
  return {
    columns: [...layout.columns],
    widths: layout.widths,
    frozen: layout.frozen,
    sort: layout.sort.map((key) => ({ ...key })),
    filters: Object.fromEntries(
      Object.entries(layout.filters).map(([key, { values, ...filter }]) => [
        key,
        values === undefined ? filter : { ...filter, values: [...values] },
      ]),
    ),
    group: layout.group,
  }
}
