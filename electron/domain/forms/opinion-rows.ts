import type { SheetRow } from '../report/sheet-model.ts'
import { cell, rowOf, sum } from '../report/sheet-rows.ts'

/** Room for a sentence, a seal and a date, points. */
const OPINION_HEIGHT = 96

/** Places for the opinions of those who decide, side by side as far as the columns allow: title above, seal and date below. */
export function opinionRows(titles: readonly string[], widths: readonly number[]): readonly SheetRow[] {
  const starts = titles.map((_, place) => nearestEdge(widths, place / titles.length))
  const span = (place: number) => (starts[place + 1] ?? widths.length) - (starts[place] ?? 0)
  return [
    rowOf(
      titles.map((title, place) => cell(starts[place] ?? 0, span(place), title, 'tableHeader')),
      widths,
      true,
    ),
    {
      height: OPINION_HEIGHT,
      cells: titles.map((_, place) =>
        cell(starts[place] ?? 0, span(place), '（盖章）　　\n　　　年　　月　　日　　', 'tableSeal'),
      ),
      keepWithNext: true,
    },
  ]
}

function nearestEdge(widths: readonly number[], share: number): number {
  const wanted = sum(widths) * share
  let [best, edge, bestGap] = [0, 0, Number.POSITIVE_INFINITY]
  for (const [column, width] of widths.entries()) {
    const gap = Math.abs(edge - wanted)
    if (gap < bestGap) [best, bestGap] = [column, gap]
    edge += width
  }
  return best
}
