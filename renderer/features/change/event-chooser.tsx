import { useRef, useState, type KeyboardEvent } from 'react'
import type { EventType } from '../../../electron/vocabulary/events.ts'
import { TextInput } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { findEvents } from '../../text/event-groups.ts'

/** "What happened?": everything on one page, found by typing; ↓ ↑ walk, Enter chooses. */
export function EventChooser({ onChoose }: { readonly onChoose: (type: EventType) => void }) {
  const [query, setQuery] = useState('')
  const box = useRef<HTMLFormElement>(null)
  const groups = findEvents(query)
  const first = groups[0]?.choices[0]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, .event-choice') ?? [])]
    const here = stops.findIndex((stop) => stop === document.activeElement)
    const next = stops[(here + (event.key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length]
    if (here < 0 || next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <form
      ref={box}
      className="event-chooser"
      data-looks=""
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (first !== undefined && query.trim() !== '') onChoose(first.type)
      }}
    >
      <div className="event-search">
        <label htmlFor="event-search">发生了什么</label>
        <TextInput
          id="event-search"
          value={query}
          onChange={setQuery}
          placeholder="打字就找：退休、调入、cb…，回车选第一个"
          width={360}
          autoFocus
        />
      </div>
      {groups.length === 0 && <EmptyState text="没有这样的事项。换个说法，或从全部事项里选。" />}
      <div className="event-groups">
        {groups.map((group) => (
          <section key={group.title} className="event-group" aria-label={group.title}>
            <h2>{group.title}</h2>
            {group.choices.map((choice) => (
              <button key={choice.type} type="button" className="event-choice" onClick={() => onChoose(choice.type)}>
                <span>{choice.title}</span> <small>{choice.hint}</small>
              </button>
            ))}
          </section>
        ))}
      </div>
    </form>
  )
}
