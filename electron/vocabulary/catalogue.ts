import { entryOfOwn, isOwnField, type OwnField } from './own-fields.ts'
import { PERSON_FIELD_NAMES, personField, type PersonField } from './person-fields.ts'
import type { PersonFieldEntry } from './person-field-shape.ts'

/* The catalogue of a book: every field that ships, and those the township declared. */

export interface Catalogue {
  /** Every field there is, in order; places nobody declared are left out. */
  readonly names: readonly PersonField[]
  readonly own: readonly OwnField[]
  readonly entry: (field: PersonField) => PersonFieldEntry
}

/** The catalogue with the fields a book declares. */
export function catalogueOf(own: readonly OwnField[]): Catalogue {
  if (own.length === 0) return SHIPPED
  const entries = new Map(own.map((one) => [one.field as PersonField, entryOfOwn(one)]))
  return {
    names: PERSON_FIELD_NAMES.filter((field) => !isOwnField(field) || entries.has(field)),
    own,
    entry: (field) => entries.get(field) ?? personField(field),
  }
}

/** The catalogue of a book without fields of its own. */
export const SHIPPED: Catalogue = {
  names: PERSON_FIELD_NAMES.filter((field) => !isOwnField(field)),
  own: [],
  entry: personField,
}
