import { EVENT_FIELD_TITLES, FIELD_TITLES } from '../vocabulary/input-titles.ts'
import { PERSON_FIELD_NAMES, personField, propertyOf } from '../vocabulary/person-fields.ts'

/*
 * Which field a schema objects to, as the clerk reads it: by the titles of the catalogue and of `vocabulary/input-titles`. What a caller made up
 * (a key of a table of its own) is named only where it is Chinese.
 */

const PERSON_TITLES: ReadonlyMap<string, string> = new Map(
  PERSON_FIELD_NAMES.flatMap((field) => {
    const { title } = personField(field)
    return [
      [field, title],
      [propertyOf(field), title],
    ]
  }),
)

/** The title of one field of an input, inside an event or outside of one; undefined where it has none. */
export function titleOfField(key: string, inEvent = false): string | undefined {
  if (inEvent && Object.hasOwn(EVENT_FIELD_TITLES, key))
    return EVENT_FIELD_TITLES[key as keyof typeof EVENT_FIELD_TITLES]
  if (Object.hasOwn(FIELD_TITLES, key)) return FIELD_TITLES[key as keyof typeof FIELD_TITLES]
  return PERSON_TITLES.get(key)
}

/** `['event', 'document', 'number']` → 依据文件的文号; `['rows', 2, 'on']` → 第 3 行的日期; the whole input → 这一次填的内容. */
export function sayField(path: readonly PropertyKey[]): string {
  const words: string[] = []
  for (const [at, key] of path.entries()) {
    if (typeof key === 'number') {
      words.push(`第 ${key + 1} ${path[at - 1] === 'rows' ? '行' : '项'}`)
      continue
    }
    const text = String(key)
    const title =
      titleOfField(text, path[0] === 'event' || path[0] === 'events') ??
      (/\p{Script=Han}/u.test(text) ? `“${text.slice(0, 40)}”` : '其中一项')
    // What only holds the rest together has no name of its own.
    if (title !== '') words.push(title)
  }
  return words.length === 0 ? '这一次填的内容' : words.join('的')
}
