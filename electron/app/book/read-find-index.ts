import type { Input, Output } from '../../contract/operations.ts'
import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { listFindable } from '../../domain/find/list-findable.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readNoticeLife } from '../../store/notice-life-store.ts'
import { readNotices } from '../../store/notice-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { standingOf } from '../notice/list-notices.ts'

/** Everything the book can find, of a day. No rule is run and nothing is counted for it: it opens with the first key stroke. */
export async function readFindIndex(input: Input<'find.index'>, context: QueryContext): Promise<Output<'find.index'>> {
  const { believedOn } = input
  const today = context.clock.today()
  const asOf = input.asOf ?? believedOn ?? today
  const facts =
    believedOn === undefined
      ? await loadFacts(context.db)
      : await replayFacts(context.db, { instant: endOfShanghaiDay(believedOn) })
  const life = await readNoticeLife(context.db)
  return {
    asOf,
    ...listFindable(facts, asOf),
    documents: facts.basis_document.map((row) => ({
      documentId: row.id,
      number: row.number,
      title: row.title,
      issuer: row.issuing_body,
      issuedOn: row.issued_on,
    })),
    notices: (await readNotices(context.db)).map((notice) => ({
      noticeId: notice.id,
      number: notice.number,
      postedOn: notice.postedOn,
      stage: standingOf(notice, life, today).stage,
    })),
  }
}
