import type { Input, Output } from '../contract/operations.ts'
import type { CommandContext } from './context.ts'
import { fillForm } from './fill-form.ts'

/** The filled form as a file. No row changes; with whole ID numbers in it, an entry says so and is on the disk before the file is handed out. */
export async function fillTemplate(input: Input<'template.fill'>, context: CommandContext): Promise<Output<'template.fill'>> {
  const { report, form, fileName, title } = await fillForm(input, context)
  if (report.plainIdNumbers) await context.commit({ summary: `填上级表“${title}”，写入 ${report.rows} 人的完整身份证号` }, () => Promise.resolve())
  return { ...report, fileName, base64: Buffer.from(form.bytes).toString('base64') }
}
