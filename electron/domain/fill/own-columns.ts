import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { headerKey, withoutBrackets } from '../table/fields.ts'
import { dateHint } from './date-hints.ts'
import type { FormPart } from './read-form.ts'

/* Columns of a superior's form that ask for what only this township keeps. */

/** The parts of a form about people with the columns that bear the very name of one of the township's own fields. */
export function withOwnColumns(parts: readonly FormPart[], { own, entry }: Catalogue): readonly FormPart[] {
  const fields = new Map(own.map(({ title, field }) => [headerKey(title), field]))
  return parts.map((part) => {
    if (part.kind !== 'people' && part.kind !== 'card') return part
    const columns = part.columns.map((column) => {
      const leaf = column.header.split('/').at(-1) ?? ''
      const field = fields.get(headerKey(leaf)) ?? fields.get(headerKey(withoutBrackets(leaf)))
      if (field === undefined) return column
      return { ...column, field, format: entry(field).kind === 'date' ? dateHint(leaf) : null }
    })
    return { ...part, columns }
  })
}
