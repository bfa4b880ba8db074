/* From yearly numbers to bars. One scale for all; whole people only on the axis. */

export interface ChartYear {
  readonly year: number
  readonly retiring: number
  readonly organ: number
  readonly institution: number
  readonly other: number
}
export type SeriesName = 'organ' | 'institution' | 'other'

export const CHART = { width: 400, height: 250, top: 20, bottom: 24 } as const

/** Of a digit of the axis, 12 px, and what stands between the number, the edge and the bars. */
const [DIGIT, BESIDE] = [7.5, 8]
export const SERIES: readonly { readonly name: SeriesName; readonly title: string }[] = [
  { name: 'organ', title: '行政类编制' },
  { name: 'institution', title: '事业编制' },
  { name: 'other', title: '其他编制' },
]

export interface Bar {
  readonly year: number
  readonly total: number
  readonly x: number
  readonly width: number
  readonly top: number
  readonly parts: readonly {
    readonly series: SeriesName
    readonly count: number
    readonly y: number
    readonly height: number
  }[]
}

/** Bars from `left`, stacked from the ground; grid lines at whole steps, whose numbers end at `axis`, the longest of them within the picture. */
export function barsOf(years: readonly ChartYear[]): {
  readonly left: number
  readonly axis: number
  readonly bars: readonly Bar[]
  readonly gridLines: readonly { readonly value: number; readonly y: number }[]
} {
  const most = Math.max(1, ...years.map((year) => year.retiring))
  const step = stepFor(most)
  const ceiling = Math.ceil(most / step) * step
  const ground = CHART.height - CHART.bottom
  const unit = (ground - CHART.top) / ceiling
  const axis = 3 + String(ceiling).length * DIGIT
  const left = axis + BESIDE
  const slot = (CHART.width - left) / Math.max(1, years.length)
  const width = Math.min(30, slot * 0.62)
  const bars = years.map((year, place): Bar => {
    let reached = 0
    const parts = SERIES.flatMap(({ name }) => {
      const count = year[name]
      if (count === 0) return []
      reached += count
      return [{ series: name, count, y: ground - reached * unit, height: count * unit }]
    })
    return {
      year: year.year,
      total: year.retiring,
      x: left + slot * place + (slot - width) / 2,
      width,
      top: ground - reached * unit,
      parts,
    }
  })
  const gridLines = Array.from({ length: ceiling / step + 1 }, (_, line) => ({
    value: line * step,
    y: ground - line * step * unit,
  }))
  return { left, axis, bars, gridLines }
}

/** At most five lines: 1, 2, 5, 10, 20, 50 … */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (most / (step * power) <= 5) return step * power
  }
}
