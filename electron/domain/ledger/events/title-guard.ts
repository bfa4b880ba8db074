import { SINGLE_TITLES, singleTitlesOf, titleParts, type SingleTitleLists } from '../../roster/single-titles.ts'
import {
  applyWrites,
  refuse,
  type EventPlan,
  type EventRefusal,
  type EventTools,
  type FactWrite,
  type PlanResult,
} from '../planning/event-plan.ts'
import { planDismiss } from './dismiss.ts'
import type { Handover } from '../planning/handover.ts'
import { ledgerBook, type LedgerBook } from '../book/ledger-book.ts'
import { badTerm, impossible, isRefusal, nameOf, unitTitle } from '../planning/people-in-events.ts'
import { personMark } from '../journal/person-marks.ts'
import type { EventCommon } from '../planning/pieces.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { titlesShared, type SharedTitle } from '../planning/title-holders.ts'

/*
 * A title that one person holds gains no second silently. Whoever sits down in one that is held either succeeds (接替: the present holder is
 * dismissed from it on that day, and stays counted), takes it over for a dated while (交接), or is refused.
 */

/** An event that gives somebody a post, as far as the guard looks at it. */
export interface SeatingEvent extends EventCommon, Handover {
  readonly person: unknown
  /** Title, or id, of the post. */
  readonly post?: string | undefined
  readonly overUntil?: string | undefined
}

type Plan = (ledger: LedgerBook) => PlanResult

/** Plans the event and looks whether a single title would have two holders by it. */
export function planTitled(event: SeatingEvent, ledger: LedgerBook, tools: EventTools, plan: Plan): PlanResult {
  const wrong = wrongHandover(event)
  if (wrong !== null) return wrong
  const planned = plan(ledger)
  if (isRefusal(planned)) return planned
  const lists = tools.singleTitles ?? SINGLE_TITLES
  const personId = personOf(event, planned)
  if (personId === null) return planned
  const shared = newlyShared(event, personId, ledger, planned, lists)
  if (event.handover === 'overlap')
    return shared.length > 0 || sitsBeside(personId, ledger, planned)
      ? planned
      : impossible(`“${event.post ?? ''}”这天没有现任，不用交接`)
  if (event.handover === 'succeed') return succeed(event, personId, shared, ledger, tools, plan)
  return shared.length === 0 ? planned : titleHeld(shared, ledger)
}

function wrongHandover({ on, handover, handoverUntil, overUntil }: SeatingEvent): EventRefusal | null {
  if (handover !== 'overlap') return handoverUntil === undefined ? null : impossible('填了交接结束日，没有选“交接”')
  if (handoverUntil === undefined) return refuse('event_needs', { needs: '交接结束日' })
  if (overUntil !== undefined && overUntil !== handoverUntil)
    return impossible('交接期间超编的，计划消化日期就是交接结束日，只填交接结束日')
  return badTerm(on, handoverUntil)
}

/** The one the event sits down: named by it, or brought into the book by it. */
function personOf(event: SeatingEvent, planned: EventPlan): string | null {
  if (typeof event.person === 'string') return event.person
  const brought = planned.writes.find((write) => write.op === 'insert' && write.table === 'person')
  return brought?.op === 'insert' ? brought.row.id : null
}

/** Titles the person would share with somebody they do not share them with now, a handover of their own not counted. */
function newlyShared(
  event: SeatingEvent,
  personId: string,
  ledger: LedgerBook,
  planned: EventPlan,
  lists: SingleTitleLists,
): readonly SharedTitle[] {
  const after = titlesShared(ledgerBook(applyWrites(ledger.facts, planned.writes)), personId, event.on, lists)
  if (after.length === 0) return []
  const pair = ({ mine, other }: SharedTitle) => `${mine.single.key}|${other.holding.person_id}`
  const before = new Set(titlesShared(ledger, personId, event.on, lists).map(pair))
  return after.filter(
    (one) => !before.has(pair(one)) && (event.handover === 'overlap' || one.mine.holding.overlap_allowed === 0),
  )
}

/** True where the plan seats the person for a handover in a post that somebody else holds on the day. */
function sitsBeside(personId: string, ledger: LedgerBook, planned: EventPlan): boolean {
  return planned.writes.some((write) => {
    if (write.op === 'remove' || write.table !== 'holding') return false
    const row = write.op === 'insert' ? write.row : write.set
    const postId = row.post_id ?? null
    if (row.overlap_allowed !== 1 || postId === null) return false
    const day =
      write.op === 'insert' ? write.row.valid_from : ledger.facts.holding.find((own) => own.id === write.id)?.valid_from
    return (
      day !== undefined &&
      ledger.allHoldersOf(postId).some((other) => other.person_id !== personId && rowInForce(other, day))
    )
  })
}

/** The present holders are dismissed from the title on the day it is taken, then the event is planned over what that leaves. */
function succeed(
  event: SeatingEvent,
  personId: string,
  shared: readonly SharedTitle[],
  ledger: LedgerBook,
  tools: EventTools,
  plan: Plan,
): PlanResult {
  if (shared.length === 0) return impossible(`“${event.post ?? ''}”这天没有现任可以接替`)
  const lists = tools.singleTitles ?? SINGLE_TITLES
  let facts = ledger.facts
  const writes: FactWrite[] = []
  const touches: EventPlan['touches'][number][] = []
  for (const { mine, other, from } of new Map(shared.map((one) => [one.other.holding.id, one])).values()) {
    if (other.from > mine.from)
      return impossible(
        `${nameOf(ledger, other.holding.person_id)}从 ${other.from} 起已登记任${other.single.title}，请先撤销那条登记`,
      )
    const now = ledgerBook(facts)
    const dismissed = planDismiss(
      {
        type: 'dismiss',
        on: from,
        document: event.document,
        note: event.note,
        person: other.holding.person_id,
        post: other.holding.post_id ?? undefined,
        newPost: whatIsLeft(other, now, lists),
      },
      now,
      tools,
    )
    if (isRefusal(dismissed)) return dismissed
    writes.push(...dismissed.writes)
    touches.push(...dismissed.touches)
    facts = applyWrites(facts, dismissed.writes)
  }
  const left = ledgerBook(facts)
  const planned = plan(left)
  if (isRefusal(planned)) return planned
  const still = newlyShared(event, personId, left, planned, lists)
  if (still.length > 0) return titleHeld(still, ledger)
  const people = [...new Set(shared.map(({ other }) => other.holding.person_id))]
  return {
    writes: [...writes, ...planned.writes],
    summary: `${planned.summary}，接替${people.map(personMark).join('、')}`,
    touches: [...touches, ...planned.touches],
  }
}

/** 党委委员、纪委书记 without 纪委书记 is 党委委员; nothing where it was all. */
function whatIsLeft(other: SharedTitle['other'], ledger: LedgerBook, lists: SingleTitleLists): string | undefined {
  const { holding, single, unitId, from } = other
  const title = holding.post_id === null ? '' : (ledger.postAt(holding.post_id, from)?.title ?? '')
  const place = {
    township: ledger.rootAt(from)?.name ?? '',
    unitId,
    unitName: ledger.unitAt(unitId, from)?.name ?? '',
    nameplates: ledger.nameplatesOf(unitId, from).map((plate) => plate.name),
  }
  const rest = titleParts(title).filter(
    (part) => !singleTitlesOf(part, place, lists).some(({ key }) => key === single.key),
  )
  return rest.length === 0 ? undefined : rest.join('、')
}

function titleHeld(shared: readonly SharedTitle[], ledger: LedgerBook): EventRefusal {
  const [first] = shared
  if (first === undefined) return impossible('职务已有人担任')
  const holders = [...new Set(shared.map(({ other }) => nameOf(ledger, other.holding.person_id)))]
  return refuse('title_held', {
    unit: unitTitle(ledger, first.other.unitId, first.from),
    title: first.other.single.title,
    holders: holders.join('、'),
  })
}
