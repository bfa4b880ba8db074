import { useEffect, useRef, useState } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { around, dayOfNumber, marksOf, numberOfDay, sliderRange, stepDay, yearMarks } from './as-of-days.ts'
import type { DayRange, Mark } from './as-of-days.ts'

const MOST_ENTRIES = 1000
/** A hand on the slider passes many days; the screens follow when it rests. */
const REST_MS = 120

/** The days of the book as one line: drag, or ← → a month and PageUp PageDown a year; a mark wherever something happened. */
export function AsOfSlider() {
  const { shown, today, setAsOf } = useAsOf()
  const units = useQuery('units.read', {})
  const history = useQuery('history.read', { limit: MOST_ENTRIES })
  const happenings = (history.data?.entries ?? []).flatMap((entry) =>
    entry.effectiveOn === null ? [] : [{ on: entry.effectiveOn, title: entry.title }],
  )
  const quotaDays = (units.data?.units ?? []).flatMap((unit) => unit.quotas.map((quota) => quota.validFrom))
  const range = widened(sliderRange([...quotaDays, ...happenings.map((one) => one.on)], today), shown)
  const marks = marksOf(happenings, range)
  const { before, after } = around(marks, shown)
  return (
    <div className="as-of-slider">
      <DaySlider day={shown} range={range} onDay={setAsOf} />
      <Ruler range={range} marks={marks} today={today} />
      <div className="as-of-steps">
        <Button
          small
          aria-disabled={before === null}
          onClick={() => before !== null && setAsOf(before.on)}
          title={before?.text}
        >
          上一次变动
        </Button>
        <Button
          small
          aria-disabled={after === null}
          onClick={() => after !== null && setAsOf(after.on)}
          title={after?.text}
        >
          下一次变动
        </Button>
        <span className="quiet">
          {history.error === null
            ? '← → 一个月，PageUp、PageDown 一年'
            : `变动的日子没有读出来：${history.error.message}`}
        </span>
      </div>
    </div>
  )
}

function DaySlider({
  day,
  range,
  onDay,
}: {
  readonly day: string
  readonly range: DayRange
  readonly onDay: (day: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const at = draft ?? day
  const put = (next: string) => {
    setDraft(next)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      onDay(next)
      setDraft(null)
    }, REST_MS)
  }
  return (
    <input
      type="range"
      aria-label="日期滑杆"
      aria-valuetext={at}
      min={numberOfDay(range.from)}
      max={numberOfDay(range.to)}
      step={1}
      value={numberOfDay(at)}
      onChange={(event) => put(dayOfNumber(event.target.valueAsNumber))}
      onKeyDown={(event) => {
        const next = stepDay(at, event.key, range)
        if (next === null) return
        event.preventDefault()
        put(next)
      }}
    />
  )
}

function Ruler({
  range,
  marks,
  today,
}: {
  readonly range: DayRange
  readonly marks: readonly Mark[]
  readonly today: string
}) {
  const [now] = marksOf([{ on: today, title: '今天' }], range)
  return (
    <div className="as-of-ruler" aria-hidden="true">
      {marks.map((mark) => (
        <i key={mark.on} style={{ left: `${mark.share}%` }} title={mark.text} />
      ))}
      {now !== undefined && <b style={{ left: `${now.share}%` }} title={now.text} />}
      {yearMarks(range).map(({ year, share }) => (
        <span key={year} style={{ left: `${share}%` }}>
          {year}
        </span>
      ))}
    </div>
  )
}

/** A day typed beyond the range stretches it, so that the slider never shows another day than the banner. */
function widened(range: DayRange, day: string): DayRange {
  return { from: day < range.from ? day : range.from, to: day > range.to ? day : range.to }
}
