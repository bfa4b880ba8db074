import type { Input, Output } from '../contract/operations.ts'
import { hashOfFile } from '../store/notice-store.ts'
import type { CommandContext } from './context.ts'
import { draftReport } from './draft-report.ts'

/** Draws the form's file. One with whole ID numbers is journalled before it is handed out; properties, footer and names are searched for numbers all the same. */
export async function makeReportFile(input: Input<'report.file'>, context: CommandContext): Promise<Output<'report.file'>> {
  const draft = await draftReport(input, context, { plainIds: true })
  const { form, asOf, from, to } = draft
  const content = await context.excel.draw(draft.sheet, { signal: context.signal, audience: 'bureau' })
  if (form.idNumbers) await context.commit({ summary: `导出《${form.title}》（统计日期 ${asOf}），含完整身份证号` }, () => Promise.resolve(null))
  return { form: form.id, title: form.title, asOf, from, to, pages: draft.pages.length, idNumbers: form.idNumbers, fileName: `${draft.township}${form.title}（截至${asOf}）.xlsx`, sha256: hashOfFile(content), base64: Buffer.from(content).toString('base64') }
}
