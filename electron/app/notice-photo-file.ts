import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { readNoticePhoto } from '../store/notice-life-store.ts'
import { hashOfFile } from '../store/notice-store.ts'
import type { QueryContext } from './context.ts'

/** The very bytes of a photo. @throws notice_photo_not_found; damaged where they are no longer those put in. */
export async function readNoticePhotoFile(input: Input<'notice.photo'>, context: QueryContext): Promise<Output<'notice.photo'>> {
  const photo = await readNoticePhoto(context.db, input.id)
  if (photo === undefined) throw new OperationError('notice_photo_not_found')
  if (hashOfFile(photo.content) !== photo.sha256) throw new OperationError('damaged', { path: context.book.path, problem: `照片“${photo.file_name}”与存入时的校验值不符`, backups: '' })
  return { fileName: photo.file_name, mediaType: photo.media_type, base64: photo.content.toString('base64') }
}
