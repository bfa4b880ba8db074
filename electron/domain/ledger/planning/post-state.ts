import type { PostState } from '../../../vocabulary/standing.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { PostVersionTable } from '../rows/fact-rows.ts'
import { carryFromDay } from './carry-from-day.ts'

export { POST_STATE_NAMES, type PostState } from '../../../vocabulary/standing.ts'

/** True where somebody may be put into the post: it is planned or in use. A frozen or abolished post takes nobody. */
export function seatable(post: { readonly state: PostState }): boolean {
  return post.state === 'planned' || post.state === 'inUse'
}

/** The writes by which a planned post is in use from the day somebody sits down in it; none where it is in use already. */
export function takeIntoUse(
  versions: readonly PostVersionTable[],
  postId: string,
  day: string,
  tools: EventTools,
): readonly FactWrite[] {
  return setPostState(versions, postId, day, 'inUse', tools)
}

/**
 * Gives a post another state from a day on. Versions registered for later days follow as long as they bear the state
 * the post had on the day: a state that was set anew later stays.
 */
export function setPostState(
  versions: readonly PostVersionTable[],
  postId: string,
  day: string,
  state: PostState,
  tools: EventTools,
): readonly FactWrite[] {
  const own = versions.filter((version) => version.post_id === postId)
  return carryFromDay(own, day, 'state', state).flatMap((change): readonly FactWrite[] => {
    if (change.op === 'set') return [{ op: 'update', table: 'post_version', id: change.row.id, set: { state } }]
    return [
      { op: 'update', table: 'post_version', id: change.row.id, set: { valid_to: day } },
      {
        op: 'insert',
        table: 'post_version',
        row: { ...change.row, id: tools.newId(), state, valid_from: day, recorded_at: tools.recordedAt },
      },
    ]
  })
}
