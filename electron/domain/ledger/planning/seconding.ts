import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, PlanResult } from './event-plan.ts'
import type { HoldingTable } from '../rows/fact-rows.ts'
import { beginHolding } from './holding-row.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import {
  badTerm,
  impossible,
  isRefusal,
  mainHolding,
  nameOf,
  notInPost,
  personPiece,
  unitOfHolding,
  unitOn,
  type EventPerson,
} from './people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import { eventRow, optionalDocument, textOrNull, type EventCommon } from './pieces.ts'
import { earlierEnd, nextBegin, presentUntil } from '../book/presence.ts'
import { takeSeat } from './seat-person.ts'

/* 借出, 借入 and 挂职 both ways. None of them changes who is counted: the 编制 stays where the person comes from. */

export interface GoingOut extends EventCommon {
  readonly person: string
  readonly to: string
  /** 期满日: planned, moved by 续延; the term ends when the return is registered. */
  readonly until?: PlainDate | undefined
}

/** 借出 and 挂职 outside: one of them at a time; the post and the 编制 here stay the person's. */
export function planGoingOut(
  event: GoingOut,
  word: '借出' | '挂职',
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const { on, person } = event
  const main = mainHolding(ledger, person, on)
  if (main === undefined) return notInPost(ledger, person, on)
  const wrong = badTerm(on, event.until)
  if (wrong !== null) return wrong
  const out = ledger.holdingsOf(person, on).find((row) => row.kind === 'secondedOut')
  if (out !== undefined)
    return impossible(
      `${nameOf(ledger, person)}从 ${out.valid_from} 起已在${out.counterpart ?? '外单位'}借用或挂职，请先登记返回`,
    )
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      beginHolding(
        {
          person_id: person,
          post_id: null,
          kind: 'secondedOut',
          counterpart: event.to,
          remark: word === '挂职' ? word : null,
          due_on: event.until ?? null,
          valid_from: on,
          valid_to: earlierEnd(presentUntil(ledger, person, on), nextBegin(ledger, person, ['secondedOut'], on)),
        },
        tools,
      ),
      eventRow(event, { personId: person, unitId: unitOfHolding(ledger, main, on), category: main.category }, tools),
    ],
    summary: `${personMark(person)}${word}到${event.to}${event.until === undefined ? '' : `，至 ${event.until}`}，编制留在本单位`,
    touches: [],
  }
}

export interface ComingIn extends EventCommon {
  readonly person: EventPerson
  readonly unit: string
  readonly post?: string | undefined
  readonly from: string
  readonly until?: PlainDate | undefined
}

/** The title for somebody who comes without a named post. */
const GUEST_POSTS = { secondedIn: '借用人员', attached: '挂职干部' } as const
const GUEST_WORDS = { secondedIn: '借入', attached: '挂职' } as const

/** 借入 and 挂职 here: shown, never counted. */
export function planComingIn(
  event: ComingIn,
  kind: 'secondedIn' | 'attached',
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const { on } = event
  const unit = unitOn(ledger, event.unit, on)
  if (isRefusal(unit)) return unit
  const wrong = badTerm(on, event.until)
  if (wrong !== null) return wrong
  const here =
    typeof event.person === 'string'
      ? ledger.holdingsOf(event.person, on).find((row) => row.kind !== 'concurrent')
      : undefined
  if (here !== undefined)
    return impossible(`${nameOf(ledger, here.person_id)} ${on} 这天已在本乡镇任职，不能再${GUEST_WORDS[kind]}`)
  const person = personPiece(event.person, on, tools)
  const to = nextBegin(ledger, person.id, ['substantive', 'attached', 'secondedIn', 'offQuota'], on)
  const seat = takeSeat(
    ledger,
    { unitId: event.unit, post: textOrNull(event.post) ?? GUEST_POSTS[kind], from: on, to, personId: person.id, kind },
    tools,
  )
  if (isRefusal(seat)) return seat
  return {
    writes: [
      ...optionalDocument(ledger, event.document, tools).writes,
      ...person.writes,
      ...seat.writes,
      beginHolding(
        {
          person_id: person.id,
          post_id: seat.postId,
          kind,
          counterpart: event.from,
          due_on: event.until ?? null,
          valid_from: on,
          valid_to: to,
        },
        tools,
      ),
      eventRow(event, { personId: person.id, unitId: event.unit }, tools),
    ],
    summary: `${personMark(person.id)}从${event.from}${GUEST_WORDS[kind]}到${unit.name}${event.until === undefined ? '' : `，至 ${event.until}`}，不占编制`,
    touches: [],
  }
}

/** The term that runs on the day: 借出, 借入 or 挂职. */
export function runningTerm(ledger: LedgerBook, personId: string, day: PlainDate): HoldingTable | undefined {
  return ledger
    .holdingsOf(personId, day)
    .findLast((row) => row.kind === 'secondedOut' || row.kind === 'secondedIn' || row.kind === 'attached')
}

export function termWord(row: HoldingTable): string {
  if (row.kind === 'secondedIn') return '借入'
  return row.kind === 'secondedOut' && row.remark !== '挂职' ? '借出' : '挂职'
}
