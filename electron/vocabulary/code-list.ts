/*
 * The shape of a code list: every list of the product is declared once, in this folder, as a table of code → entry. Contract takes its
 * schemas from it, domain its types and tables, the screens their choices.
 */

import { remembered } from './remembered.ts'

/** One code of a list. */
export interface CodeEntry {
  /** What the screen, the sheets and the command line say. */
  readonly title: string
  /** The code of the national list named at the table's head; absent where that list has none for it. */
  readonly national?: string
  /** Other words clerks and other systems use for it; compared without blanks, brackets and punctuation. */
  readonly also?: readonly string[]
}

export type CodeList<E = CodeEntry> = Readonly<Record<string, E>>

/** The codes in the order of the table. */
export function codesOf<L extends Readonly<Record<string, unknown>>>(list: L): readonly (keyof L & string)[] {
  return Object.keys(list)
}

/** Code → title. */
export function titlesOf<L extends CodeList>(list: L): Readonly<Record<keyof L & string, string>> {
  // Object.entries forgets which keys it was given.
  return Object.fromEntries(Object.entries(list).map(([code, { title }]) => [code, title])) as unknown as Readonly<
    Record<keyof L & string, string>
  >
}

/** The title of a code as a book or a file has it; what the list does not know stands for itself. */
export function titleIn(list: CodeList, code: string): string {
  return list[code]?.title ?? code
}

/** What words are compared by: half-width, small, without blanks, brackets and punctuation. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** By the list: it is asked for every cell of a sheet, and making its words comparable takes longer than all the rest. */
const FINDERS = new WeakMap<CodeList, (text: string) => string | null>()

/** Looks a code up by itself, its title or another word for it; null where the list knows none. */
export function codeFinder<L extends CodeList>(list: L): (text: string) => (keyof L & string) | null {
  // What was made of this list finds its codes.
  const find = (FINDERS.get(list) ?? makeFinder(list)) as (text: string) => (keyof L & string) | null
  FINDERS.set(list, find)
  return find
}

function makeFinder<L extends CodeList>(list: L): (text: string) => (keyof L & string) | null {
  const known = new Map<string, keyof L & string>()
  for (const code of codesOf(list)) {
    for (const word of [code, list[code]?.title ?? '', ...(list[code]?.also ?? [])]) {
      const key = wordKey(word)
      if (!known.has(key)) known.set(key, code)
    }
  }
  return remembered((text) => known.get(wordKey(text)) ?? null)
}

/** The titles most like a word nobody knows, the most alike first: what it may have been meant for. */
export function nearestTitles(list: CodeList, text: string, count = 3): readonly string[] {
  const wanted = new Set(wordKey(text))
  const alike = (words: readonly string[]) =>
    Math.max(
      ...words.map((word) => {
        const own = new Set(wordKey(word))
        const shared = [...own].filter((character) => wanted.has(character)).length
        return (2 * shared) / Math.max(1, own.size + wanted.size)
      }),
    )
  return Object.values(list)
    .map(({ title, also = [] }, place) => ({ title, place, likeness: alike([title, ...also]) }))
    .toSorted((left, right) => right.likeness - left.likeness || left.place - right.place)
    .slice(0, count)
    .map(({ title }) => title)
}
