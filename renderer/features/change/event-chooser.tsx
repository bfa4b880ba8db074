import { useRef, useState, type KeyboardEvent } from 'react'
import type { EventType } from '../../../electron/vocabulary/events.ts'
import { TextInput } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { chosenPeople } from '../../parts/chosen-people.ts'
import { findEvents } from '../../text/event-groups.ts'
import { isForMany } from './many-event-cells.ts'

/** "What happened?": everything on one page, found by typing; ↓ ↑ walk, Enter chooses. `forMany`: what can be said of many people at once. */
export function EventChooser({
  forMany,
  onChoose,
}: {
  readonly forMany: boolean
  readonly onChoose: (type: EventType) => void
}) {
  const [query, setQuery] = useState('')
  const box = useRef<HTMLFormElement>(null)
  const found = findEvents(query)
  const groups = !forMany
    ? found
    : found
        .map((group) => ({ ...group, choices: group.choices.filter(({ type }) => isForMany(type)) }))
        .filter(({ choices }) => choices.length > 0)
  const chosen = forMany ? chosenPeople().length : 0
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
        <label htmlFor="event-search">
          {!forMany ? '发生了什么' : chosen === 0 ? '为多人登记什么' : `为选中的 ${chosen} 人登记什么`}
        </label>
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
