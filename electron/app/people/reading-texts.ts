import { fieldTexts } from '../../domain/fill/values/person-rows.ts'
import type { BookView } from '../../domain/views/book-view.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'

type Texts = Readonly<Record<string, string | null>>

/** What the screen says of a person, worked out once each; null for somebody not on the roster. */
export function readingTexts(view: BookView, fields: readonly PersonField[]): (personId: string) => Texts | null {
  const places = new Map(view.roster.map((entry, place) => [entry.personId, { entry, place }]))
  const known = new Map<string, Texts | null>()
  return (personId) => {
    const kept = known.get(personId)
    if (kept !== undefined) return kept
    const found = places.get(personId)
    const texts = found === undefined ? null : fieldTexts(view, found.entry, found.place, fields)
    known.set(personId, texts)
    return texts
  }
}
