import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { hashOfFile, readNoticeWithFile } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'

/** The very bytes that were issued: a reprint is never drawn again. @throws notice_not_found; damaged where the bytes are no longer those. */
export async function readNoticeFile(
  input: Input<'notice.file'>,
  context: QueryContext,
): Promise<Output<'notice.file'>> {
  const notice = await readNoticeWithFile(context.db, input.id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  if (hashOfFile(notice.content) !== notice.sha256) {
    throw new Refusal('damaged', {
      path: context.book.path,
      problem: `${notice.number}的文件与发布时的校验值不符`,
      backups: '',
    })
  }
  return { fileName: notice.fileName, sha256: notice.sha256, base64: notice.content.toString('base64') }
}
