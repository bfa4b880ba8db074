import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { hearLetters, soundsOf } from './match-sound.ts'
import './long-select.css'

/** Drawn at a time. */
const SHOWN = 60
/** Rows of a page. */
const PAGE = 8

interface LongSelectProps<V extends string> {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-label'?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly value: V
  readonly onChange: (value: V) => void
  readonly choices: readonly { readonly value: V; readonly label: string }[]
  readonly width?: number
}

/**
 * A closed list of hundreds or thousands: words or pinyin initials find what is wanted, ↑ ↓ and Enter take it, Esc leaves it as it was. Only
 * some are drawn: those around the one chosen, or the first that fit.
 */
export function LongSelect<V extends string>({
  value,
  onChange,
  choices,
  width,
  autoFocus = false,
  ...ids
}: LongSelectProps<V>) {
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  /** Null: closed. */
  const [typed, setTyped] = useState<string | null>(null)
  const [mark, setMark] = useState(0)
  const chosen = choices.find((choice) => choice.value === value)
  const open = typed !== null
  const fits = typed === null ? [] : choicesFitting(choices, typed)
  const first = windowStart(fits.length, mark)
  const shown = fits.slice(first, first + SHOWN)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const openAll = () => {
    setTyped('')
    setMark(
      Math.max(
        0,
        choices.findIndex((choice) => choice.value === value),
      ),
    )
  }
  const take = (choice: { readonly value: V } | undefined) => {
    setTyped(null)
    if (choice !== undefined && choice.value !== value) onChange(choice.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (open) setMark(Math.max(0, Math.min(fits.length - 1, mark + step)))
      else openAll()
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      take(fits[mark])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <span className="long-select" style={width === undefined ? undefined : { width }}>
      <input
        {...ids}
        className="input long-select-input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open && shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={open && fits.length > 0 ? `${listId}-${mark}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        placeholder={chosen?.label}
        value={typed ?? chosen?.label ?? ''}
        onMouseDown={() => {
          if (!open) openAll()
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(typed === null ? event.target.value.replace(chosen?.label ?? '', '') : event.target.value)
          setMark(0)
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <span className="long-select-below">
          {shown.length > 0 && (
            <ul ref={list} id={listId} role="listbox" aria-label={ids['aria-label'] ?? '可选'}>
              {shown.map((choice, place) => (
                <li
                  key={choice.value}
                  id={`${listId}-${first + place}`}
                  role="option"
                  aria-selected={first + place === mark}
                  aria-setsize={fits.length}
                  aria-posinset={first + place + 1}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    take(choice)
                  }}
                >
                  {choice.label}
                </li>
              ))}
            </ul>
          )}
          <small className="quiet">
            {fits.length === 0
              ? '没有这一项'
              : shown.length === fits.length
                ? `${fits.length} 项`
                : `${fits.length} 项，打几个字或拼音首字母来找`}
          </small>
        </span>
      )}
    </span>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }

/** Where the drawn part of a list begins, so that the marked one stands in it. */
function windowStart(count: number, mark: number): number {
  return Math.max(0, Math.min(count - SHOWN, mark - SHOWN / 2))
}

/** Those that hold the words or sound as typed; the ones that begin so come first. All where nothing is typed. */
export function choicesFitting<C extends { readonly label: string }>(
  choices: readonly C[],
  typed: string,
): readonly C[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return choices
  const letters = /^[a-z]+$/.test(words)
  const begin: C[] = []
  const later: C[] = []
  for (const choice of choices) {
    const at = choice.label.toLowerCase().indexOf(words)
    const heard = at >= 0 || !letters ? null : hearLetters(soundsOf(choice.label), words)
    if (at === 0 || heard === 'start') begin.push(choice)
    else if (at > 0 || heard === 'inside') later.push(choice)
  }
  return [...begin, ...later]
}
