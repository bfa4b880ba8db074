import type { Input, Output } from '../../contract/operations.ts'
import { shapeOf } from '../../domain/reform/book-shape.ts'
import { outcomeWords, type ReformOutcome } from '../../domain/reform/reform-outcome.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'
import { refuseUnready } from '../ledger/add-event.ts'
import { conflictsOf } from './edit-plan.ts'
import { assessed, documentOf, draftOf, keptSteps } from './plan-rows.ts'
import { fingerprintOf } from './show-plan.ts'

/**
 * 施行: every step of a draft on one day, in one transaction and one journal entry, so that one undo takes all of it back. Worked out again
 * under the write lock: what is written is what was looked at.
 * @throws `reform_unknown`, `reform_in_force`, `reform_empty`, `reform_no_document`, `reform_conflicts`, `reform_changed`,
 * `reform_moved_on`, `event_blocked`, `event_needs`
 */
export async function forcePlan(
  input: Input<'reform.force'>,
  context: CommandContext,
): Promise<Output<'reform.force'>> {
  const reason = input.reason === undefined || input.reason === '' ? null : input.reason
  const { result, entry } = await context.commit({ reason, summary: '施行改革方案' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const kept = draftOf(facts, input.plan)
    const document = input.document ?? documentOf(kept)
    if (document === null) throw new Refusal('reform_no_document', { title: kept.title })
    const plan = { ...kept, day: input.on ?? kept.day, document: JSON.stringify(document) }
    const steps = keptSteps(facts, plan.id)
    if (steps.length === 0) throw new Refusal('reform_empty', { title: plan.title })
    context.report('核对', 0, steps.length)
    const draft = assessed(facts, plan, context, reason !== null)
    const conflicts = conflictsOf(draft, steps, plan)
    if (conflicts.length > 0)
      throw new Refusal('reform_conflicts', { count: conflicts.length, list: conflicts.join('') })
    const changed = draft.outcomes.filter(({ state }) => state === 'changed').length
    if (changed > 0) throw new Refusal('reform_changed', { count: changed })
    if (input.fingerprint !== undefined && input.fingerprint !== fingerprintOf(kept, assessed(facts, kept, context)))
      throw new Refusal('reform_moved_on', { title: plan.title })
    refuseUnready({
      created: draft.created.map(({ finding, gate }) => ({ gate, text: finding.text })),
      needs: draft.needs,
    })
    context.report('写入', 0, draft.writes.length)
    await writeFacts(journal, draft.writes)
    const outcome: ReformOutcome = {
      before: shapeOf(draft.before),
      draft: shapeOf(draft.after),
      successions: draft.successions,
    }
    await journal.update('reform_plan', plan.id, {
      state: 'inForce',
      day: plan.day,
      document: plan.document,
      outcome: JSON.stringify(outcome),
    })
    const text = `改革方案“${plan.title}”自 ${plan.day} 起施行，共 ${steps.length} 步：${outcomeWords(outcome)}`
    journal.describe({ summary: text, effectiveOn: plan.day, documentNumber: document.number })
    return {
      steps: steps.length,
      changes: draft.writes.length,
      text,
      before: { ...outcome.before.counts },
      after: { ...outcome.draft.counts },
    }
  })
  return { seq: entry.seq, ...result }
}
