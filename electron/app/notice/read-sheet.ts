import { Refusal } from '../../vocabulary/refusals.ts'
import { sheetPreview } from '../../contract/notice-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readNoticeById, readNoticePages } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'

/** An issued notice as pages, to be looked at, printed and saved as PDF here: those that were frozen, never drawn again. @throws notice_not_found; damaged. */
export async function readNoticeSheet(
  input: Input<'notice.sheet'>,
  context: QueryContext,
): Promise<Output<'notice.sheet'>> {
  const notice = await readNoticeById(context.db, input.id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  const kept = await readNoticePages(context.db, notice.id)
  if (kept === null) return { number: notice.number, preview: null }
  if (!kept.whole)
    throw new Refusal('damaged', {
      path: context.book.path,
      problem: `${notice.number}的纸样与发布时的校验值不符`,
      backups: '',
    })
  return { number: notice.number, preview: sheetPreview.parse(JSON.parse(kept.pages)) }
}
