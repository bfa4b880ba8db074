import { wordKey } from '../../../electron/vocabulary/code-list.ts'
import type { LawTextView } from '../../../electron/contract/law-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'

export type Standing = Output<'law.base'>['laws'][number]

/** A source with how it binds this book. */
export interface LawRow {
  readonly law: LawTextView
  readonly standing: Standing
}

export const BINDS_WORDS: Readonly<Record<Standing['binds'], string>> = {
  central: '全国执行',
  national: '部门文件，最多作待查',
  pack: '规则包的文件',
  adopted: '本乡镇已采用',
  elsewhere: '别处的，只作提示',
}

export const LAW_FILTERS = ['all', 'central', 'here', 'elsewhere', 'changed', 'unused'] as const
export type LawFilter = (typeof LAW_FILTERS)[number]
export const LAW_FILTER_WORDS: Readonly<Record<LawFilter, string>> = {
  all: '全部',
  central: '全国的',
  here: '本乡镇采用的',
  elsewhere: '没有采用的',
  changed: '有变动的',
  unused: '没有规则依据它的',
}

/** True for a source that was replaced, took another's place, or was changed. */
function hasChanged({ superseded, replaces, amended, inForceTo }: LawTextView): boolean {
  return superseded !== null || replaces.length > 0 || inForceTo !== null || /以.*为准|修订|修正/u.test(amended ?? '')
}

/** Rows of a filter that have the words looked for, in title, number, issuer or text, whatever the width of brackets and commas. */
export function lawRows(
  laws: readonly LawTextView[],
  base: readonly Standing[],
  filter: LawFilter,
  words: string,
): readonly LawRow[] {
  const byId = new Map(base.map((one) => [one.id, one]))
  return laws.flatMap((law) => {
    const standing = byId.get(law.id)
    if (standing === undefined || !isWithin({ law, standing }, filter)) return []
    const named = fits([law.title, ...law.also, law.number ?? '', law.issuer].join(' '), words)
    return named || placesWith(law, words).size > 0 ? [{ law, standing }] : []
  })
}

/** Places of the paragraphs that have the words; none where nothing is looked for. */
export function placesWith({ passages }: LawTextView, words: string): ReadonlySet<number> {
  if (words.trim() === '') return new Set()
  return new Set(
    passages.flatMap(({ article, text }, place) => (fits(`${article ?? ''}${text}`, words) ? [place] : [])),
  )
}

/** Every word is there; blanks, brackets and punctuation do not count. */
function fits(text: string, words: string): boolean {
  const whole = wordKey(text)
  return words.split(/\s+/u).every((word) => whole.includes(wordKey(word)))
}

function isWithin({ law, standing }: LawRow, filter: LawFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'central':
      return law.tier === 'national'
    case 'here':
      return standing.binds === 'adopted' || standing.binds === 'pack'
    case 'elsewhere':
      return standing.binds === 'elsewhere'
    case 'changed':
      return hasChanged(law)
    case 'unused':
      return standing.rules.length === 0
  }
}
