import { Refusal } from '../../vocabulary/refusals.ts'
import { OBJECTION_CHANNEL_TITLES, OBJECTION_OUTCOME_TITLES } from '../../contract/notice-life-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { defaultIssuer } from '../../domain/notice/notice-texts.ts'
import { objectionSentence } from '../../domain/notice/objection-figures.ts'
import { resultSheet } from '../../domain/notice/result-sheet.ts'
import { paginate } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import { readNoticeLife } from '../../store/notice-life-store.ts'
import { readNoticeById, readNoticeListing, readNoticeSettings, type StoredNotice } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'
import { standingOf } from './list-notices.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** 公示结果 page by page. @throws notice_not_found; notice_step_refused while it hangs */
export async function readNoticeResult(
  input: Input<'notice.result'>,
  context: QueryContext,
): Promise<Output<'notice.result'>> {
  const { notice, sheet, sentence } = await resultPaper(input.id, context)
  const { sheet: paged, pages } = paginate(sheet)
  return { number: notice.number, sentence, preview: previewOf(paged, pages) }
}

/** The result as a sheet, not yet divided into pages. @throws notice_not_found; notice_step_refused while it hangs */
export async function resultPaper(
  id: string,
  context: QueryContext,
): Promise<{ readonly notice: StoredNotice; readonly sheet: SheetModel; readonly sentence: string }> {
  const notice = await readNoticeById(context.db, id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  const today = context.clock.today()
  const life = await readNoticeLife(context.db, notice.id)
  const { stage, objections: figures, closedOn } = standingOf(notice, life, today)
  if (stage === 'posted')
    throw new Refusal('notice_step_refused', {
      number: notice.number,
      what: '出公示结果',
      why: notice.endsOn === null ? '长期公开，还没有办结' : `${notice.endsOn} 才期满`,
    })
  const township = townshipName(await loadSnapshot(context.db, notice.asOf))
  const { issuer } = await readNoticeSettings(context.db)
  const sheet = resultSheet({
    township,
    issuer: issuer === undefined || issuer === '' ? defaultIssuer(township) : issuer,
    number: notice.number,
    journalHead: notice.journalHead,
    postedOn: notice.postedOn,
    endsOn: notice.endsOn,
    listed: (await readNoticeListing(context.db, notice.id))?.people.length ?? 0,
    closedOn,
    figures,
    objections: life.objections
      .toSorted((left, right) => (left.received_on < right.received_on ? -1 : 1))
      .map((row) => ({
        receivedOn: row.received_on,
        channel: OBJECTION_CHANNEL_TITLES[row.channel],
        content: row.content,
        outcome: row.outcome === null ? null : OBJECTION_OUTCOME_TITLES[row.outcome],
        answer: row.answer,
        closedOn: row.closed_on,
      })),
  })
  return { notice, sheet, sentence: objectionSentence(figures) }
}
