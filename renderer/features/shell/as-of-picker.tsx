import { useRef, useState } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox } from '../../ui/form.tsx'
import { useRoute } from '../../ui/route.ts'
import { AsOfSlider } from './as-of-slider.tsx'
import './as-of.css'

/** "截至 2026-11-22": click to look at another day. Another screen closes it. */
export function AsOfPicker() {
  const { shown } = useAsOf()
  const { path } = useRoute()
  const [openOn, setOpenOn] = useState<string | null>(null)
  const door = useRef<HTMLButtonElement>(null)
  const open = openOn === path
  const close = () => {
    setOpenOn(null)
    door.current?.focus()
  }
  return (
    <div className="as-of-box">
      <button
        type="button"
        className="as-of"
        ref={door}
        aria-expanded={open}
        onClick={() => setOpenOn(open ? null : path)}
        title="看另一天的编制和名单"
      >
        截至 <strong>{shown}</strong>
      </button>
      {open && <AsOfPanel onClose={close} />}
    </div>
  )
}

/**
 * The day by typing, by calendar or along the slider; and whether what was learnt later counts. It stays open: the screen beneath follows.
 * A button with nothing to do is only marked so: one really disabled would drop the focus it has.
 */
function AsOfPanel({ onClose }: { readonly onClose: () => void }) {
  const { shown, isToday, setAsOf } = useAsOf()
  return (
    <form
      className="as-of-panel"
      data-looks=""
      aria-label="看哪一天"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="as-of-form">
        <span>截至</span>
        <DateInput aria-label="截至日期" value={shown} onChange={(day) => day !== undefined && setAsOf(day)} />
        <Button aria-disabled={isToday} onClick={() => setAsOf(null)}>
          今天
        </Button>
        <AsBelieved />
        <Button type="submit">收起</Button>
      </div>
      <AsOfSlider />
    </form>
  )
}

/** 按当时所知: only where there was a book to know from. */
function AsBelieved() {
  const { shown, today, isToday, asBelieved, setAsBelieved } = useAsOf()
  const first = useQuery('history.read', { before: 2, limit: 1 }).data?.entries[0]
  const since = first === undefined ? today : formatInstant(first.recordedAt).slice(0, 10)
  const past = !isToday && shown < today
  const hint = shown > today ? '那天生效的都算' : shown < since ? `${since} 起才有登记` : '那天以后才登记的不算'
  return (
    <>
      <Checkbox
        checked={asBelieved}
        disabled={!asBelieved && !(past && shown >= since)}
        onChange={setAsBelieved}
        label="按当时所知"
      />
      <span className="quiet">{hint}</span>
    </>
  )
}

/** Amber across the whole screen while the day shown is not today: nobody reads an old figure as the present one. */
export function AsOfBanner() {
  const { shown, today, isToday, asBelieved, setAsOf, setAsBelieved } = useAsOf()
  if (isToday) return null
  return (
    <div className="as-of-banner" role="status">
      <span>
        现在看到的是 <strong>{shown}</strong> 的情况，不是今天（{today}）。
        {asBelieved && '只算当天已经登记的；以后补录、更正的不算。'}
      </span>
      {asBelieved && (
        <Button small onClick={() => setAsBelieved(false)}>
          按现在所知
        </Button>
      )}
      <Button small onClick={() => setAsOf(null)}>
        回到今天
      </Button>
    </div>
  )
}
