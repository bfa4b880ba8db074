import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ABSENCE_KINDS } from '../../electron/vocabulary/standing.ts'
import { withBook } from '../kit/book.ts'

/*
 * A column that takes only certain words takes those of a list of the vocabulary, all of them and no others: a code more in a list that the
 * file does not know yet would be refused on the day somebody chooses it.
 */

const FOLDER = join(import.meta.dirname, '../../electron/vocabulary')

/** Columns whose words are the table's own and stand in no list of the vocabulary. */
const OWN_WORDS = new Set<string>([
  'quota.role',
  'objection.channel',
  'objection.outcome',
  'finding_mark.kind',
  'person_document.purpose',
])

async function listsOfVocabulary(): Promise<ReadonlySet<string>> {
  const modules = await Promise.all(
    readdirSync(FOLDER).map((name) => import(join(FOLDER, name)) as Promise<Readonly<Record<string, unknown>>>),
  )
  return new Set(
    modules
      .flatMap((module) => Object.values(module))
      .flatMap((value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? [keyOf(Object.keys(value))] : [],
      ),
  )
}

const keyOf = (words: readonly string[]) => words.toSorted().join(' ')

/** `kind IN ('a','b')` of every table as `table.kind: a b`. */
function closedLists(statements: readonly { readonly name: string; readonly sql: string }[]) {
  return statements.flatMap(({ name, sql }) =>
    [...sql.matchAll(/(\w+) IN \(((?:'[^']*',?\s*)+)\)/gu)].map(([, column = '', words = '']) => ({
      place: `${name}.${column}`,
      words: [...words.matchAll(/'([^']*)'/gu)].map(([, word = '']) => word),
    })),
  )
}

const unknownAmong = (lists: ReturnType<typeof closedLists>, known: ReadonlySet<string>) =>
  lists
    .filter(({ place, words }) => !known.has(keyOf(words)) && !OWN_WORDS.has(place))
    .map(({ place, words }) => `${place}: ${words.join(' ')}`)

it('every list the file closes is one of the vocabulary', () =>
  withBook(async (book) => {
    const tables = book.raw.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'table'`).all() as {
      name: string
      sql: string
    }[]
    const lists = closedLists(tables)
    expect(lists.length).toBeGreaterThan(10)
    expect(unknownAmong(lists, await listsOfVocabulary())).toEqual([])
  }))

it('a word too few or too many would be seen (control)', async () => {
  const known = await listsOfVocabulary()
  const table = (words: readonly string[]) =>
    closedLists([{ name: 'absence', sql: `kind TEXT CHECK (kind IN (${words.map((word) => `'${word}'`).join(',')}))` }])
  expect(unknownAmong(table(ABSENCE_KINDS), known)).toEqual([])
  expect(unknownAmong(table(ABSENCE_KINDS.slice(1)), known)).toHaveLength(1)
  expect(unknownAmong(table([...ABSENCE_KINDS, 'other']), known)).toHaveLength(1)
})
