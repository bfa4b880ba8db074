import { valueText, type FillValue } from '../fill/fill-request.ts'
import type { Form, FormPage } from '../forms/form.ts'
import { tableContent, type FormColumn, type FormLine, type FormValue } from '../forms/form-table.ts'

/* A roster of the clerk's own choosing as a form: the same paper as the bureau's forms, with a subtotal below each group. */

/** People that belong together, each with one value a column. */
export interface AdhocGroup {
  /** '' where there are no groups. */
  readonly title: string
  readonly rows: readonly (readonly FillValue[])[]
}

export interface AdhocTable {
  readonly title: string
  readonly page: FormPage
  /** `width` in points. */
  readonly columns: readonly { readonly field: string; readonly title: string; readonly width: number }[]
  readonly groups: readonly AdhocGroup[]
  /** Who is on it, in words. */
  readonly note: string
}

/** The table as a form of one day. Subtotals are SUBTOTAL(103, …) over the names of their group: they follow when she filters or deletes rows in the file. */
export function adhocForm(table: AdhocTable): Form {
  const columns = table.columns.map(({ title, width }): FormColumn => ({ title, width }))
  return {
    id: 'adhoc',
    title: table.title,
    about: '',
    due: '',
    span: 'day',
    subject: null,
    idNumbers: table.columns.some(({ field }) => field === 'idNumber'),
    measure: '',
    page: table.page,
    content: () => tableContent(table.page, columns, linesOf(table), [table.note]),
  }
}

function linesOf({ columns, groups }: AdhocTable): readonly FormLine[] {
  const name = columns.findIndex(({ field }) => field === 'name')
  const label = (text: string) => (columns.length === 1 ? null : { column: name === 0 ? 1 : 0, text })
  const people = groups.reduce((count, group) => count + group.rows.length, 0)
  if (people === 0) return [{ kind: 'section', text: '没有符合条件的人' }]
  const lines: FormLine[] = []
  const subtotals: number[] = []
  for (const { title, rows } of groups) {
    if (title !== '') lines.push({ kind: 'section', text: title })
    lines.push(...rows.map((values): FormLine => ({ kind: 'row', values: values.map(shown) })))
    if (title === '') continue
    subtotals.push(lines.length)
    lines.push({
      kind: 'count',
      label: label('小计'),
      column: name,
      value: counted(rows.length, `SUBTOTAL(103,R[-${rows.length}]C[0]:R[-1]C[0])`),
    })
  }
  const total =
    subtotals.length === 0
      ? `SUBTOTAL(103,R[-${people}]C[0]:R[-1]C[0])`
      : subtotals.map((place) => `R[${place - lines.length}]C[0]`).join('+')
  return [...lines, { kind: 'count', label: label('合计'), column: name, value: counted(people, total) }]
}

function counted(number: number, formula: string) {
  return { number, formula }
}

function shown(value: FillValue): FormValue {
  return value === null ? null : value.kind === 'number' ? value.value : valueText(value)
}
