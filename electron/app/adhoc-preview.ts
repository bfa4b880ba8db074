import type { Input, Output } from '../contract/operations.ts'
import type { QueryContext } from './context.ts'
import { draftAdhoc } from './draft-adhoc.ts'
import { previewOf } from './views/sheet-preview.ts'

/** The roster page by page as it will be printed, ID numbers masked whatever the layout says. */
export async function previewAdhoc(input: Input<'adhoc.preview'>, context: QueryContext): Promise<Output<'adhoc.preview'>> {
  const { layout, asOf, people, sheet, pages } = await draftAdhoc(input, context, { plainIds: false })
  return { title: layout.title, asOf, people, preview: previewOf(sheet, pages) }
}
