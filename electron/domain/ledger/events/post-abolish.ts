import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { planPostState, type PostEvent } from './post-freeze.ts'

/** 撤销岗位. Refused while somebody holds it on the day or later; who held it before stays on record. */
export function planPostAbolish(event: PostEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const post = ledger.postAt(event.post, event.on)
  if (post === undefined) return refuse('name_unknown', { name: event.post, what: '岗位' })
  if (post.state === 'abolished') return refuse('event_impossible', { why: `岗位“${post.title}”这一天已撤销` })
  const held = ledger
    .allHoldersOf(event.post)
    .filter((holding) => holding.valid_to === null || holding.valid_to > event.on)
  if (held.length > 0)
    return refuse('event_impossible', {
      why: `岗位“${post.title}”还有 ${held.length} 人任职，请先办理免职、调整或出编`,
    })
  return planPostState(event, 'abolished', '撤销', ledger, tools)
}
