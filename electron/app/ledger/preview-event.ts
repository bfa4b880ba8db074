import type { Input, Output } from '../../contract/operations.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { assessEvent } from '../../domain/assess/assess-event.ts'
import type { QueryContext } from '../context.ts'
import { workOutDays } from './work-out-days.ts'

/** 变动预览: the sentence before saving, the findings it would create and cure, and what is still needed. Writes nothing. */
export async function previewEvent(
  input: Input<'event.preview'>,
  context: QueryContext,
): Promise<Output<'event.preview'>> {
  await workOutDays(input, context)
  const facts = await loadFacts(context.db)
  return assessEvent(facts, input, {
    newId: context.newId,
    recordedAt: context.clock.now(),
    today: context.clock.today(),
  }).outcome
}
