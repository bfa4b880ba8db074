import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { eventRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { POST_STATE_NAMES, setPostState, type PostState } from '../planning/post-state.ts'
import { unitTitle } from '../planning/unit-life.ts'

export interface PostEvent extends EventCommon {
  readonly unit: string
  readonly post: string
}

/** 冻结岗位: nobody new may be put into it. Whoever holds it keeps it: 只出不进. */
export function planPostFreeze(event: PostEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const post = ledger.postAt(event.post, event.on)
  if (post === undefined) return refuse('name_unknown', { name: event.post, what: '岗位' })
  if (post.state === 'frozen' || post.state === 'abolished')
    return refuse('event_impossible', { why: `岗位“${post.title}”这一天已是${POST_STATE_NAMES[post.state]}状态` })
  const held = ledger.holdersOf(event.post, event.on).length > 0
  return planPostState(event, 'frozen', `冻结${held ? '，现任职人员离岗后不再补人' : ''}`, ledger, tools)
}

/** Sets the state from the day on and says so. The caller has looked whether that may be. */
export function planPostState(
  event: PostEvent,
  state: PostState,
  verb: string,
  ledger: LedgerBook,
  tools: EventTools,
): PlanResult {
  const post = ledger.postAt(event.post, event.on)
  if (post === undefined) return refuse('name_unknown', { name: event.post, what: '岗位' })
  const document = optionalDocument(ledger, event.document, tools)
  const words = `${unitTitle(ledger, post.unit_id, event.on)}岗位“${post.title}”自 ${event.on} 起${verb}`
  return {
    writes: [
      ...document.writes,
      ...setPostState(ledger.postVersions(event.post), event.post, event.on, state, tools),
      eventRow(withWords(event, words), { unitId: post.unit_id }, tools),
    ],
    summary: words,
    touches: [],
  }
}
