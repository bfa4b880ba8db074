import { titlesOf, wordKey, type CodeList } from './code-list.ts'

/* How a kind of 资料 is declared. */

export interface RecordField {
  readonly name: string
  /** What the form, the column and the import's header say. */
  readonly title: string
  /** `lines`: text of several lines. */
  readonly type: 'text' | 'lines' | 'number' | 'integer' | 'day' | 'month' | 'choice' | 'yesNo' | 'unit'
  readonly required?: true
  /** Code → words, for `choice`. */
  readonly choices?: Readonly<Record<string, string>>
  /** Code → other words for it that clerks and other systems write. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  /** Other words a header may use. */
  readonly also?: readonly string[]
  readonly hint?: string
  /** Personal: leaves the core masked, and is only changed when what is typed is not the mask. */
  readonly masked?: true
  /** A `choice` of a national list: other codes of that list may stand in a book, and are shown as they are. */
  readonly open?: true
  /** A 是/否 that may be left open; any other that is not said is 否. */
  readonly mayBeUnsaid?: true
}

export interface RecordType {
  readonly title: string
  readonly group: '乡镇' | '机构' | '人员' | '计划与任务' | '机构改革'
  /** Whom a record is about. `personOrNobody`: a class held for many has no one person. */
  readonly subject: 'township' | 'unit' | 'person' | 'personOrNobody' | 'personOrUnit'
  /** Of `personOrNobody`: when nobody is named, beside the empty field. */
  readonly nobody?: string
  /** One at a time for its subject: a new one ends the one before. */
  readonly oneAtATime: boolean
  /** What is not said of a new one is taken over from the one before: several papers each know a part. */
  readonly keepsUnsaid?: true
  /**
   * How a kind lives in a snapshot. `state`: those in force on the day. `history`: every one that began on or before the day, ended ones too.
   */
  readonly span: 'state' | 'history'
  /** What its first day is called. */
  readonly from: string
  /** What its last day is called; null: it happened on a day and has no end. The end is entered as the last day it holds. */
  readonly to: string | null
  readonly fields: readonly RecordField[]
  /** Further words its content holds that its form does not show: they stay when the rest is put right. */
  readonly more?: readonly string[]
  /** One sentence: what it is for. */
  readonly purpose: string
}

type More = Omit<RecordField, 'name' | 'title' | 'type' | 'choices' | 'words'>

/** A field of free text, its name and what else is said of it kept in its type. */
export function text<const N extends string, const M extends Partial<More> = object>(
  name: N,
  title: string,
  more?: M,
): { readonly name: N; readonly title: string; readonly type: 'text' } & M {
  return { name, title, type: 'text', ...(more as M) }
}

export function lines<const N extends string, const M extends Partial<More> = object>(
  name: N,
  title: string,
  more?: M,
): { readonly name: N; readonly title: string; readonly type: 'lines' } & M {
  return { name, title, type: 'lines', ...(more as M) }
}

/** A field of one code of a list: its titles are what the form offers, its other words are understood where it is typed. */
export function listed<const N extends string, L extends CodeList, const M extends Partial<More> = object>(
  name: N,
  title: string,
  list: L,
  more?: M,
): {
  readonly name: N
  readonly title: string
  readonly type: 'choice'
  readonly choices: Readonly<Record<keyof L & string, string>>
  readonly words: Readonly<Record<string, readonly string[]>>
} & M {
  return { name, title, type: 'choice', choices: titlesOf(list), words: otherWords(list), ...(more as M) }
}

/** Code → other words for it. */
export function otherWords(list: CodeList): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(list).map(([code, { also = [] }]) => [code, also]))
}

/** The code a typed choice means: the code itself, its title with or without what stands in brackets, another word for it; null: none. */
export function readChoice(field: Pick<RecordField, 'choices' | 'words'>, typed: string): string | null {
  const entries = Object.entries(field.choices ?? {})
  const key = wordKey(typed)
  const outside = (words: string) => wordKey(words.replaceAll(/[（(].*?[)）]/gu, ''))
  const inside = (words: string) => wordKey(/[（(](.*?)[)）]/u.exec(words)?.[1] ?? '')
  const found =
    entries.find(([code]) => code === typed) ??
    entries.find(([, title]) => wordKey(title) === key) ??
    entries.find(([code]) => field.words?.[code]?.some((word) => wordKey(word) === key) === true) ??
    entries.find(([, title]) => key !== '' && (outside(title) === outside(typed) || inside(title) === key))
  return found?.[0] ?? null
}
export const required = { required: true } as const
export const open = { open: true } as const
