import type { PersonField } from '../../../electron/vocabulary/person-fields.ts'

/** A field put in comes last; the others keep the order she gave them. */
export function withField(fields: readonly PersonField[], field: PersonField, wanted: boolean): readonly PersonField[] {
  const others = fields.filter((one) => one !== field)
  return wanted ? [...others, field] : others
}
