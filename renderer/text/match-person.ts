import { pinyin } from 'pinyin-pro'
import type { RosterPersonView } from '../../electron/contract/shapes.ts'
import { pageMap } from '../ui/page-memory.ts'

interface Sound {
  readonly initials: string
  readonly full: string
}

const sounds = pageMap<string, Sound>()

/** 曾 as a surname is zeng, not ceng: `surname: 'head'`. Kept, because a list of ten thousand is searched on every key. */
function soundOf(name: string): Sound {
  const known = sounds.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const sound = {
    initials: syllables
      .map((one) => one.slice(0, 1))
      .join('')
      .toLowerCase(),
    full: syllables.join('').toLowerCase(),
  }
  sounds.set(name, sound)
  return sound
}

/** Names in one piece of work: a few milliseconds. */
const AT_ONCE = 100
/** Of a rest, left over for a key that comes. */
const KEPT_FREE_MS = 10

/** Learns how names sound while the page rests: the first letter typed would wait for all of ten thousand. Gives back how to stop. */
export function learnSounds(names: readonly string[]): () => void {
  let at = 0
  let handle = 0
  const go = (rest: IdleDeadline) => {
    // A rest of the page is up to fifty milliseconds long: it is used, or ten thousand names take a hundred of them.
    do {
      for (const name of names.slice(at, at + AT_ONCE)) soundOf(name)
      at += AT_ONCE
    } while (at < names.length && rest.timeRemaining() > KEPT_FREE_MS)
    if (at < names.length) handle = window.requestIdleCallback(go)
  }
  handle = window.requestIdleCallback(go)
  return () => window.cancelIdleCallback(handle)
}

/** What a search may look at. */
export type Searchable = Pick<RosterPersonView, 'name' | 'unit' | 'post' | 'idNumberMasked'>

/** A question for many people: what it takes to read the words is done once, not ten thousand times a key stroke. */
export function personMatcher(query: string): (person: Searchable) => boolean {
  const tests = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(wordMatcher)
  return (person) => tests.every((test) => test(person))
}

/**
 * Looks up the same people at one letter after the other: whoever did not fit the shorter words does not fit the longer ones, and only those
 * found last are looked through again. The tail of a number is the exception: its last digits are others with every digit more.
 */
export function makeFinder<T extends Searchable>(people: readonly T[]): (query: string) => readonly T[] {
  let last: { readonly query: string; readonly found: readonly T[] } = { query: '', found: people }
  return (query) => {
    const narrower = query.startsWith(last.query) && !query.toLowerCase().split(/\s+/).some(isTail)
    const found = (narrower ? last.found : people).filter(personMatcher(query))
    last = { query, found }
    return found
  }
}

/** True when the words fit: name, pinyin initials or full pinyin, unit, post, or the tail of the ID number (the four digits shown). */
export function matchesPerson(person: Searchable, query: string): boolean {
  return personMatcher(query)(person)
}

function wordMatcher(word: string): (person: Searchable) => boolean {
  const written = ({ name, unit, post }: Searchable) =>
    name.includes(word) || unit.includes(word) || post.includes(word)
  const sounded = ({ name }: Searchable) => {
    const { initials, full } = soundOf(name)
    return initials.startsWith(word) || full.startsWith(word)
  }
  const tailed = ({ idNumberMasked }: Searchable) => (idNumberMasked ?? '').toLowerCase().endsWith(word)
  const isLetters = /^[a-z]+$/.test(word)
  const tail = isTail(word)
  return (person) => written(person) || (isLetters && sounded(person)) || (tail && tailed(person))
}

/** May be the end of an ID number. */
function isTail(word: string): boolean {
  return /^[\dx]{2,4}$/.test(word)
}
