import { describe, expect, test } from 'vitest'
import { scaleOf } from '../../renderer/features/person/timeline-scale.ts'
import type { TimelineView } from '../../renderer/features/person/timeline-scale.ts'

type Span = TimelineView['spans'][number]
const span = (from: string, to: string | null, over: Partial<Span> = {}): Span => ({
  from,
  to,
  kind: '主职',
  unit: '党政办',
  post: '科员',
  category: '行政编制',
  counted: true,
  ...over,
})
const event = (on: string, title: string) => ({
  on,
  title,
  text: '',
  document: null,
  late: false,
  recordedAt: `${on}T00:00:00Z`,
})

describe('a life drawn to scale', () => {
  test('ten of twenty years take half the line', () => {
    const { lanes } = scaleOf({ spans: [span('2006-01-01', '2016-01-01')], events: [] }, '2026-01-01')
    expect(lanes[0]?.bars[0]).toMatchObject({ left: 0, open: false })
    expect(lanes[0]?.bars[0]?.width).toBeCloseTo(50, 1)
  })

  test('the same post held twice is one line with two bars; another post is another line', () => {
    const { lanes } = scaleOf(
      {
        spans: [
          span('2010-01-01', '2012-01-01'),
          span('2014-01-01', null),
          span('2012-01-01', '2014-01-01', { unit: '财政所', post: '会计' }),
        ],
        events: [],
      },
      '2026-11-22',
    )
    expect(lanes.map((lane) => [lane.unit, lane.bars.length])).toEqual([
      ['党政办', 2],
      ['财政所', 1],
    ])
  })

  test('what has not ended runs to the end of the line; what lasted a day can still be seen', () => {
    const { lanes } = scaleOf(
      {
        spans: [
          span('2010-01-01', null),
          span('2026-11-22', null, { post: '主任' }),
          span('2012-01-01', '2012-01-02', { kind: '借入', counted: false, category: null }),
        ],
        events: [],
      },
      '2026-11-22',
    )
    expect(lanes[0]?.bars[0]).toMatchObject({ open: true, left: 0, width: 100 })
    for (const lane of lanes)
      for (const bar of lane.bars) {
        expect(bar.width).toBeGreaterThan(0.5)
        expect(bar.left + bar.width).toBeLessThanOrEqual(100.6)
      }
    expect(lanes[2]?.bars[0]).toMatchObject({
      counted: false,
      text: '2012-01-01 至 2012-01-02，借入，党政办科员，不占编',
    })
  })

  test('a change registered for later lies to the right of today', () => {
    const scale = scaleOf(
      { spans: [span('2020-01-01', '2027-03-01')], events: [event('2027-03-01', '出编')] },
      '2026-11-22',
    )
    expect(scale.ticks[0]?.at).toBe(100)
    expect(scale.today).toBeLessThan(100)
  })

  test('two events of one day share a tick that names both', () => {
    expect(
      scaleOf(
        { spans: [], events: [event('2026-01-05', '免职'), event('2026-01-05', '任职')] },
        '2026-11-22',
      ).ticks.map((tick) => tick.text),
    ).toEqual(['2026-01-05 免职、任职'])
  })

  test('years are written so far apart that they can be read', () => {
    const { years } = scaleOf({ spans: [span('1988-07-01', null)], events: [] }, '2026-11-22')
    expect(years.map((mark) => mark.year)).toEqual([1988, 1995, 2000, 2005, 2010, 2015, 2020, 2025])
  })
})
