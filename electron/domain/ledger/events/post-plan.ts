import type { LeadershipRole } from '../../model/person.ts'
import { refuse, type EventTools, type PlanResult } from '../planning/event-plan.ts'
import { withWords } from '../told/event-words.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { eventRow, insertRow, optionalDocument, type EventCommon } from '../planning/pieces.ts'
import { unitStretches } from '../planning/unit-stretches.ts'

export interface PostPlanEvent extends EventCommon {
  readonly unit: string
  readonly post: string
  readonly leadership?: LeadershipRole | null | undefined
}

/** 拟设岗位: a seat with a title, nobody in it yet. Several of one title are several seats. */
export function planPostPlan(event: PostPlanEvent, ledger: LedgerBook, tools: EventTools): PlanResult {
  const { unit: unitId, post: title, on } = event
  const unit = ledger.unitAt(unitId, on)
  if (unit === undefined) return refuse('unit_not_found')
  // A unit merged later hands the seat on, as it does its others.
  const stretches = unitStretches(ledger, unitId, on, null)
  if ('refusal' in stretches) return stretches
  const document = optionalDocument(ledger, event.document, tools)
  const postId = tools.newId()
  const words = `${unit.name}自 ${on} 起拟设岗位“${title}”`
  return {
    writes: [
      ...document.writes,
      insertRow('post', { id: postId, recorded_at: tools.recordedAt }),
      ...stretches.map((stretch) =>
        insertRow('post_version', {
          id: tools.newId(),
          post_id: postId,
          unit_id: stretch.unitId,
          title,
          leadership: event.leadership ?? null,
          state: 'planned',
          valid_from: stretch.from,
          valid_to: stretch.to,
          recorded_at: tools.recordedAt,
        }),
      ),
      eventRow(withWords(event, words), { unitId }, tools),
    ],
    summary: words,
    touches: [],
  }
}
