import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { RosterListName } from '../../electron/contract/shapes.ts'
import { useQuery } from '../api/use-query.ts'
import { personMatcher } from '../text/match-person.ts'
import './person-picker.css'

/** A person to choose; `idNumberMasked` only so that the last digits find them. */
export interface PersonChoice {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly status: string
  /** Null for somebody who is not here on the day. */
  readonly list: RosterListName | null
  readonly idNumberMasked: string | null
}

const SHOWN = 8
/** An id of the book, and not an ID number someone typed. */
const LOOKS_LIKE_ID = /^(?!\d{17}[\dXx]$)[\w-]{16,}$/

interface PersonPickerProps {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-label'?: string
  /** A person's id, or what was typed: a name or an ID number the core will look up. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly people: readonly PersonChoice[]
  readonly autoFocus?: boolean
  /** Empties itself after each choice: several are picked one after the other. */
  readonly forMany?: boolean
}

/** Finds a person by name, pinyin initials, unit, post or the ID number's tail; ↑ ↓ and Enter choose. */
export function PersonPicker({
  value,
  onChange,
  people,
  autoFocus = false,
  forMany = false,
  ...ids
}: PersonPickerProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const chosen = people.find((person) => person.personId === value)
  const unknown = chosen === undefined && typed === null && LOOKS_LIKE_ID.test(value)
  const absent = useQuery('person.read', unknown ? { personId: value } : null).data?.person
  const shown = typed ?? chosen?.name ?? absent?.name ?? (unknown ? '' : value)
  const hits =
    open && typed !== null && typed.trim() !== ''
      ? people.filter(personMatcher(typed))
      : open && typed === null && chosen === undefined
        ? people
        : []
  const pick = (person: PersonChoice | undefined) => {
    if (person === undefined) return
    onChange(person.personId)
    setTyped(forMany ? '' : null)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const count = Math.min(SHOWN, hits.length)
      if (open && count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && open && hits.length > 0) {
      event.preventDefault()
      pick(hits[active])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  const leave = () => {
    setOpen(false)
    // A whole name typed that is one person's is that person.
    const named = people.filter((person) => person.name === typed?.trim())
    if (named.length === 1) pick(named[0])
  }
  return (
    <span className="picker">
      <input
        {...ids}
        className="input"
        type="text"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
        placeholder="姓名、拼音首字母、身份证尾号"
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        value={shown}
        onFocus={(event) => event.target.select()}
        onBlur={leave}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          setOpen(true)
          if (!forMany) onChange(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      {chosen !== undefined && typed === null && (
        <span className="picker-about" title={`${chosen.unit} ${chosen.post}`}>
          {chosen.unit} · {chosen.post}
        </span>
      )}
      {hits.length > 0 && (
        <span className="picker-list">
          <ul id={listId} role="listbox" aria-label="找到的人">
            {hits.slice(0, SHOWN).map((person, index) => (
              <li
                key={person.personId}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                onMouseDown={(event) => {
                  event.preventDefault()
                  pick(person)
                }}
              >
                <strong>{person.name}</strong>
                <span>{person.unit}</span>
                <span className="quiet">{person.post}</span>
                <span className="quiet">{person.status}</span>
              </li>
            ))}
          </ul>
          {hits.length > SHOWN && <small className="quiet">共 {hits.length} 人，再多打一个字</small>}
        </span>
      )}
    </span>
  )
}
