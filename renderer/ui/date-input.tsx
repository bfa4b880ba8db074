import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { addDays, firstOfMonth, monthGrid, readDay } from './calendar-days.ts'

interface DateInputProps {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-label'?: string
  readonly value: string | undefined
  /** A whole day, or undefined while what stands there is none. */
  readonly onChange: (day: string | undefined) => void
  readonly width?: number
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/**
 * A calendar day. Typed as hands type it (20261122, 2026.11.22), ↑ ↓ steps a day, the button opens a month.
 * Not the platform's date field: that one shows 11/22/2026 on a machine set to English.
 */
export function DateInput({ value, onChange, width = 148, ...rest }: DateInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [month, setMonth] = useState<string | null>(null)
  const box = useRef<HTMLSpanElement>(null)
  const settle = () => {
    if (typed !== null && (readDay(typed) !== undefined || typed.trim() === '')) setTyped(null)
  }
  const put = (day: string) => {
    setTyped(null)
    onChange(day)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && month !== null) {
      event.preventDefault()
      event.stopPropagation()
      setMonth(null)
    } else if (event.key === 'Enter') settle()
    else if (value !== undefined && typed === null && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      put(addDays(value, event.key === 'ArrowUp' ? 1 : -1))
    }
  }
  return (
    <span
      className="date-input"
      style={{ width }}
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget) === true) return
        settle()
        setMonth(null)
      }}
    >
      <input
        {...rest}
        type="text"
        className="input"
        inputMode="numeric"
        placeholder="2026-11-22"
        autoComplete="off"
        value={typed ?? value ?? ''}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readDay(event.target.value))
        }}
      />
      <button
        type="button"
        aria-label="打开日历"
        aria-expanded={month !== null}
        onClick={() => setMonth(month === null ? firstOfMonth(value ?? new Date().toISOString().slice(0, 10)) : null)}
      >
        历
      </button>
      {month !== null && (
        <Month
          first={month}
          value={value}
          onMonth={setMonth}
          onPick={(day) => {
            put(day)
            setMonth(null)
          }}
        />
      )}
    </span>
  )
}

interface MonthProps {
  readonly first: string
  readonly value: string | undefined
  readonly onMonth: (first: string) => void
  readonly onPick: (day: string) => void
}

function Month({ first, value, onMonth, onPick }: MonthProps) {
  return (
    <div className="calendar" role="dialog" aria-label="日历">
      <div className="calendar-head">
        <button type="button" aria-label="上一年" onClick={() => onMonth(firstOfMonth(first, -12))}>
          «
        </button>
        <button type="button" aria-label="上一月" onClick={() => onMonth(firstOfMonth(first, -1))}>
          ‹
        </button>
        <span>
          {Number(first.slice(0, 4))} 年 {Number(first.slice(5, 7))} 月
        </span>
        <button type="button" aria-label="下一月" onClick={() => onMonth(firstOfMonth(first, 1))}>
          ›
        </button>
        <button type="button" aria-label="下一年" onClick={() => onMonth(firstOfMonth(first, 12))}>
          »
        </button>
      </div>
      <div className="calendar-grid">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
        {monthGrid(first).map((day) => (
          <button
            key={day}
            type="button"
            aria-label={day}
            aria-pressed={day === value}
            className={day.startsWith(first.slice(0, 7)) ? '' : 'calendar-other'}
            onClick={() => onPick(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
