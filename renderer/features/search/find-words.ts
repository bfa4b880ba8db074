import { wordKey } from '../../../electron/vocabulary/code-list.ts'
import { hearLetters, soundsOf, type Sounds } from '../../ui/match-sound.ts'

/* One thing that can be found, made ready once, and how well typed words name it. */

/** What an entry is found by. */
export interface FindTexts {
  readonly title: string
  /** Other names for it: found as readily as the title. */
  readonly also?: readonly string[]
  /** What is said beside it: found, but behind those whose name it is. */
  readonly details?: readonly string[]
  /** Its tail is found by its last two to four figures. */
  readonly tail?: string | null
  /** Only its words are searched, not how they sound: long texts. */
  readonly silent?: true
}

export interface FindWords {
  readonly title: string
  readonly also: readonly string[]
  readonly rest: string
  readonly tail: string
  readonly sounds: Sounds
  readonly alsoSounds: readonly Sounds[]
}

/** Makes an entry ready to be found. */
export function prepareWords({ title, also = [], details = [], tail = null, silent }: FindTexts): FindWords {
  const others = also.filter((word) => word !== '')
  return {
    title: wordKey(title),
    also: others.map(wordKey),
    // A blank keeps two texts from running into one word.
    rest: details.map(wordKey).join(' '),
    tail: (tail ?? '').toLowerCase(),
    sounds: silent === true ? [] : soundsOf(wordKey(title)),
    alsoSounds: silent === true ? [] : others.map((word) => soundsOf(wordKey(word))),
  }
}

/** The words of a query as they are compared: `退休 王`, `山编办〔2026〕9号`. */
export function queryWords(query: string): readonly string[] {
  return query
    .split(/\s+/u)
    .map(wordKey)
    .filter((word) => word !== '')
}

const LETTERS = /^[a-z]+$/u
const FIGURES = /^[\dx]{2,4}$/u

/** How well all the words name the entry, 0 to 100; null where one of them does not. */
export function scoreWords(entry: FindWords, words: readonly string[]): number | null {
  let worst = 100
  for (const word of words) {
    const score = scoreWord(entry, word)
    if (score === null) return null
    worst = Math.min(worst, score)
  }
  return worst
}

function scoreWord(entry: FindWords, word: string): number | null {
  if (entry.title === word) return 100
  if (entry.also.includes(word)) return 90
  if (entry.title.startsWith(word)) return 80
  if (entry.title.includes(word)) return 70
  if (entry.also.some((name) => name.startsWith(word))) return 65
  if (entry.also.some((name) => name.includes(word))) return 55
  if (FIGURES.test(word) && entry.tail.endsWith(word)) return 50
  const heard = LETTERS.test(word) ? hearWord(entry, word) : null
  if (heard !== null) return heard
  return entry.rest.includes(word) ? 30 : null
}

function hearWord({ sounds, alsoSounds }: FindWords, letters: string): number | null {
  // One letter somewhere inside names everything: it is only looked for at a beginning.
  const inside = letters.length > 1
  const heard = hearLetters(sounds, letters, inside)
  if (heard === 'start') return letters.length >= sounds.length ? 62 : 58
  let best: number | null = heard === 'inside' ? 45 : null
  for (const also of alsoSounds) {
    const other = hearLetters(also, letters, inside)
    if (other === 'start') return 48
    if (other === 'inside') best ??= 40
  }
  return best
}
