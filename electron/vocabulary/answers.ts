/* What a clerk is asked about a sheet, and how an answer is kept: by an id that begins with its kind. */

/** What an answer is about: the first part of its id. */
export const ANSWER_KINDS = [
  'purpose',
  'header',
  'column',
  'sameHead',
  'value',
  'unitName',
  'innerUnit',
  'unitMove',
  'place',
  'sectionUnit',
  'groupUnit',
  'blankUnit',
  'postUnit',
  'groupCategory',
  'blankCategory',
  'offGroup',
  'document',
  'quotaCategory',
  'headingQuota',
  'headingCategory',
  'dateTenth',
  'namesIn',
  'joinPosts',
  'number',
  'sameNumber',
  'all',
  'remark',
  'left',
  'guest',
  'foreign',
  'oddName',
  'twice',
  'nameOnly',
  'which',
  'unread',
] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** `column:<sheet>:B`, `value:category:机关行政`. */
export type AnswerId = `${AnswerKind}:${string}`

/** An id taken apart; null for one this program does not know. */
export function readAnswerId(id: string): { readonly kind: AnswerKind; readonly rest: readonly string[] } | null {
  const [first, ...rest] = id.split(':')
  const kind = ANSWER_KINDS.find((known) => known === first)
  return kind === undefined ? null : { kind, rest }
}
