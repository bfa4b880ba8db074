import type { Output } from '../contract/operations.ts'
import { FORMS } from '../domain/forms/registry.ts'

/** Every form there is. */
export function listReports(): Output<'report.list'> {
  return { forms: FORMS.map(({ id, title, about, due, span, subject, idNumbers }) => ({ id, title, about, due, span, subject, idNumbers })) }
}
