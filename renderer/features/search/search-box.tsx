import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { goTo, openPerson } from '../../text/paths.ts'
import { findHits, type HitGroup } from './find-hits.ts'
import type { FindItem } from './find-items.ts'
import { FindList } from './find-list.tsx'
import { useFindItems } from './use-find-items.ts'
import './search.css'

/**
 * One box for everything, from anywhere: Ctrl+K, then a name, pinyin, the ID number's tail, a unit, a 文号, a form, or what is to be done.
 * A combobox with a list of groups as the ARIA practices have it: the focus stays in the box, the arrows walk the list.
 */
export function SearchBox() {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const listId = useId()
  const { items, loading } = useFindItems(open)
  const groups = useMemo(() => findHits(items, query), [items, query])
  const hits = groups.flatMap((group) => group.hits)
  const shown = open && query.trim() !== ''
  useCtrlK(input, before)
  const close = () => {
    setOpen(false)
    setQuery('')
    setChosen(0)
  }
  const pick = (item: FindItem | undefined) => {
    if (item === undefined) return
    close()
    input.current?.blur()
    if ('person' in item.target) openPerson(item.target.person)
    else goTo(item.target.screen, item.target.params)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      if (before.current instanceof HTMLElement) before.current.focus()
      else input.current?.blur()
      return
    }
    if (event.key === 'Enter') return pick(shown ? hits[chosen] : undefined)
    const next = placeAfter(event.key, chosen, groups)
    if (next === null || !shown) return
    event.preventDefault()
    setChosen(next)
  }
  return (
    <div className="search" role="search">
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && hits[chosen] !== undefined ? `${listId}-${chosen}` : undefined}
        aria-label="查找"
        placeholder="查找：人、机构、文号、报表、要办的事"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setOpen(true)
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <FindList id={listId} shown={shown} groups={groups} chosen={chosen} loading={loading} onPick={pick} />
    </div>
  )
}

/** Where a key leads in the list, round its ends: by one, or to the next group; null for a key that is the box's own. */
export function placeAfter(key: string, chosen: number, groups: readonly HitGroup[]): number | null {
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0)
  if (count === 0) return null
  const starts = groups.map((_, place) => groups.slice(0, place).reduce((sum, group) => sum + group.hits.length, 0))
  switch (key) {
    case 'ArrowDown':
      return (chosen + 1) % count
    case 'ArrowUp':
      return (chosen + count - 1) % count
    case 'PageDown':
      return starts.find((start) => start > chosen) ?? 0
    case 'PageUp':
      return starts.findLast((start) => start < chosen) ?? starts.at(-1) ?? 0
    default:
      return null
  }
}

function useCtrlK(input: { readonly current: HTMLInputElement | null }, before: { current: Element | null }): void {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      if (document.activeElement !== input.current) before.current = document.activeElement
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [input, before])
}
