import type { RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'

/** Above and below the window: a list of a hundred is drawn nearly whole, and the arrow keys always find the next row. */
const BEYOND = 60

/** A row to draw, by its place from 0, or the room of those that are not drawn, pixels. */
export type RowPiece =
  | { readonly kind: 'row'; readonly place: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number }

interface NearRows {
  readonly box: RefObject<HTMLElement | null>
  /** Of every row, from the top. */
  readonly keys: readonly (string | number)[]
  /** Rows that stay drawn wherever one scrolls to. */
  readonly kept: readonly (string | number | null)[]
  /** What stands above the rows and stays in sight, pixels. */
  readonly head: number
  /** The height of most rows, pixels; each tells its own by `measure`. */
  readonly usual: number
}

/** The rows of a long table near what is seen, each as high as it is; ten thousand cost the page no more than two hundred. */
export function useNearRows({ box, keys, kept, head, usual }: NearRows) {
  // The library's answers change without its identity changing: it is not memoized, here or by who uses it.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: keys.length,
    getScrollElement: () => box.current,
    getItemKey: (place) => keys[place] ?? place,
    estimateSize: () => usual,
    overscan: BEYOND,
    paddingStart: head,
    scrollPaddingStart: head,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      const more = kept.flatMap((key) => {
        const place = key === null ? -1 : keys.indexOf(key)
        return place === -1 || drawn.includes(place) ? [] : [place]
      })
      return more.length === 0 ? drawn : [...new Set([...drawn, ...more])].toSorted((left, right) => left - right)
    },
  })
  const pieces: RowPiece[] = []
  let end = head
  for (const { index, start, end: below } of rows.getVirtualItems()) {
    if (start > end) pieces.push({ kind: 'gap', key: `gap ${index}`, height: start - end })
    pieces.push({ kind: 'row', place: index })
    end = below
  }
  const rest = rows.getTotalSize() - end
  if (rest > 0) pieces.push({ kind: 'gap', key: 'rest', height: rest })
  return { pieces, measure: rows.measureElement }
}
