import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { personField, type PersonField } from '../../vocabulary/person-fields.ts'
import type { FieldKind } from '../../vocabulary/person-field-shape.ts'
import { fieldByPath, headerKey } from '../table/fields.ts'

/* What a column of a form with one row a person can be given: every field of the catalogue. */

export type { PersonField } from '../../vocabulary/person-fields.ts'

export type FieldShape = 'text' | 'number' | 'date' | 'idNumber'

function shapeOf(kind: FieldKind): FieldShape {
  switch (kind) {
    case 'number':
      return 'number'
    case 'month':
    case 'date':
      return 'date'
    case 'idNumber':
      return 'idNumber'
    case 'text':
    case 'lines':
    case 'name':
    case 'document':
    case 'code':
    case 'phone':
      return 'text'
  }
}

/** Every field of a person this book knows, in the order they are offered. */
export function personFields({ names, entry }: Catalogue): readonly {
  readonly field: PersonField
  readonly title: string
  readonly shape: FieldShape
}[] {
  return names.map((field) => ({ field, title: entry(field).title, shape: shapeOf(entry(field).kind) }))
}

const BY_NAME = new Map<string, PersonField>(
  SHIPPED.names.flatMap((field) => {
    const { title, names } = personField(field)
    return [title, ...names].map((name) => [headerKey(name), field] as const)
  }),
)

/** The person's field a header asks for; null: none that the book knows. */
export function personFieldFor(path: readonly string[]): PersonField | null {
  return fieldByPath(BY_NAME, path)
}

/** The field whose own title or name a text is, letter by letter; null: none. */
export function fieldNamed(text: string): PersonField | null {
  return BY_NAME.get(headerKey(text)) ?? null
}
