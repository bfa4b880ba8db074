import { useMemo } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant } from '../../text/format.ts'
import { ErrorLine, Skeleton } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { scaleOf } from './timeline-scale.ts'
import type { Lane, Scale, TimelineView } from './timeline-scale.ts'
import './timeline.css'

/** 履历: posts as bars to scale, events as ticks above them, and the same events as a list to read. */
export function PersonTimeline({ personId }: { readonly personId: string }) {
  const query = useQuery('person.timeline', { personId })
  return (
    <section aria-label="履历">
      <h3>履历</h3>
      <ErrorLine error={query.error} />
      {query.error === null && query.data === undefined && <Skeleton rows={3} />}
      {query.data !== undefined && <Drawn data={query.data} />}
    </section>
  )
}

function Drawn({ data }: { readonly data: TimelineView }) {
  const { today } = useAsOf()
  const scale = useMemo(() => scaleOf(data, today), [data, today])
  if (data.spans.length === 0 && data.events.length === 0) return <p className="quiet">还没有任职和变动的记录。</p>
  return (
    <>
      <div className="timeline">
        <Axis scale={scale} />
        {scale.lanes.map((lane) => (
          <LaneRow key={lane.key} lane={lane} scale={scale} />
        ))}
      </div>
      <Events events={data.events} />
    </>
  )
}

function Axis({ scale }: { readonly scale: Scale }) {
  return (
    <div className="timeline-row timeline-axis" aria-hidden="true">
      <span />
      <div className="timeline-track">
        {/* At the right edge there is no room to write a year: its line below says it. */}
        {scale.years
          .filter(({ at }) => at <= 92)
          .map(({ year, at }) => (
            <span key={year} className="timeline-year" style={{ left: `${at}%` }}>
              {year}
            </span>
          ))}
        {scale.ticks.map((tick) => (
          <i key={tick.on} style={{ left: `${tick.at}%` }} title={tick.text} />
        ))}
      </div>
    </div>
  )
}

function LaneRow({ lane, scale }: { readonly lane: Lane; readonly scale: Scale }) {
  // Many entered before the first document that sets up their unit.
  const unit = lane.unit === '' ? '当时机构未登记' : lane.unit
  return (
    <div className="timeline-row">
      <span className="timeline-label" title={`${unit} ${lane.post}`}>
        {lane.post} <span className="quiet">{lane.kind === '主职' ? unit : `${lane.kind} · ${unit}`}</span>
      </span>
      <div className="timeline-track">
        {scale.years.map(({ year, at }) => (
          <s key={year} style={{ left: `${at}%` }} />
        ))}
        <u style={{ left: `${scale.today}%` }} title="今天" />
        {lane.bars.map((bar) => (
          <span
            key={bar.key}
            role="img"
            aria-label={bar.text}
            title={bar.text}
            className={`timeline-bar${bar.counted ? '' : ' timeline-uncounted'}${bar.open ? ' timeline-open' : ''}`}
            style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
          />
        ))}
      </div>
    </div>
  )
}

function Events({ events }: Pick<TimelineView, 'events'>) {
  if (events.length === 0) return null
  const newestFirst = events.toSorted((a, b) =>
    a.on === b.on ? (a.recordedAt < b.recordedAt ? 1 : -1) : a.on < b.on ? 1 : -1,
  )
  return (
    <ol className="timeline-events">
      {newestFirst.map((event) => (
        <li key={`${event.on}${event.recordedAt}${event.text}`}>
          <span className="number">{event.on}</span>
          <span>
            <strong>{event.title}</strong> {event.text}
            {event.document !== null && <span className="quiet">　{event.document}</span>}
            {event.late && (
              <>
                {' '}
                <Tag look="amber" title={`${formatInstant(event.recordedAt)} 才登记`}>
                  补录
                </Tag>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
