import type { Input, Output } from '../contract/operations.ts'
import type { CommandContext } from './context.ts'
import { draftReport } from './draft-report.ts'
import { reportView } from './report-preview.ts'

/** Shows a form with whole ID numbers. The entry says who looked, when and why, and is on the disk before a number is shown. */
export async function revealReport({ reason, ...input }: Input<'report.reveal'>, context: CommandContext): Promise<Output<'report.reveal'>> {
  const draft = await draftReport(input, context, { plainIds: true })
  if (!draft.form.idNumbers) return reportView(draft, false)
  await context.commit({ reason, summary: `查看了《${draft.form.title}》（统计日期 ${draft.asOf}）中的完整身份证号` }, () => Promise.resolve(null))
  return reportView(draft, false)
}
