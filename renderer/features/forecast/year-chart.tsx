import type { Output } from '../../../electron/contract/operations.ts'
import { barsOf, CHART, SERIES } from './chart-bars.ts'

type Years = Output<'forecast.read'>['years']

/** Bars by year, stacked by 编制 side: the very numbers of the table beside it, which is what a screen reader reads. */
export function YearChart({ years }: { readonly years: Years }) {
  const { left, axis, bars, gridLines } = barsOf(years)
  const words = years.map((year) => `${year.year} 年 ${year.retiring} 人`).join('，')
  return (
    <figure className="year-chart">
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={`各年到龄人数：${words}`}
        data-testid="year-chart"
      >
        <defs>
          <pattern id="forecast-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="chart-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="5" className="chart-hatch-line" />
          </pattern>
        </defs>
        {gridLines.map((line) => (
          <g key={line.value}>
            <line x1={left} x2={CHART.width} y1={line.y} y2={line.y} className="chart-grid" />
            <text x={axis} y={line.y + 4} className="chart-axis" textAnchor="end">
              {line.value}
            </text>
          </g>
        ))}
        {bars.map((bar) => (
          <g key={bar.year}>
            {bar.parts.map((part) => (
              <rect
                key={part.series}
                x={bar.x}
                width={bar.width}
                y={part.y}
                height={part.height}
                className={`chart-bar chart-${part.series}`}
                data-year={bar.year}
                data-count={part.count}
              />
            ))}
            <text x={bar.x + bar.width / 2} y={bar.top - 5} className="chart-count" textAnchor="middle">
              {bar.total === 0 ? '' : bar.total}
            </text>
            <text x={bar.x + bar.width / 2} y={CHART.height - 6} className="chart-axis" textAnchor="middle">
              {bar.year}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        {SERIES.map((series) => (
          <span key={series.name}>
            <svg width="14" height="12" aria-hidden="true">
              <rect x="0.5" y="0.5" width="13" height="11" className={`chart-bar chart-${series.name}`} />
            </svg>{' '}
            {series.title}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
