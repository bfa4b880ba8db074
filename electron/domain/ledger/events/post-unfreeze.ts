import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import type { PostState } from '../planning/post-state.ts'
import { planPostState, type PostEvent } from './post-freeze.ts'

/** 解冻岗位: it is again what it was before: planned where nobody ever sat in it, else in use. */
export function planPostUnfreeze(event: PostEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const post = ledger.postAt(event.post, event.on)
  if (post === undefined) return refuse('name_unknown', { name: event.post, what: '岗位' })
  if (post.state !== 'frozen') return refuse('event_impossible', { why: `岗位“${post.title}”这一天没有冻结` })
  const sat = ledger.allHoldersOf(event.post).some((holding) => holding.valid_from <= event.on)
  const before = ledger
    .postVersions(event.post)
    .findLast((version) => version.valid_from < event.on && version.state !== 'frozen')
  const state: PostState = !sat && before?.state !== 'inUse' ? 'planned' : 'inUse'
  return planPostState(event, state, '解冻', ledger, tools)
}
