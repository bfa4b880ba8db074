import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { postsOnDayInSteps } from '../../domain/ledger/told/post-history.ts'
import { mapInSteps } from '../../domain/model/in-steps.ts'
import { rememberText } from '../../domain/model/remember-text.ts'
import { unitTitle } from '../../domain/ledger/planning/unit-life.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { inTurns } from '../read-book-state.ts'

/** 岗位 of a day, of one unit or all: state, holder, days vacant, who held it before. Units in their order, posts in the order they were entered. */
export async function readPosts(input: Input<'posts.read'>, context: QueryContext): Promise<Output<'posts.read'>> {
  const { believedOn } = input
  const asOf = input.asOf ?? believedOn ?? context.clock.today()
  const facts =
    believedOn === undefined
      ? await loadFacts(context.db)
      : await replayFacts(context.db, { instant: endOfShanghaiDay(believedOn) })
  if (input.unitId !== undefined && !facts.unit.some((unit) => unit.id === input.unitId))
    throw new Refusal('unit_not_found')
  const ledger = ledgerBook(facts)
  const nameOf = (personId: string) => ledger.person(personId)?.name ?? ''
  const order = rememberText((unitId) => ledger.unitAt(unitId, asOf)?.sort_order ?? Number.MAX_SAFE_INTEGER)
  const posts = (await inTurns(postsOnDayInSteps(facts, asOf, input.unitId ?? null))).toSorted(
    (left, right) => order(left.post.unit_id) - order(right.post.unit_id),
  )
  return {
    asOf,
    posts: await inTurns(
      mapInSteps(posts, ({ post, holding, vacantDays, before }) => ({
        postId: post.post_id,
        unit: unitTitle(ledger, post.unit_id, asOf),
        title: post.title,
        state: post.state,
        leadership: post.leadership,
        holder: holding === null ? null : nameOf(holding.person_id),
        vacantDays,
        before: before.map((row) => ({ name: nameOf(row.person_id), from: row.valid_from, to: row.valid_to })),
      })),
    ),
  }
}
