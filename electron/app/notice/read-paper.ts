import type { Input, Output } from '../../contract/operations.ts'
import { paginate } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import type { QueryContext } from '../context.ts'
import { compareWithPrevious } from './read-changes.ts'
import { resultPaper } from './read-result.ts'
import { exceptionsPaper } from './read-exceptions.ts'

/**
 * The comparison, the result or the record of exceptions as a workbook, searched like every public file before it is let out.
 * @throws notice_not_found, notice_step_refused, notice_leak
 */
export async function readNoticePaper(
  input: Input<'notice.paper'>,
  context: QueryContext,
): Promise<Output<'notice.paper'>> {
  const { sheet, fileName } = await paperOf(input, context)
  const content = await context.excel.draw(paginate(sheet).sheet, { signal: context.signal })
  return { fileName, base64: Buffer.from(content).toString('base64') }
}

async function paperOf(
  input: Input<'notice.paper'>,
  context: QueryContext,
): Promise<{ readonly sheet: SheetModel; readonly fileName: string }> {
  if (input.paper === 'exceptions')
    return { sheet: (await exceptionsPaper(context)).sheet, fileName: '公开内容例外记录.xlsx' }
  if (input.paper === 'result') {
    const { sheet, notice } = await resultPaper(input.id ?? '', context)
    return { sheet, fileName: `${notice.number}公示结果.xlsx` }
  }
  const { sheet, notice } = await compareWithPrevious(input.id ?? '', context)
  return { sheet, fileName: `${notice.number}与上次公示相比.xlsx` }
}
