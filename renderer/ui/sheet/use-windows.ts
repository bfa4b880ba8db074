import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'

interface Windows {
  readonly box: RefObject<HTMLDivElement | null>
  readonly rows: number
  readonly widths: readonly { readonly width: number }[]
  readonly head: number
  /** What stays in sight at the right edge, pixels. */
  readonly marginWidth: number
  /** The key of each row where rows are as high as what they say; null: all are `rowHeight`. */
  readonly keyOf: ((place: number) => string) | null
  readonly rowHeight: number
  readonly frozenWidth: number
  readonly activeRow: number
  readonly activeColumn: number
}

/** Where a row stands, pixels. */
export interface Spot {
  readonly top: number
  readonly height: number
}

/** Which rows and columns are in sight, with a margin, and how another is brought there. */
export function useWindows({
  box,
  rows,
  widths,
  head,
  marginWidth,
  keyOf,
  rowHeight,
  frozenWidth,
  activeRow,
  activeColumn,
}: Windows) {
  // The library's answers change without its identity changing: neither of the two is memoized, here or by who uses them.
  // oxlint-disable-next-line react/incompatible-library
  const rowWindow = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    ...(keyOf === null ? {} : { getItemKey: keyOf }),
    overscan: 6,
    paddingStart: head,
    scrollPaddingStart: head,
    useFlushSync: false,
    rangeExtractor: (range) => withPlace(range, activeRow),
  })
  // oxlint-disable-next-line react/incompatible-library
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => box.current,
    estimateSize: (place) => widths[place]?.width ?? 0,
    overscan: 2,
    scrollPaddingStart: frozenWidth,
    scrollPaddingEnd: marginWidth,
    useFlushSync: false,
    rangeExtractor: (range) => withPlace(range, activeColumn),
  })
  const measureColumns = columnWindow.measure
  useLayoutEffect(() => measureColumns(), [widths, measureColumns])
  /** Where a row stands, pixels from the top of the heads; the library has measured every row by the time it gives those in sight. */
  const spotOf = (place: number): Spot => {
    const one = keyOf === null ? undefined : rowWindow.measurementsCache[place]
    return one === undefined
      ? { top: head + place * rowHeight, height: rowHeight }
      : { top: one.start, height: one.size }
  }
  /** The row that lies so far from the top of the heads; what is below the last row is none. */
  const rowAt = (y: number): number => {
    if (keyOf === null || y < head) return Math.floor((y - head) / rowHeight)
    return y >= rowWindow.getTotalSize() ? rows : (rowWindow.getVirtualItemForOffset(y)?.index ?? rows)
  }
  return { rowWindow, columnWindow, spotOf, rowAt }
}

/** The active cell stays drawn, or what the editor points at would be nothing. */
function withPlace(range: Range, place: number): number[] {
  const drawn = defaultRangeExtractor(range)
  if (place < 0 || place >= range.count || drawn.includes(place)) return drawn
  return [...drawn, place].toSorted((left, right) => left - right)
}
