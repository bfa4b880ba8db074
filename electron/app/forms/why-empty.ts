import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { formFieldFor, formFields } from '../../domain/fill/form-fields.ts'
import { outsideBook } from '../../domain/fill/form-scope.ts'
import { matchHeader } from '../../domain/table/header-match.ts'
import type { GatheredPart } from './gather-template.ts'

/** The true reason: the form computes it, it was set to stay empty, its head was not understood, or the book has no such thing. */
export function whyEmpty(
  { part, mapping }: GatheredPart,
  { column, header }: { readonly column: string; readonly header: string },
  taken: boolean,
  catalogue: Catalogue,
): string {
  if (taken && mapping.kind === 'counts' && !hasFormula(part, column)) return '各行里没有这一列能填的数，留空'
  if (taken) return '表里自带公式，没有动'
  const proposed = part.columns.find((one) => one.column === column)?.field ?? null
  if (proposed !== null) return '选定了留空'
  if (mapping.kind === 'people' || mapping.kind === 'card') {
    const path = header.split('/')
    const field = formFieldFor(path)
    if (field !== null)
      return mapping.columns.some((one) => one.field === field)
        ? '前面已经填了同一项，留空'
        : '看上下文，问的像是别人的、或以前的情况，留空'
    // A head that holds a field's name and more asks for something about it: the book is not without it.
    const like = matchHeader('roster', path)?.field
    const title = formFields(catalogue).find((one) => one.field === like)?.title
    return title === undefined ? '编制本里没有这一项，留空' : `与“${title}”有关，问的究竟是什么认不准，留空`
  }
  return whyUncounted(header)
}

/** Of a column or row of numbers. */
export function whyUncounted(header: string): string {
  const outside = header.split('/').flatMap((text) => outsideBook(text) ?? [])
  return outside[0] === undefined ? '问的是什么，认不准，留空' : `${outside[0]}，留空`
}

function hasFormula({ sheet, columns }: GatheredPart['part'], letters: string): boolean {
  const index = columns.findIndex(({ column }) => column === letters)
  return sheet.rows.some((row) => {
    const cell = row[index] ?? null
    return cell !== null && typeof cell !== 'string' && cell.formula === true
  })
}
