import { QUOTA_CATEGORY_NAMES } from '../../../electron/vocabulary/establishment.ts'
import { PERSON_FIELD_NAMES, personField } from '../../../electron/vocabulary/person-fields.ts'
import { OFF_QUOTA_KIND_NAMES } from '../../../electron/vocabulary/standing.ts'

/** What a category cell may say. */
export const CATEGORY_WORDS: readonly string[] = [
  ...Object.values(QUOTA_CATEGORY_NAMES),
  ...Object.values(OFF_QUOTA_KIND_NAMES),
  '借入',
  '挂职',
]

/** The words of a field that has a list of its own; null: any text. What such a word means, it means in every sheet. */
export function wordsOf(field: string | null): readonly string[] | null {
  if (field === 'category') return CATEGORY_WORDS
  const known = PERSON_FIELD_NAMES.find((name) => name === field)
  const codes = known === undefined ? undefined : personField(known).codes
  return codes === undefined ? null : Object.values(codes).map(({ title }) => title)
}
