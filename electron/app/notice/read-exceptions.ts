import { NOTICE_EXCEPTION_TITLES } from '../../contract/notice-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { shanghaiDayOf } from '../../domain/calendar/shanghai-day.ts'
import { exceptionsSheet } from '../../domain/notice/exceptions-sheet.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { paginate } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { readHead } from '../../store/journal.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import { readNoticeLife } from '../../store/notice-life-store.ts'
import { readNotices } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** 公开内容例外记录: every field that was ever let onto a notice, why, and who decided it. */
export async function readNoticeExceptions(
  _input: Input<'notice.exceptions'>,
  context: QueryContext,
): Promise<Output<'notice.exceptions'>> {
  const { sheet, count } = await exceptionsPaper(context)
  const { sheet: paged, pages } = paginate(sheet)
  return { count, preview: previewOf(paged, pages) }
}

/** The record as a sheet, not yet divided into pages; an empty one says that nothing was let out. */
export async function exceptionsPaper(
  context: QueryContext,
): Promise<{ readonly sheet: SheetModel; readonly count: number }> {
  const today = context.clock.today()
  const { hash } = await readHead(context.db)
  const { exceptions } = await readNoticeLife(context.db)
  const notices = (await readNotices(context.db)).toReversed()
  const lines = notices.flatMap((notice) =>
    exceptions
      .filter((row) => row.notice_id === notice.id)
      .map((row) => ({
        number: notice.number,
        postedOn: notice.postedOn,
        field: NOTICE_EXCEPTION_TITLES[row.field],
        reason: row.reason,
        decidedBy: row.decided_by,
        recordedOn: shanghaiDayOf(row.recorded_at),
      })),
  )
  return {
    sheet: exceptionsSheet({
      township: townshipName(await loadSnapshot(context.db, today)),
      on: today,
      journalHead: hash,
      notices: notices.length,
      lines,
    }),
    count: lines.length,
  }
}
