import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { hashOfFile, readNoticeWithFile } from '../../store/notice-store.ts'
import type { CommandContext } from '../context.ts'
import { noticeAtStep, type NoticeAtStep } from './take-step.ts'

/**
 * Files a closed notice away: the photo of the wall, the very file, its hash. The file is compared with its hash first: what is archived is what hung.
 * @throws notice_step_refused before it is closed, or without a photo and without a word why; damaged where the file is no longer the one issued.
 */
export async function archiveNotice(
  input: Input<'notice.archive'>,
  context: CommandContext,
): Promise<Output<'notice.archive'>> {
  const today = context.clock.today()
  const id = context.newId()
  const { entry } = await context.commit(
    { effectiveOn: input.archivedOn, summary: '公示归档' },
    async (tx, journal) => {
      const step = await noticeAtStep(tx, input.noticeId)
      const { notice, closing } = step
      const why = whyNot(input, step, today)
      if (why !== null || closing === null)
        throw new Refusal('notice_step_refused', { number: notice.number, what: '归档', why: why ?? '' })
      const file = await readNoticeWithFile(tx, notice.id)
      if (file === undefined || hashOfFile(file.content) !== notice.sha256)
        throw new Refusal('damaged', {
          path: context.book.path,
          problem: `${notice.number}的文件与发布时的校验值不符`,
          backups: '',
        })
      journal.describe({
        documentNumber: notice.number,
        summary: `${notice.number}归档：照片 ${step.life.photos.length} 张，文件校验值 ${notice.sha256.slice(0, 8)}`,
      })
      await journal.insert('notice_archive', [
        {
          id,
          notice_id: notice.id,
          closing_id: closing.id,
          archived_on: input.archivedOn,
          archived_by: input.archivedBy,
          note: input.note === undefined || input.note === '' ? null : input.note,
          recorded_at: context.clock.now(),
        },
      ])
    },
  )
  return { id, seq: entry.seq }
}

function whyNot(
  { archivedOn, note }: Input<'notice.archive'>,
  { life, closing, archive }: NoticeAtStep,
  today: PlainDate,
): string | null {
  if (archive !== null) return `${archive.archived_on} 已归档`
  if (closing === null) return '还没有办结'
  if (archivedOn < closing.closed_on) return `归档日期 ${archivedOn} 在办结日期 ${closing.closed_on} 之前`
  if (archivedOn > today) return `归档日期 ${archivedOn} 还没到`
  return life.photos.length === 0 && (note ?? '') === ''
    ? '还没有附张贴现场的照片。请附照片，或在说明里写明为什么没有'
    : null
}
