import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { barsOf, CHART } from '../../renderer/features/forecast/chart-bars.ts'

/* The chart shows the table's numbers: one height a person, stacked on the ground, inside the picture. */

it('every bar is as high as it is many, whatever the numbers', () => {
  assert(
    property(
      array(tuple(integer({ min: 0, max: 4000 }), integer({ min: 0, max: 400 }), integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: 30,
      }),
      (numbers) => {
        const years = numbers.map(([organ, institution, other], place) => ({
          year: 2026 + place,
          organ,
          institution,
          other,
          retiring: organ + institution + other,
        }))
        const { left, axis, bars, gridLines } = barsOf(years)
        const ground = CHART.height - CHART.bottom
        const unit = (ground - CHART.top) / (gridLines.at(-1)?.value ?? 1)
        expect(bars.map((bar) => bar.total)).toEqual(years.map((year) => year.retiring))
        for (const bar of bars) {
          expect(bar.parts.reduce((sum, part) => sum + part.count, 0)).toBe(bar.total)
          expect(bar.top).toBeCloseTo(ground - bar.total * unit, 6)
          expect(bar.top >= CHART.top - 1e-6 && bar.x >= left && bar.x + bar.width <= CHART.width).toBe(true)
        }
        // Figures of 12 px are at most 7.5 wide; the axis numbers end at `axis`.
        const longest = Math.max(...gridLines.map(({ value }) => String(value).length))
        expect(axis - 7.5 * longest).toBeGreaterThanOrEqual(0)
        expect(left).toBeGreaterThan(axis)
        expect(gridLines.length).toBeLessThanOrEqual(6)
        expect(gridLines.every((line) => Number.isInteger(line.value))).toBe(true)
      },
    ),
  )
})
