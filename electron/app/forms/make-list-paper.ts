import type { Input, Output } from '../../contract/operations.ts'
import { listSheet } from '../../domain/report/list-sheet.ts'
import { paginate } from '../../domain/report/paginate.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'
import type { QueryContext } from '../context.ts'

/** The list a screen shows, page by page. */
export function previewListPaper(input: Input<'listPaper.preview'>): Promise<Output<'listPaper.preview'>> {
  const paged = paginate(listSheet(input))
  return Promise.resolve({ title: input.title, preview: previewOf(paged.sheet, paged.pages) })
}

/** The same as .xlsx. What a screen masks stays masked. @throws `notice_leak` for a whole personal number. */
export async function makeListFile(
  input: Input<'listPaper.file'>,
  context: QueryContext,
): Promise<Output<'listPaper.file'>> {
  const content = await context.excel.draw(paginate(listSheet(input)).sheet, { signal: context.signal })
  return { fileName: `${input.title}.xlsx`, base64: Buffer.from(content).toString('base64') }
}
