import type { LeadershipRole } from '../../model/person.ts'
import type { EventTools, FactWrite, PlanResult } from '../planning/event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { goOnAs } from '../planning/holding-row.ts'
import { closeMadeSeat, leaveLine } from '../planning/leave-post.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  impossible,
  isRefusal,
  mainHolding,
  nameOf,
  notInPost,
  unitOfHolding,
  unitTitle,
} from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { endRow, eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { goingOn, takeSeat } from '../planning/seat-person.ts'
import { touchedLines } from '../planning/touched-lines.ts'

export interface Appoint extends EventCommon, Handover {
  readonly type: 'appoint'
  readonly person: string
  readonly post: string
  /** Not said: the unit the person is in. */
  readonly unit?: string | undefined
  readonly leadership?: LeadershipRole | null | undefined
}

/** 任职: the 主职 goes on at the post from the day, in the same category; a leadership post uses 领导职数. */
export function planAppoint(event: Appoint, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const row = mainHolding(ledger, person, on)
  if (row === undefined) return notInPost(ledger, person, on)
  const from = unitOfHolding(ledger, row, on)
  const unitId = event.unit ?? from
  if (unitId === null) return notInPost(ledger, person, on)
  const { post, leadership, handover } = event
  const seat = takeSeat(ledger, goingOn(row, on, { unitId, post, leadership, handover }), tools)
  if (isRefusal(seat)) return seat
  if (seat.postId === row.post_id && seat.occupiesLeadership === row.occupies_leadership && seat.writes.length === 0)
    return impossible(`${nameOf(ledger, person)}这天已任此职`)
  const moved = unitId !== from
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...endConcurrent(ledger, row, seat.postId, on),
      ...seat.writes,
      ...goOnAs(
        row,
        on,
        {
          post_id: seat.postId,
          occupies_leadership: seat.occupiesLeadership,
          overlap_allowed: seat.overlapAllowed,
          ...(event.handoverUntil !== undefined
            ? { due_on: event.handoverUntil }
            : moved || row.overlap_allowed === 1
              ? { due_on: null }
              : {}),
        },
        tools,
      ),
      ...(seat.postId === row.post_id ? [] : closeMadeSeat(ledger, row, on)),
      ...(moved ? leaveLine(ledger, person, on) : []),
      eventRow(
        event,
        { personId: person, unitId, otherUnitId: moved ? from : null, category: row.category, cause: null },
        tools,
      ),
    ],
    summary: `${personMark(person)}任${unitTitle(ledger, unitId, on)}${seat.title}`,
    touches: touchedLines([from, row.category], [unitId, row.category]),
  }
}

/** Somebody who held the post 兼任 holds it as 主职 now. */
function endConcurrent(ledger: LedgerBook, row: HoldingTable, postId: string, day: string): readonly FactWrite[] {
  return ledger
    .holdingsOf(row.person_id, day)
    .filter((other) => other.kind === 'concurrent' && other.post_id === postId && other.id !== row.id)
    .flatMap((other) => endRow('holding', other, day))
}
