import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { EventOutcomeView } from '../../contract/ledger-operations.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import { assessEvent } from '../../domain/assess/assess-event.ts'
import type { CommandContext } from '../context.ts'
import { workOutDays } from './work-out-days.ts'

/**
 * Registers an event: one transaction, one journal entry, in it the event's row and every fact it changes. What was previewed is worked
 * out again under the write lock.
 * @throws what stands against it: a name, the planner's refusal, `event_blocked`, `event_needs`.
 */
export async function addEvent(input: Input<'event.add'>, context: CommandContext): Promise<Output<'event.add'>> {
  const { event } = input
  const draft = {
    effectiveOn: event.on,
    documentNumber: event.document?.number ?? null,
    reason: event.reason === undefined || event.reason === '' ? null : event.reason,
    summary: '登记变动',
  }
  // Before the write lock: whoever else asks meanwhile is answered.
  await workOutDays(input, context)
  const { result, entry } = await context.commit(draft, async (tx, journal) => {
    const assessed = assessEvent(await loadFacts(tx), input, {
      newId: context.newId,
      recordedAt: context.clock.now(),
      today: context.clock.today(),
    })
    refuseUnready(assessed.outcome)
    await writeFacts(journal, assessed.writes)
    journal.describe({ summary: assessed.summary })
    return assessed
  })
  return { ...result.outcome, seq: entry.seq }
}

/** What a rule refuses stays out, and so does what lacks a paper or a reason. */
export function refuseUnready(outcome: {
  readonly created: readonly Pick<EventOutcomeView['created'][number], 'gate' | 'text'>[]
  readonly needs: readonly string[]
}): void {
  const blocked = outcome.created.filter((finding) => finding.gate === 'block')
  const lacking = outcome.needs.join('、')
  if (blocked.length > 0)
    throw new Refusal('event_blocked', {
      why: `${blocked.map((finding) => finding.text).join('')}${lacking === '' ? '' : `确需登记的，请补上：${lacking}。`}`,
    })
  if (outcome.needs.length > 0) throw new Refusal('event_needs', { needs: lacking })
}
