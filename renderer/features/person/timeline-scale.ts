import type { Output } from '../../../electron/contract/operations.ts'

export type TimelineView = Output<'person.timeline'>
type Span = TimelineView['spans'][number]

/** A span drawn to scale; shares are percent of the whole line. */
export interface Bar {
  readonly key: string
  readonly left: number
  readonly width: number
  /** Not ended on record. */
  readonly open: boolean
  readonly counted: boolean
  readonly text: string
}

/** One post in one unit: all times it was held stand on one line. */
export interface Lane {
  readonly key: string
  readonly unit: string
  readonly post: string
  readonly kind: string
  readonly bars: readonly Bar[]
}

export interface Tick {
  readonly on: string
  readonly at: number
  readonly text: string
}

export interface Scale {
  readonly lanes: readonly Lane[]
  readonly ticks: readonly Tick[]
  readonly years: readonly { readonly year: number; readonly at: number }[]
  readonly today: number
}

const MOST_YEARS = 8
/** Thinner than this a bar cannot be seen: a post held for a day still shows. */
const LEAST_WIDTH = 0.6

/** Lays a person's posts and events along one line of time, from the year it begins to today or the last day known. */
export function scaleOf({ spans, events }: Pick<TimelineView, 'spans' | 'events'>, today: string): Scale {
  const days = [
    ...spans.flatMap((span) => (span.to === null ? [span.from] : [span.from, span.to])),
    ...events.map((event) => event.on),
  ]
  const firstYear = Math.min(...[today, ...days].map(yearOf))
  const last = [today, ...days].reduce((later, day) => (day > later ? day : later))
  const from = dayNumber(`${firstYear}-01-01`)
  const length = Math.max(1, dayNumber(last) - from)
  const at = (day: string) => ((dayNumber(day) - from) / length) * 100
  return {
    lanes: lanesOf(spans, at),
    ticks: ticksOf(events, at),
    years: yearsOf(firstYear, yearOf(last), at),
    today: at(today),
  }
}

function lanesOf(spans: readonly Span[], at: (day: string) => number): readonly Lane[] {
  const lanes = Map.groupBy(spans, (span) => `${span.kind} ${span.unit} ${span.post}`)
  return [...lanes].flatMap(([key, all]) => {
    const [first] = all
    if (first === undefined) return []
    return [{ key, unit: first.unit, post: first.post, kind: first.kind, bars: all.map((span) => barOf(span, at)) }]
  })
}

function barOf(span: Span, at: (day: string) => number): Bar {
  const left = at(span.from)
  const end = span.to === null ? 100 : at(span.to)
  const counted = span.category === null ? '不占编' : span.counted ? span.category : `${span.category}，不计`
  return {
    key: `${span.from}${span.category ?? ''}`,
    left: Math.min(left, 100 - LEAST_WIDTH),
    width: Math.max(LEAST_WIDTH, end - left),
    open: span.to === null,
    counted: span.counted,
    text: `${span.from} 至 ${span.to ?? '今'}，${span.kind}，${span.unit}${span.post}，${counted}`,
  }
}

function ticksOf(events: TimelineView['events'], at: (day: string) => number): readonly Tick[] {
  const byDay = Map.groupBy(events, (event) => event.on)
  return [...byDay].map(([on, all]) => ({
    on,
    at: at(on),
    text: `${on} ${all.map((event) => event.title).join('、')}`,
  }))
}

function yearsOf(first: number, last: number, at: (day: string) => number): Scale['years'] {
  const step = [1, 2, 5, 10, 20].find((size) => (last - first + 1) / size <= MOST_YEARS) ?? 50
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return years
    .filter((year) => year === first || (year % step === 0 && year - first > step / 2))
    .map((year) => ({ year, at: at(`${year}-01-01`) }))
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}
