import type { Input, Output } from '../contract/operations.ts'
import { hashOfFile } from '../store/notice-store.ts'
import type { CommandContext } from './context.ts'
import { draftAdhoc } from './draft-adhoc.ts'

/** Draws the roster's file. With whole ID numbers in it, an entry says so and is on the disk before the file is handed out. A paper of the office: numbers of cards and telephones in its cells are no leak. */
export async function makeAdhocFile(input: Input<'adhoc.file'>, context: CommandContext): Promise<Output<'adhoc.file'>> {
  const { layout, township, asOf, people, sheet, pages } = await draftAdhoc(input, context, { plainIds: true })
  const idNumbers = layout.idNumbers === 'plain' && layout.fields.includes('idNumber') && people > 0
  const content = await context.excel.draw(sheet, { signal: context.signal, audience: 'bureau' })
  if (idNumbers) await context.commit({ summary: `导出自定花名册《${layout.title}》（统计日期 ${asOf}），含 ${people} 人的完整身份证号` }, () => Promise.resolve(null))
  const fileName = `${township}${layout.title.replaceAll(/[\\/:*?"<>|]/g, '、')}（截至${asOf}）.xlsx`
  return { title: layout.title, asOf, people, pages: pages.length, idNumbers, fileName, sha256: hashOfFile(content), base64: Buffer.from(content).toString('base64') }
}
