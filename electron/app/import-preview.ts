import type { Input, Output } from '../contract/operations.ts'
import { FIELD_LIST } from '../domain/import-plan/fields.ts'
import type { QueryContext } from './context.ts'
import { gatherImport } from './gather-import.ts'
import { importRowView, importSheetView, importSummary } from './import-views.ts'

/** What importing the staged file would add, change and refuse, row by row. Changes nothing. */
export async function previewImport(input: Input<'import.preview'>, context: QueryContext): Promise<Output<'import.preview'>> {
  const { file, workbook, plan } = await gatherImport(input, context)
  return {
    ...importSummary(plan),
    planHash: plan.hash,
    effectiveOn: plan.effectiveOn,
    fileName: file.name,
    sheets: workbook.sheets.map(importSheetView),
    rows: plan.rows.map(importRowView),
    fields: FIELD_LIST.map((field) => ({ ...field })),
  }
}
