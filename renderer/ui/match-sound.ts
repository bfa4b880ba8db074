import { pinyin } from 'pinyin-pro'
import { pageMap } from './page-memory.ts'

/** How each character may sound: a name's 曾 is zeng, elsewhere ceng, and whoever types either means it. */
export type Sounds = readonly (readonly string[])[]

/** One character is asked for once: ten thousand names have two thousand of them. */
const SYLLABLES = pageMap<string, readonly string[]>()

function syllablesOf(character: string): readonly string[] {
  const known = SYLLABLES.get(character)
  if (known !== undefined) return known
  const heard = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
  const syllables = [...new Set(heard.map((one) => one.toLowerCase()))].filter((one) => one !== '')
  SYLLABLES.set(character, syllables)
  return syllables
}

/** The sounds of a text, character by character; a Latin letter or a digit sounds as itself. */
export function soundsOf(text: string): Sounds {
  return Array.from(text, syllablesOf)
}

/** Where typed letters are found in a text: as its beginning, later in it, or not at all. */
export type Heard = 'start' | 'inside' | null

/**
 * Letters against sounds: initials (lml), full pinyin (liming), and the two mixed (limingl) all name 李明朗.
 * @param letters lower case, without blanks.
 * @param inside also later in the text.
 */
export function hearLetters(sounds: Sounds, letters: string, inside = true): Heard {
  if (matchesFrom(sounds, 0, letters, 0)) return 'start'
  if (!inside) return null
  for (let at = 1; at < sounds.length; at += 1) if (matchesFrom(sounds, at, letters, 0)) return 'inside'
  return null
}

/** Each character takes its first letter, or more of its syllable; the last may break off anywhere. Runs for every entry at every key stroke. */
function matchesFrom(sounds: Sounds, at: number, letters: string, from: number): boolean {
  if (from === letters.length) return true
  const first = letters.charCodeAt(from)
  for (const syllable of sounds[at] ?? [])
    if (syllable.charCodeAt(0) === first && syllableFits(syllable, sounds, at, letters, from)) return true
  return false
}

function syllableFits(syllable: string, sounds: Sounds, at: number, letters: string, from: number): boolean {
  let shared = 1
  while (shared < syllable.length && syllable.charCodeAt(shared) === letters.charCodeAt(from + shared)) shared += 1
  if (from + shared === letters.length) return true
  for (let taken = shared; taken >= 1; taken -= 1)
    if (isPart(syllable, taken) && matchesFrom(sounds, at + 1, letters, from + taken)) return true
  return false
}

/** What may be typed of a syllable before the next: its first letter, zh, ch or sh, or all of it. */
function isPart(syllable: string, taken: number): boolean {
  return taken === 1 || taken === syllable.length || (taken === 2 && /^[zcs]h/.test(syllable))
}
