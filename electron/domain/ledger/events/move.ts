import type { LeadershipRole } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { goOnAs } from '../planning/holding-row.ts'
import { closeMadeSeat, leaveLine } from '../planning/leave-post.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  badTerm,
  impossible,
  isRefusal,
  mainHolding,
  nameOf,
  notInPost,
  unitOfHolding,
  unitTitle,
} from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { goingOn, takeSeat } from '../planning/seat-person.ts'
import { touchedLines } from '../planning/touched-lines.ts'

export interface Move extends EventCommon, Handover {
  readonly type: 'move'
  readonly person: string
  readonly unit: string
  readonly post: string
  readonly category?: QuotaCategory | undefined
  readonly leadership?: LeadershipRole | null | undefined
  readonly overUntil?: PlainDate | undefined
}

/** 内部调整, within one line 轮岗: the 主职 goes on at another post from the day; the old post stays, vacant. What is registered for later days stays. */
export function planMove(event: Move, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = mainHolding(ledger, person, on)
  if (row === undefined) return notInPost(ledger, person, on)
  const late = badTerm(on, event.overUntil)
  if (late !== null) return late
  if (event.category !== undefined && row.occupies_quota === 0)
    return impossible(`${nameOf(ledger, person)}不占编制，不能指定编制类型`)
  const from = unitOfHolding(ledger, row, on)
  const { post, leadership, handover } = event
  const seat = takeSeat(ledger, goingOn(row, on, { unitId: event.unit, post, leadership, handover }), tools)
  if (isRefusal(seat)) return seat
  const category = event.category ?? row.category
  if (seat.postId === row.post_id && category === row.category)
    return impossible(`${nameOf(ledger, person)}这天已经在这个岗位`)
  const sameLine = from === event.unit && category === row.category
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...seat.writes,
      // The end of standing over quota belongs to the line it was allowed in.
      ...goOnAs(
        row,
        on,
        {
          post_id: seat.postId,
          category,
          occupies_leadership: seat.occupiesLeadership,
          overlap_allowed: seat.overlapAllowed,
          due_on: event.handoverUntil ?? event.overUntil ?? (sameLine && row.overlap_allowed === 0 ? row.due_on : null),
        },
        tools,
      ),
      ...(seat.postId === row.post_id ? [] : closeMadeSeat(ledger, row, on)),
      ...(sameLine ? [] : leaveLine(ledger, person, on)),
      eventRow(event, { personId: person, unitId: event.unit, otherUnitId: from, category }, tools),
    ],
    summary: sameLine
      ? `${personMark(person)}在${unitTitle(ledger, event.unit, on)}轮岗`
      : `${personMark(person)}由${unitTitle(ledger, from, on)}调整到${unitTitle(ledger, event.unit, on)}`,
    touches: touchedLines([from, row.category], [event.unit, category]),
  }
}
