import type { LeadershipRole } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { approvalEnd, bindApproval, closeUsedUp, usableApproval } from '../planning/approvals.ts'
import { causeCode, ENTRY_CAUSE_NAMES } from '../sentences/cause-names.ts'
import { refuse, type EventRefusal, type EventTools, type FactWrite, type PlanResult } from '../planning/event-plan.ts'
import type { EntryApprovalTable } from '../rows/fact-rows.ts'
import { beginHolding } from '../planning/holding-row.ts'
import { leaveForSeat } from '../planning/leave-post.ts'
import type { Handover } from '../planning/handover.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  badTerm,
  impossible,
  isRefusal,
  personPiece,
  cannotBeSeated,
  unitOn,
  type EventPerson,
} from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, insertRow, optionalDocument, textOrNull, type EventCommon } from '../planning/pieces.ts'
import { takeSeat, type Seat } from '../planning/seat-person.ts'

export interface Entry extends EventCommon, Handover {
  readonly type: 'entry'
  readonly person: EventPerson
  readonly unit: string
  readonly post: string
  readonly category: QuotaCategory
  readonly cause: string
  readonly approval?: string | undefined
  /** 到位日; not said: the event's own day; null: not yet, the seat stays reserved until 到位. */
  readonly arrivesOn?: PlainDate | null | undefined
  readonly leadership?: LeadershipRole | null | undefined
  readonly occupiedRank?: string | undefined
  readonly overUntil?: PlainDate | undefined
}

/** 入编. A person who is not there yet uses the seat as 已核准未到位; one who is, sits in it and is counted. */
export function planEntry(event: Entry, ledger: LedgerBook, tools: EventTools): PlanResult {
  const arrivesOn = event.arrivesOn === undefined ? event.on : event.arrivesOn
  const day = arrivesOn ?? event.on
  const unit = unitOn(ledger, event.unit, event.on)
  if (isRefusal(unit)) return unit
  const cause = causeCode(ENTRY_CAUSE_NAMES, event.cause)
  if (cause === null) return impossible(`进入方式没有“${event.cause}”这一项`)
  if (day < event.on) return impossible(`到位日 ${day} 早于入编日 ${event.on}`)
  const refused =
    badTerm(day, event.overUntil) ??
    (typeof event.person === 'string' ? cannotBeSeated(ledger, event.person, day) : null)
  if (refused !== null) return refused
  const person = personPiece(event.person, event.on, tools)
  const permit = takePermit(event, person.id, arrivesOn, ledger, tools)
  if (isRefusal(permit)) return permit
  const seat =
    arrivesOn === null
      ? null
      : takeSeat(
          ledger,
          {
            unitId: event.unit,
            post: event.post,
            from: arrivesOn,
            to: null,
            personId: person.id,
            kind: 'substantive',
            leadership: event.leadership,
            handover: event.handover,
          },
          tools,
        )
  if (seat !== null && isRefusal(seat)) return seat
  const document = optionalDocument(ledger, event.document, tools)
  return {
    writes: [
      ...document.writes,
      ...person.writes,
      ...permit.writes,
      ...(seat === null || arrivesOn === null
        ? []
        : sitDown(
            event,
            { personId: person.id, cause, seat, arrivesOn, approvalId: permit.row?.id ?? null },
            ledger,
            tools,
          )),
      eventRow(event, { personId: person.id, unitId: event.unit, category: event.category, cause }, tools),
    ],
    summary:
      `${personMark(person.id)}入编${unit.name}，${ENTRY_CAUSE_NAMES[cause] ?? ''}` +
      (arrivesOn === null ? '，尚未到位' : arrivesOn === event.on ? '' : `，${arrivesOn} 到位`),
    touches: [{ unitId: event.unit, category: event.category }],
  }
}

interface Permit {
  readonly row: EntryApprovalTable | null
  readonly writes: readonly FactWrite[]
}

/** The approval the entry uses, bound to the person; where none is named, the document itself reserves the seat until the person is there. */
function takePermit(
  event: Entry,
  personId: string,
  arrivesOn: PlainDate | null,
  ledger: LedgerBook,
  tools: EventTools,
): Permit | EventRefusal {
  const number = textOrNull(event.approval)
  if (number !== null) {
    const found = usableApproval(ledger, {
      number,
      unitId: event.unit,
      category: event.category,
      personId,
      on: event.on,
      arrivesOn,
    })
    if (isRefusal(found)) return found
    const bound = bindApproval(found, personId, tools)
    return {
      row: bound.row,
      writes: [...bound.writes, ...(arrivesOn === null ? [] : closeUsedUp(ledger, bound.row, arrivesOn))],
    }
  }
  if (arrivesOn === event.on) return { row: null, writes: [] }
  if (event.document === undefined)
    return arrivesOn === null ? refuse('event_needs', { needs: '依据文件，或用编核准编号' }) : { row: null, writes: [] }
  const end = arrivesOn === null ? approvalEnd(ledger, event.unit, event.on, null) : { validTo: arrivesOn }
  if (isRefusal(end)) return end
  const row: EntryApprovalTable = {
    id: tools.newId(),
    unit_id: event.unit,
    category: event.category,
    amount: 1,
    number: event.document.number,
    expires_on: null,
    person_id: personId,
    valid_from: event.on,
    valid_to: end.validTo,
    recorded_at: tools.recordedAt,
  }
  return { row, writes: [insertRow('entry_approval', row)] }
}

interface Sitting {
  readonly personId: string
  readonly cause: string
  readonly seat: Seat
  readonly arrivesOn: PlainDate
  readonly approvalId: string | null
}

/** Sits in the seat from the day on. What somebody was here before without 编制 (编外, 借入, 挂职) ends on it. */
function sitDown(
  event: Entry,
  { personId, cause, seat, arrivesOn, approvalId }: Sitting,
  ledger: LedgerBook,
  tools: EventTools,
): readonly FactWrite[] {
  const guest = ledger
    .holdingsOf(personId, arrivesOn)
    .filter((row) => row.kind === 'offQuota' || row.kind === 'secondedIn' || row.kind === 'attached')
  return [
    ...guest.flatMap((row) => leaveForSeat(ledger, row, arrivesOn, seat.postId)),
    ...seat.writes,
    beginHolding(
      {
        person_id: personId,
        post_id: seat.postId,
        kind: 'substantive',
        category: event.category,
        occupies_quota: 1,
        occupies_leadership: seat.occupiesLeadership,
        overlap_allowed: seat.overlapAllowed,
        entered_on: event.on,
        entry_route: ENTRY_CAUSE_NAMES[cause] ?? null,
        entry_cause: cause,
        entry_document_number: event.document?.number ?? textOrNull(event.approval),
        approval_id: approvalId,
        occupied_rank: textOrNull(event.occupiedRank),
        due_on: event.handoverUntil ?? event.overUntil ?? null,
        valid_from: arrivesOn,
      },
      tools,
    ),
  ]
}
