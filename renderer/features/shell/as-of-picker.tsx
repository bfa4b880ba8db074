import { useState } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'

/** "截至 2026-11-22": click to look at another day. */
export function AsOfPicker() {
  const { shown, isToday, setAsOf } = useAsOf()
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <button type="button" className="as-of" onClick={() => setOpen(true)} title="看另一天的编制和名单">
        截至 <strong>{shown}</strong>
      </button>
    )
  }
  return (
    <form
      className="as-of-form"
      onSubmit={(event) => {
        event.preventDefault()
        setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        setOpen(false)
      }}
    >
      <span>截至</span>
      <DateInput aria-label="截至日期" value={shown} onChange={(day) => day !== undefined && setAsOf(day)} />
      {!isToday && (
        <Button onClick={() => { setAsOf(null); setOpen(false) }}>
          今天
        </Button>
      )}
      <Button type="submit">
        收起
      </Button>
    </form>
  )
}

/** Amber across the whole screen while the day shown is not today: nobody reads an old figure as the present one. */
export function AsOfBanner() {
  const { shown, today, isToday, setAsOf } = useAsOf()
  if (isToday) return null
  return (
    <div className="as-of-banner" role="status">
      <span>
        现在看到的是 <strong>{shown}</strong> 的情况，不是今天（{today}）。
      </span>
      <Button small onClick={() => setAsOf(null)}>
        回到今天
      </Button>
    </div>
  )
}
