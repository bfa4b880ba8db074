import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { goOnAs } from '../planning/holding-row.ts'
import { closeMadeSeat, leavePost, WAITING } from '../planning/leave-post.ts'
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
import { eventRow, optionalDocument, textOrNull, type EventCommon } from '../planning/pieces.ts'
import { takeSeat } from '../planning/seat-person.ts'
import { touchedLines } from '../planning/touched-lines.ts'

export interface Dismiss extends EventCommon {
  readonly type: 'dismiss'
  readonly person: string
  /** Which post, where the person has several; not said: the 主职. */
  readonly post?: string | undefined
  /** What the person is from then on; not said: 待安排, counted in the unit without a post of their own. */
  readonly newPost?: string | undefined
}

/** 免职: off the post from the day, but still counted in the unit; 职级 and treatment stay. Of a 兼任 post: only that ends. */
export function planDismiss(event: Dismiss, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const main = mainHolding(ledger, person, on)
  if (main === undefined) return notInPost(ledger, person, on)
  const meant = textOrNull(event.post)
  const row =
    meant === null ? main : [main, ...ledger.holdingsOf(person, on)].find((held) => isPost(ledger, held, meant, on))
  if (row === undefined) return impossible(`${nameOf(ledger, person)} ${on} 没有担任“${meant ?? ''}”`)
  const unitId = unitOfHolding(ledger, row, on)
  if (unitId === null) return notInPost(ledger, person, on)
  const title = row.post_id === null ? '' : (ledger.postAt(row.post_id, on)?.title ?? '')
  const summary = `免去${personMark(person)}${unitTitle(ledger, unitId, on)}${title}职务`
  const document = optionalDocument(ledger, event.document, tools)
  const said = eventRow(event, { personId: person, unitId, category: row.category }, tools)
  if (row.id !== main.id)
    return { writes: [...document.writes, ...leavePost(ledger, row, on), said], summary, touches: [] }
  const next = textOrNull(event.newPost) ?? WAITING
  if (next === title)
    return impossible(next === WAITING ? `${nameOf(ledger, person)}这天没有任职，正待安排` : '免职后的岗位与原岗位相同')
  const seat = takeSeat(
    ledger,
    {
      unitId,
      post: next,
      from: on,
      to: row.valid_to,
      personId: person,
      kind: row.kind,
      leadership: next === WAITING ? null : undefined,
    },
    tools,
  )
  if (isRefusal(seat)) return seat
  return {
    writes: [
      ...document.writes,
      ...seat.writes,
      ...goOnAs(
        row,
        on,
        {
          post_id: seat.postId,
          occupies_leadership: seat.occupiesLeadership,
          overlap_allowed: seat.overlapAllowed,
          ...(row.overlap_allowed === 1 ? { due_on: null } : {}),
        },
        tools,
      ),
      ...closeMadeSeat(ledger, row, on),
      said,
    ],
    summary: `${summary}，${next === WAITING ? WAITING : `任${seat.title}`}`,
    touches: touchedLines([unitId, row.category]),
  }
}

function isPost(ledger: LedgerBook, held: HoldingTable, meant: string, day: string): boolean {
  return held.post_id !== null && (held.post_id === meant || ledger.postAt(held.post_id, day)?.title === meant)
}
