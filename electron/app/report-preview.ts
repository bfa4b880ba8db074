import type { Input, Output } from '../contract/operations.ts'
import type { QueryContext } from './context.ts'
import { draftReport, type ReportDraft } from './draft-report.ts'
import { previewOf } from './views/sheet-preview.ts'

/** A form page by page as it will be printed, ID numbers masked. */
export async function previewReport(input: Input<'report.preview'>, context: QueryContext): Promise<Output<'report.preview'>> {
  const draft = await draftReport(input, context, { plainIds: false })
  return reportView(draft, draft.form.idNumbers)
}

export function reportView(draft: ReportDraft, masked: boolean): Output<'report.preview'> {
  return { form: draft.form.id, title: draft.form.title, asOf: draft.asOf, from: draft.from, to: draft.to, masked, preview: previewOf(draft.sheet, draft.pages) }
}
