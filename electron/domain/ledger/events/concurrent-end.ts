import type { EventTools, PlanResult } from '../planning/event-plan.ts'
import { leavePost } from '../planning/leave-post.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, nameOf, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'

export interface ConcurrentEnd extends EventCommon {
  readonly type: 'concurrent.end'
  readonly person: string
  readonly unit: string
  readonly post: string
}

/** 免去兼任: the second post ends on the day, the 主职 goes on. */
export function planConcurrentEnd(event: ConcurrentEnd, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { on, person } = event
  const posts = new Map(
    ledger.postsTitled(event.unit, event.post, on).map((version) => [version.post_id, version.title]),
  )
  const row = ledger
    .holdingsOf(person, on)
    .find((held) => held.kind === 'concurrent' && held.post_id !== null && posts.has(held.post_id))
  if (row === undefined)
    return impossible(`${nameOf(ledger, person)} ${on} 没有兼任${unitTitle(ledger, event.unit, on)}的这个职务`)
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...leavePost(ledger, row, on),
      eventRow(event, { personId: person, unitId: event.unit }, tools),
    ],
    summary: `免去${personMark(person)}兼任的${unitTitle(ledger, event.unit, on)}${posts.get(row.post_id ?? '') ?? ''}`,
    touches: [],
  }
}
