import { wordKey } from './code-list.ts'
import { POST_CODES } from './national-posts.ts'
import {
  EDUCATION_CODES,
  HEALTH_CODES,
  IDENTITY_CODES,
  KINSHIP_CODES,
  LEVEL_CODES,
  MARITAL_CODES,
  PARTY_EDUCATION_CODES,
  POST_GRADE_CODES,
  RANK_CODES,
  REGION_CODES,
  SUBORDINATION_CODES,
} from './national-short-lists.ts'
import { TITLE_CODES } from './national-titles.ts'

/* National lists whose words stand in the book as they are written, not as one of a closed list: a word is led to its code here. */

export interface NationalWord {
  /** Null: the published copies do not agree on it. */
  readonly code: string | null
  readonly name: string
  readonly short: string | null
}

const SOURCES = {
  'GB/T 2260': REGION_CODES,
  'GB/T 2261.2': MARITAL_CODES,
  'GB/T 2261.3': HEALTH_CODES,
  'GB/T 2261.4': IDENTITY_CODES,
  'GB/T 4658': EDUCATION_CODES,
  'GB/T 4761': KINSHIP_CODES,
  'GB/T 8561': TITLE_CODES,
  'GB/T 12403': POST_CODES,
  'GB/T 12404': SUBORDINATION_CODES,
  'GB/T 12407': LEVEL_CODES,
  ZB64: PARTY_EDUCATION_CODES,
  ZB148: RANK_CODES,
  事业岗位: POST_GRADE_CODES,
} as const
export type NationalListName = keyof typeof SOURCES

// Object.keys forgets which keys it was given.
export const NATIONAL_LIST_NAMES = Object.keys(SOURCES) as unknown as readonly NationalListName[]

/** Words clerks use that the standards do not have, by list: the name meant. Beginnings of a region are its own words. */
const SPOKEN: Partial<Readonly<Record<NationalListName, Readonly<Record<string, string>>>>> = {
  'GB/T 2261.3': { 健康: '健康或良好', 良好: '健康或良好', 一般: '一般或较弱', 较差: '一般或较弱', 较弱: '一般或较弱' },
  'GB/T 4761': {
    父: '父亲',
    母: '母亲',
    夫: '丈夫',
    妻: '妻子',
    子: '儿子',
    女: '女儿',
    爱人: '配偶',
    独生女儿: '独生女',
  },
}

const READ = new Map<NationalListName, readonly NationalWord[]>()
const KNOWN = new Map<NationalListName, ReadonlyMap<string, NationalWord>>()

/** A list in its printed order. */
export function nationalList(list: NationalListName): readonly NationalWord[] {
  const read = READ.get(list)
  if (read !== undefined) return read
  const words = SOURCES[list]
    .trim()
    .split(/\s+/u)
    .map((entry): NationalWord => {
      const [code = '', name = '', short = null] = entry.split(':')
      return { code: code === '-' ? null : code, name, short }
    })
  READ.set(list, words)
  return words
}

/** The entry a word stands for: by name, short name or spoken word; a region by what the word begins with, a post by what it ends with. */
export function nationalWord(list: NationalListName, text: string): NationalWord | null {
  const key = wordKey(text)
  if (key === '') return null
  const known = knownWords(list)
  const spoken = SPOKEN[list]?.[text.trim()]
  const found = known.get(key) ?? (spoken === undefined ? undefined : known.get(wordKey(spoken)))
  if (found !== undefined) return found
  if (list === 'GB/T 2260') return longest(known, (name) => key.startsWith(name))
  // 党政综合办公室主任 is 主任; of two posts in one cell the first is the one that counts.
  if (list === 'GB/T 12403') return longest(known, (name) => wordKey(text.split(/[、，,；;]/u)[0] ?? '').endsWith(name))
  return null
}

function longest(known: ReadonlyMap<string, NationalWord>, fits: (name: string) => boolean): NationalWord | null {
  let best: readonly [string, NationalWord] | null = null
  for (const entry of known) if (fits(entry[0]) && entry[0].length > (best?.[0].length ?? 0)) best = entry
  return best?.[1] ?? null
}

function knownWords(list: NationalListName): ReadonlyMap<string, NationalWord> {
  const kept = KNOWN.get(list)
  if (kept !== undefined) return kept
  const known = new Map<string, NationalWord>()
  const put = (name: string, word: NationalWord) => {
    const key = wordKey(name)
    if (key !== '' && !known.has(key)) known.set(key, word)
  }
  for (const word of nationalList(list)) put(word.name, word)
  for (const word of nationalList(list)) if (word.short !== null) put(word.short, word)
  // 江西省 is written 江西; 内蒙古自治区 内蒙古. Its one-letter short name begins too many other words.
  if (list === 'GB/T 2260') {
    for (const word of nationalList(list)) {
      if (word.short !== null && word.short.length === 1) known.delete(wordKey(word.short))
      put(word.name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$/u, ''), word)
    }
  }
  KNOWN.set(list, known)
  return known
}
