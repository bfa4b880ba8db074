import type { LeadershipRole } from '../../model/person.ts'
import type { EventTools, FactWrite, PlanResult } from '../event-plan.ts'
import type { HoldingTable } from '../fact-rows.ts'
import { goOnAs } from '../holding-row.ts'
import { closeMadeSeat, leaveLine } from '../leave-post.ts'
import type { LedgerBook } from '../ledger-book.ts'
import { impossible, isRefusal, mainHolding, nameOf, notInPost, unitOfHolding, unitTitle } from '../people-in-events.ts'
import { endRow, eventRow, optionalDocument, personMark, type EventCommon } from '../pieces.ts'
import { takeSeat } from '../seat-person.ts'
import { touchedLines } from '../touched-lines.ts'

export interface Appoint extends EventCommon {
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
  const seat = takeSeat(ledger, { unitId, post: event.post, from: on, to: row.valid_to, personId: person, kind: row.kind, leadership: event.leadership }, tools)
  if (isRefusal(seat)) return seat
  if (seat.postId === row.post_id && seat.occupiesLeadership === row.occupies_leadership && seat.writes.length === 0) return impossible(`${nameOf(ledger, person)}这天已任此职`)
  const moved = unitId !== from
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...endConcurrent(ledger, row, seat.postId, on),
      ...seat.writes,
      ...goOnAs(row, on, { post_id: seat.postId, occupies_leadership: seat.occupiesLeadership, overlap_allowed: seat.overlapAllowed, ...(moved ? { due_on: null } : {}) }, tools),
      ...(seat.postId === row.post_id ? [] : closeMadeSeat(ledger, row, on)),
      ...(moved ? leaveLine(ledger, person, on) : []),
      eventRow(event, { personId: person, unitId, otherUnitId: moved ? from : null, category: row.category, cause: null }, tools),
    ],
    summary: `${personMark(person)}任${unitTitle(ledger, unitId, on)}${seat.title}`,
    touches: touchedLines([from, row.category], [unitId, row.category]),
  }
}

/** Somebody who held the post 兼任 holds it as 主职 now. */
function endConcurrent(ledger: LedgerBook, row: HoldingTable, postId: string, day: string): readonly FactWrite[] {
  return ledger.holdingsOf(row.person_id, day).filter((other) => other.kind === 'concurrent' && other.post_id === postId && other.id !== row.id).flatMap((other) => endRow('holding', other, day))
}
