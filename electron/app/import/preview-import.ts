import type { Input, Output } from '../../contract/operations.ts'
import { COLUMN_FIELDS } from '../../domain/table/table-fields.ts'
import type { QueryContext } from '../context.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { standingView } from '../../domain/assess/standing.ts'
import { standingOfImport } from './import-standing.ts'
import { gatherImport } from './gather-import.ts'
import { importRowViews, importSheetView, importSummary } from './import-views.ts'

/** What importing the staged file would add, change and refuse, row by row. Changes nothing. */
export async function previewImport(
  input: Input<'import.preview'>,
  context: QueryContext,
): Promise<Output<'import.preview'>> {
  const { file, workbook, plan, remembered, catalogue } = await gatherImport(input, context)
  return {
    ...importSummary(plan, workbook),
    standing: standingOfImport(await loadFacts(context.db), plan).asked.map((line) => standingView(line, (id) => id)),
    planHash: plan.hash,
    effectiveOn: plan.effectiveOn,
    fileName: file.name,
    sheets: workbook.sheets.map(importSheetView),
    remembered: Object.entries(remembered).map(([id, answer]) => ({ id, answer })),
    rows: importRowViews(plan.rows, workbook),
    fields: [
      ...COLUMN_FIELDS.map((field) => ({ ...field })),
      ...catalogue.own.map(({ field, title }) => ({ field, title, purpose: 'roster' as const })),
    ],
  }
}
