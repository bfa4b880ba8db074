import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { matchesPerson } from '../../text/match-person.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { LIST_TAGS } from '../../text/words.ts'
import { Tag } from '../../ui/tag.tsx'
import './search.css'

const SHOWN = 8

/** Finds a person from anywhere: Ctrl+K, then a name, pinyin initials, the ID number's tail, a post or a unit. */
export function SearchBox() {
  const { asOf, believedOn } = useAsOf()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const roster = useQuery('roster.read', open ? { asOf, believedOn } : null)
  const people = roster.data?.people
  const hits = useMemo(() => (query.trim() === '' ? [] : (people ?? []).filter((person) => matchesPerson(person, query))), [people, query])
  useCtrlK(input)
  const close = () => {
    setOpen(false)
    setQuery('')
    input.current?.blur()
  }
  const pick = (index: number) => {
    const hit = hits[index]
    if (hit === undefined) return
    close()
    openPerson(hit.personId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const count = Math.min(SHOWN, hits.length)
      if (count > 0) setChosen((chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') pick(chosen)
    else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
  }
  return (
    <div className="search" role="search">
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-expanded={open && query.trim() !== ''}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-label="找人"
        placeholder="找人：姓名、拼音首字母、身份证尾号、岗位"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      {open && query.trim() !== '' && (
        <ul className="search-list" id={listId} role="listbox" aria-label="找到的人">
          {hits.slice(0, SHOWN).map((person, index) => (
            <li
              key={person.personId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              // Before blur closes the list.
              onMouseDown={(event) => { event.preventDefault(); pick(index) }}
            >
              <strong>{person.name}</strong>
              <span>{person.unit}</span>
              <span className="quiet">{person.post}</span>
              <Tag look={LIST_TAGS[person.list].look}>{LIST_TAGS[person.list].word}</Tag>
            </li>
          ))}
          {hits.length === 0 && <li className="quiet">{people === undefined ? '正在读取名单…' : '没有找到这个人。'}</li>}
          {hits.length > SHOWN && (
            <li role="option" aria-selected={false} onMouseDown={(event) => { event.preventDefault(); close(); goTo('people', { list: 'all', q: query.trim() }) }}>
              共 {hits.length} 人，到人员里看全部
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

function useCtrlK(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [input])
}
