import type { Input, Output } from '../../contract/operations.ts'
import { isKept, knownValue, personOnDay, valueWords } from '../../domain/people/person-values.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { readCodeWords } from '../../store/code-word-store.ts'
import { BUREAU_LISTS, BUREAU_LIST_TITLES, bureauWords, type BureauList } from '../../vocabulary/bureau-words.ts'
import { codeFinder } from '../../vocabulary/code-list.ts'
import { codingOf } from '../../vocabulary/coded-lists.ts'
import {
  NATIONAL_LIST_NAMES,
  nationalList,
  nationalWord,
  type NationalListName,
} from '../../vocabulary/national-lists.ts'
import { nationalStandard } from '../../vocabulary/national-standards.ts'
import type { PersonFieldEntry } from '../../vocabulary/person-field-shape.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'

type Coded = Output<'codes.read'>['fields'][number]['words'][number]
type Meant = (list: string, word: string) => string | null

/** Every field with its national code or gap, and each word the book has in it with its code. */
export async function readCodes(input: Input<'codes.read'>, context: QueryContext): Promise<Output<'codes.read'>> {
  const asOf = input.asOf ?? context.clock.today()
  const { index } = viewBook(await readBookState(context.db, asOf))
  const known = new Map((await readCodeWords(context.db)).map((row) => [`${row.list}\n${row.word}`, row.meant]))
  const meant: Meant = (list, word) => known.get(`${list}\n${word}`) ?? null
  return {
    asOf,
    fields: index.catalogue.names.map((field) => {
      const entry = index.catalogue.entry(field)
      const counts = new Map<string, number>()
      if (isKept(field) && hasWords(entry))
        for (const { person, counted, holdings } of index.present) {
          const own = personOnDay(index, person, counted ?? holdings[0])
          const word = valueWords(field, knownValue(field, own))
          if (word !== null && word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
        }
      return {
        field,
        title: entry.title,
        element: entry.national.element ?? null,
        gap: entry.national.gap ?? null,
        standard: standardOf(entry),
        words: [...counts].map(([word, people]) => ({ word, people, ...codeOf(entry, word, meant) })),
      }
    }),
  }
}

/** Names, numbers and days are no words of a list. */
function hasWords({ codes, national: { values } }: PersonFieldEntry): boolean {
  return codes !== undefined || (values !== undefined && isNationalList(values))
}

function standardOf({ codes, national: { values } }: PersonFieldEntry): string | null {
  const own = codes === undefined ? undefined : codingOf(codes)?.standard
  return own ?? values ?? null
}

function isNationalList(name: string): name is NationalListName {
  return NATIONAL_LIST_NAMES.some((one) => one === name)
}

function codeOf(entry: PersonFieldEntry, word: string, meant: Meant): Omit<Coded, 'word' | 'people'> {
  const none = { code: null, name: null, remembered: false }
  const { codes } = entry
  const coding = codes === undefined ? null : codingOf(codes)
  if (codes !== undefined && coding !== null) {
    const code = codeFinder(codes)(word)
    const own = code === null ? undefined : codes[code]
    if (own?.national !== undefined) return { code: own.national, name: own.title, why: null, remembered: false }
    if (code !== null) return { ...none, why: coding.gaps[code] ?? coding.gap }
    return coding.standard !== null && isNationalList(coding.standard)
      ? wordIn(coding.standard, word, meant)
      : { ...none, why: coding.gap ?? '编制本的名单里没有这个写法' }
  }
  const values = entry.national.values
  return values === undefined || !isNationalList(values) ? { ...none, why: null } : wordIn(values, word, meant)
}

function wordIn(list: NationalListName, word: string, meant: Meant): Omit<Coded, 'word' | 'people'> {
  const said = meant(list, word)
  const found = nationalWord(list, said ?? word)
  if (found === null)
    return { code: null, name: null, why: `${list} 里没有这个名称，请选它对应哪一项`, remembered: false }
  const why = found.code === null ? (nationalStandard(list).missing ?? null) : null
  return { code: found.code, name: found.name, why, remembered: said !== null }
}

/** What was said so far. */
export async function listCodeWords(
  _input: Input<'codeWords.list'>,
  { db }: QueryContext,
): Promise<Output<'codeWords.list'>> {
  return {
    words: (await readCodeWords(db)).flatMap(({ list, word, meant }) =>
      isKnownList(list) ? [{ list, title: titleOf(list), word, meant }] : [],
    ),
  }
}

type KnownList = Input<'codeWords.mean'>['list']

function isKnownList(list: string): list is KnownList {
  return isNationalList(list) || isBureauList(list)
}

function isBureauList(list: string): list is BureauList {
  return BUREAU_LISTS.some((one) => one === list)
}

function titleOf(list: KnownList): string {
  return isBureauList(list) ? BUREAU_LIST_TITLES[list] : `${list} ${nationalStandard(list).title}`
}

/** Remembers or forgets a word. @throws `code_word_unknown` for an entry the list does not have, `invalid_input` where nothing would change. */
export async function meanCodeWord(
  { list, word, meant }: Input<'codeWords.mean'>,
  context: CommandContext,
): Promise<Output<'codeWords.mean'>> {
  const entries = isBureauList(list) ? bureauWords(list) : nationalList(list).map(({ name }) => name)
  if (meant !== null && !entries.includes(meant)) throw new Refusal('code_word_unknown', { list: titleOf(list), meant })
  const summary =
    meant === null ? `忘掉“${word}”在${titleOf(list)}里的对应` : `${titleOf(list)}：“${word}”对应“${meant}”`
  const { entry } = await context.commit({ summary }, async (tx, journal) => {
    const row = (await readCodeWords(tx)).find((one) => one.list === list && one.word === word)
    if (row?.meant === meant || (row === undefined && meant === null))
      throw new Refusal('invalid_input', { field: '对应', problem: '与现有的相同' })
    if (meant === null && row !== undefined) await journal.remove('code_word', row.id)
    else if (meant !== null && row !== undefined) await journal.update('code_word', row.id, { meant })
    else if (meant !== null)
      await journal.insert('code_word', [{ id: context.newId(), list, word, meant, recorded_at: context.clock.now() }])
  })
  return { seq: entry.seq }
}
