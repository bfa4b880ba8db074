import { useEffect, useState } from 'react'
import type { CSSProperties, RefObject } from 'react'
import type { SheetColumn } from './sheet-shape.ts'
import type { SheetLayout } from './sheet-view.ts'
import type { Spot } from './use-windows.ts'

/* Where columns stand, and how wide they are. */

/** The columns shown, as wide as they were drawn. */
export function columnsOf<T>(
  all: readonly SheetColumn<T>[],
  keys: readonly string[],
  widths: SheetLayout['widths'],
): readonly SheetColumn<T>[] {
  return keys.flatMap((key) => {
    const column = all.find((one) => one.key === key)
    const width = widths[key]
    return column === undefined ? [] : [width === undefined ? column : { ...column, width }]
  })
}

/** Of the window. */
const WIDEST_MARGIN = 0.45

/** The last column takes what the others leave of so many pixels; 0: nothing is to be filled. */
export function toRoom<T>(columns: readonly SheetColumn<T>[], room: number): readonly SheetColumn<T>[] {
  const last = columns.at(-1)
  const left = room - columns.slice(0, -1).reduce((sum, { width }) => sum + width, 0)
  // In a small window it leaves more than half to what it speaks of.
  const width = Math.max(left, Math.min(last?.width ?? 0, Math.round(room * WIDEST_MARGIN)))
  return last === undefined || room === 0 ? columns : [...columns.slice(0, -1), { ...last, width }]
}

/** Where the fill handle stands: the lower right corner of the selection. */
export function handleAt(offsets: readonly number[], row: Spot, column: number, frozen: number): CSSProperties {
  const top = row.top + row.height - 4
  const left = (offsets[column + 1] ?? 0) - 4
  return column < frozen
    ? { position: 'sticky', left, marginTop: top, marginLeft: 0 }
    : { position: 'absolute', left, top }
}

/** How wide the window onto the sheet is, pixels. */
export function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(1200)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => setWidth(element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box])
  return width
}

/** A frozen block wider than 60 % of the window would hide the rest for good: fewer columns are frozen then. */
export function frozenOf(offsets: readonly number[], wanted: number, width: number): number {
  let frozen = Math.min(wanted, offsets.length - 1)
  while (frozen > 0 && (offsets[frozen] ?? 0) > width * 0.6) frozen -= 1
  return frozen
}
