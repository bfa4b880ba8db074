import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { addNoticePhoto, readNoticePhoto } from '../../store/notice-life-store.ts'
import { hashOfFile } from '../../store/notice-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { takeScan } from '../ledger/take-scan.ts'
import { noticeAtStep } from './take-step.ts'

/**
 * Keeps a photo of the wall with the notice.
 * @throws notice_step_refused once it is archived or for the same photo twice; file_too_large; `invalid_input` for anything but JPG, PNG and
 * PDF, judged by content.
 */
export async function addPhoto(
  input: Input<'notice.addPhoto'>,
  context: CommandContext,
): Promise<Output<'notice.addPhoto'>> {
  const photo = takeScan(context, input.fileId, '照片')
  const id = context.newId()
  const { entry } = await context.commit({ summary: '附公示照片' }, async (tx, journal) => {
    const { notice, life, archive } = await noticeAtStep(tx, input.noticeId)
    const refuse = (why: string) => new Refusal('notice_step_refused', { number: notice.number, what: '附照片', why })
    if (archive !== null) throw refuse(`${archive.archived_on} 已归档。请先撤销归档`)
    if (life.photos.some((kept) => kept.sha256 === hashOfFile(photo.content))) throw refuse('已附有同一张照片')
    journal.describe({ documentNumber: notice.number, summary: `${notice.number}附照片` })
    await addNoticePhoto(tx, journal, {
      id,
      noticeId: notice.id,
      ...photo,
      recordedAt: context.clock.now(),
    })
  })
  return { id, seq: entry.seq }
}

/** The very bytes of a photo. @throws notice_photo_not_found; damaged where they are no longer those put in. */
export async function readNoticePhotoFile(
  input: Input<'notice.photo'>,
  context: QueryContext,
): Promise<Output<'notice.photo'>> {
  const photo = await readNoticePhoto(context.db, input.id)
  if (photo === undefined) throw new Refusal('notice_photo_not_found')
  if (hashOfFile(photo.content) !== photo.sha256)
    throw new Refusal('damaged', {
      path: context.book.path,
      problem: `照片“${photo.file_name}”与存入时的校验值不符`,
      backups: '',
    })
  return { fileName: photo.file_name, mediaType: photo.media_type, base64: photo.content.toString('base64') }
}
