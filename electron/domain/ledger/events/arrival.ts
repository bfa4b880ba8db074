import { closeUsedUp, takenBy } from '../planning/approvals.ts'
import { ENTRY_CAUSE_NAMES } from '../sentences/cause-names.ts'
import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { EntryApprovalTable, LedgerEventTable } from '../rows/fact-rows.ts'
import { beginHolding } from '../planning/holding-row.ts'
import { leaveForSeat } from '../planning/leave-post.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, nameOf, cannotBeSeated, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { takeSeat } from '../planning/seat-person.ts'
import { rowInForce } from '../rows/row-in-force.ts'

export interface Arrival extends EventCommon, Handover {
  readonly type: 'arrival'
  readonly person: string
  readonly post: string
}

/** 到位: the reserved seat becomes a counted one; the sum of both does not change on the day. */
export function planArrival(event: Arrival, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const approval = ledger.facts.entry_approval.find((row) => row.person_id === person && waits(ledger, row, on))
  if (approval === undefined)
    return impossible(`${nameOf(ledger, person)}在 ${on} 没有已核准未到位的编制，或核准已过期`)
  const held = cannotBeSeated(ledger, person, on)
  if (held !== null) return held
  const seat = takeSeat(
    ledger,
    {
      unitId: approval.unit_id,
      post: event.post,
      from: on,
      to: null,
      personId: person,
      kind: 'substantive',
      handover: event.handover,
    },
    tools,
  )
  if (isRefusal(seat)) return seat
  const entered = entryOf(ledger, person, approval, on)
  const cause = entered?.cause ?? null
  const guest = ledger
    .holdingsOf(person, on)
    .filter((row) => row.kind === 'offQuota' || row.kind === 'secondedIn' || row.kind === 'attached')
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...guest.flatMap((row) => leaveForSeat(ledger, row, on, seat.postId)),
      ...seat.writes,
      beginHolding(
        {
          person_id: person,
          post_id: seat.postId,
          kind: 'substantive',
          category: approval.category,
          occupies_quota: 1,
          occupies_leadership: seat.occupiesLeadership,
          overlap_allowed: seat.overlapAllowed,
          due_on: event.handoverUntil ?? null,
          entered_on: entered?.effective_on ?? on,
          entry_route: cause === null ? null : (ENTRY_CAUSE_NAMES[cause] ?? null),
          entry_cause: cause,
          entry_document_number: entered?.document_number ?? event.document?.number ?? approval.number,
          approval_id: approval.id,
          valid_from: on,
        },
        tools,
      ),
      ...closeUsedUp(ledger, approval, on),
      eventRow(event, { personId: person, unitId: approval.unit_id, category: approval.category }, tools),
    ],
    summary: `${personMark(person)}到位，${unitTitle(ledger, approval.unit_id, on)}`,
    touches: [{ unitId: approval.unit_id, category: approval.category }],
  }
}

function waits(ledger: LedgerBook, row: EntryApprovalTable, day: string): boolean {
  return (
    rowInForce(row, day) &&
    (row.expires_on === null || day <= row.expires_on) &&
    takenBy(ledger, row.id).length < row.amount
  )
}

/** The 入编 this arrival completes: where cause, document and day of entry stand. Its unit may have been merged since. */
function entryOf(
  ledger: LedgerBook,
  personId: string,
  approval: EntryApprovalTable,
  day: string,
): LedgerEventTable | undefined {
  return ledger.facts.ledger_event
    .filter(
      (row) =>
        row.type === 'entry' &&
        row.person_id === personId &&
        row.category === approval.category &&
        row.effective_on <= day,
    )
    .toSorted((left, right) => (left.effective_on < right.effective_on ? -1 : 1))
    .at(-1)
}
