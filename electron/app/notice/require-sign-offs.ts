import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { noticeContent } from '../../domain/notice/notice-content.ts'
import type { Doubt } from '../../domain/notice/notice-doubts.ts'
import { noticeFingerprint } from '../../domain/notice/notice-fingerprint.ts'
import { readNoticeDraft } from '../../store/notice-draft-store.ts'
import { hashOfFile } from '../../store/notice-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import type { NoticeDraft } from './draft-notice.ts'
import type { SignOffs } from './read-sign-offs.ts'

/**
 * A check or review counts for the sheet it saw. One put under the draft kept the sheet's hash; of one that is only told with its day, the
 * book as it stood at the end of that day must give the same sheet. One told of today is of what is seen today; one of a day before there
 * was a book cannot be compared and is a doubt.
 * @throws notice_sign_off_stale
 */
export async function requireCurrentSignOffs(
  input: Input<'notice.issue'>,
  signed: SignOffs,
  draft: NoticeDraft,
  context: Pick<QueryContext, 'db' | 'clock' | 'me'>,
): Promise<readonly Doubt[]> {
  const now = noticeFingerprint(input.layout, draft.content, draft.texts)
  const kept = await readNoticeDraft(context.db)
  const told = [
    {
      what: '初审',
      by: signed.checkedBy,
      on: signed.checkedOn,
      keptBy: kept?.checked_by,
      keptOn: kept?.checked_on,
      sheet: kept?.checked_sheet,
    },
    {
      what: '保密审查',
      by: signed.reviewedBy,
      on: signed.reviewedOn,
      keptBy: kept?.reviewed_by,
      keptOn: kept?.reviewed_on,
      sheet: kept?.reviewed_sheet,
    },
  ]
  const doubts: Doubt[] = []
  for (const { what, by, on, keptBy, keptOn, sheet } of told) {
    if (by === null || on === null) continue
    const underDraft = by === keptBy && on === keptOn
    if (!underDraft && context.me !== undefined)
      throw new Refusal('notice_sign_off', { what, day: on, why: '编制本每人一个密码，请由审核自己在拟稿上签' })
    if (!underDraft && on >= context.clock.today()) continue
    const seen = underDraft ? sheet : await sheetOfDay(on, input, draft, context)
    if (seen === null)
      doubts.push({
        key: `signed-before-book:${what === '初审' ? 'checked' : 'reviewed'}`,
        text: `${what}是 ${on} 办的，那时编制本还没有这份名单，无从核对审的是不是这一份。`,
      })
    else if (seen !== (underDraft ? hashOfFile(Buffer.from(now, 'utf8')) : now))
      throw new Refusal('notice_sign_off_stale', { what, day: on })
  }
  return doubts
}

/** What the sheet would have said with what the book knew at the end of a day; null where there was no book yet. */
async function sheetOfDay(
  day: PlainDate,
  input: Input<'notice.issue'>,
  draft: NoticeDraft,
  context: Pick<QueryContext, 'db'>,
): Promise<string | null> {
  const facts = await replayFacts(context.db, { instant: endOfShanghaiDay(day) })
  if (facts.book.length === 0) return null
  const { snapshot, figures, roster } = stateOn(facts, draft.asOf)
  const { exceptions } = draft.content
  const content = noticeContent({ snapshot, figures, roster, index: indexSnapshot(snapshot), exceptions })
  return noticeFingerprint(input.layout, content, draft.texts)
}
