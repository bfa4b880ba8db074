import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'

interface Windows {
  readonly box: RefObject<HTMLDivElement | null>
  readonly rows: number
  readonly widths: readonly { readonly width: number }[]
  readonly head: number
  readonly rowHeight: number
  readonly frozenWidth: number
  readonly activeRow: number
  readonly activeColumn: number
}

/** Which rows and columns are in sight, with a margin, and how another is brought there. */
export function useWindows({ box, rows, widths, head, rowHeight, frozenWidth, activeRow, activeColumn }: Windows) {
  // The library's answers change without its identity changing: neither of the two is memoized, here or by who uses them.
  // oxlint-disable-next-line react/incompatible-library
  const rowWindow = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
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
    useFlushSync: false,
    rangeExtractor: (range) => withPlace(range, activeColumn),
  })
  const measureColumns = columnWindow.measure
  useLayoutEffect(() => measureColumns(), [widths, measureColumns])
  return { rowWindow, columnWindow }
}

/** The active cell stays drawn, or what the editor points at would be nothing. */
function withPlace(range: Range, place: number): number[] {
  const drawn = defaultRangeExtractor(range)
  if (place < 0 || place >= range.count || drawn.includes(place)) return drawn
  return [...drawn, place].toSorted((left, right) => left - right)
}
