import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { scanFileName, scanTypeOf } from '../domain/ledger/scan-type.ts'
import { addNoticePhoto } from '../store/notice-life-store.ts'
import { hashOfFile } from '../store/notice-store.ts'
import type { CommandContext } from './context.ts'
import { noticeAtStep } from './notice-step.ts'

const MAX_BYTES = 20 * 1024 * 1024

/** Keeps a photo of the wall with the notice. @throws notice_step_refused once it is archived or for the same photo twice; file_too_large; `invalid_input` for anything but JPG, PNG and PDF, judged by content. */
export async function addPhoto(input: Input<'notice.addPhoto'>, context: CommandContext): Promise<Output<'notice.addPhoto'>> {
  const file = context.stagedFile(input.fileId)
  if (file.bytes.length > MAX_BYTES) throw new OperationError('file_too_large', { file: file.name, size: `${(file.bytes.length / 1_048_576).toFixed(1)} MB`, limit: '20 MB' })
  const mediaType = scanTypeOf(file.bytes)
  if (mediaType === null) throw new OperationError('invalid_input', { field: '照片', problem: '只收 JPG、PNG、PDF，这个文件的内容不是其中一种' })
  const content = Buffer.from(file.bytes)
  const id = context.newId()
  const { entry } = await context.commit({ summary: '附公示照片' }, async (tx, journal) => {
    const { notice, life, archive } = await noticeAtStep(tx, input.noticeId)
    const refuse = (why: string) => new OperationError('notice_step_refused', { number: notice.number, what: '附照片', why })
    if (archive !== null) throw refuse(`${archive.archived_on} 已归档。请先撤销归档`)
    if (life.photos.some((photo) => photo.sha256 === hashOfFile(content))) throw refuse('已附有同一张照片')
    journal.describe({ documentNumber: notice.number, summary: `${notice.number}附照片` })
    await addNoticePhoto(tx, journal, { id, noticeId: notice.id, fileName: scanFileName(file.name, mediaType), mediaType, content, recordedAt: context.clock.now() })
  })
  return { id, seq: entry.seq }
}
