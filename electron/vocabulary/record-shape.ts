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

type Choices = Readonly<Record<string, string>>
type More = Omit<RecordField, 'name' | 'title' | 'type' | 'choices'>

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

export function choice<const N extends string, const C extends Choices, const M extends Partial<More> = object>(
  name: N,
  title: string,
  choices: C,
  more?: M,
): { readonly name: N; readonly title: string; readonly type: 'choice'; readonly choices: C } & M {
  return { name, title, type: 'choice', choices, ...(more as M) }
}
export const required = { required: true } as const
export const open = { open: true } as const
