import type { Input, Output } from '../contract/operations.ts'
import type { QueryContext } from './context.ts'
import { fillForm } from './fill-form.ts'
import { sheetView } from './gather-template.ts'

/** The form as it would be filled, and what went where. Changes nothing. ID numbers are masked: whole ones only in the file itself, which is journalled. */
export async function previewTemplate(input: Input<'template.preview'>, context: QueryContext): Promise<Output<'template.preview'>> {
  const { report, form } = await fillForm(input, context, 'masked')
  const sheet = form.workbook.sheets.find((one) => one.name === report.sheet)
  return { ...report, view: sheet === undefined ? { rows: [], merges: [], more: 0 } : sheetView(sheet) }
}
