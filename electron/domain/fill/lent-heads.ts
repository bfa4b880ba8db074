import type { FormScope } from './form-scope.ts'
import { formFieldFor, type FormField } from './form-fields.ts'
import type { FormPart } from './read-form.ts'

/*
 * In a list of people lent out, 原职务 and 原单位 are what they still hold here: the 编制, the post and the unit stay. Elsewhere 原 is of another time, which
 * the book is not asked for.
 */

/** The part of a form with such heads as those of today, where everybody it is about is lent out. */
export function withLentHeads(part: FormPart, { conditions }: FormScope): FormPart {
  if (part.kind !== 'people') return part
  const lent = conditions.some(
    ({ aspect, says, without }) => aspect === 'standing' && says === '借出' && without !== true,
  )
  if (!lent) return part
  const taken = new Set(part.columns.flatMap(({ field }) => field ?? []))
  const columns = part.columns.map((column) => {
    const path = column.header.split('/')
    const leaf = path.at(-1) ?? ''
    if (!leaf.startsWith('原') || (column.field !== null && column.field !== 'homeUnit')) return column
    const field = todays(formFieldFor([...path.slice(0, -1), leaf.slice(1)]))
    if (field === null || taken.has(field)) return column
    taken.add(field)
    return { ...column, field }
  })
  return { ...part, columns }
}

const todays = (field: FormField | null): FormField | null => (field === 'unit' ? 'quotaUnit' : field)
