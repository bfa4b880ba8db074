import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { choiceWrites } from '../../domain/ledger/planning/stands-over.ts'
import { readChoices } from '../../store/quota-store.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext } from '../context.ts'
import type { BookState } from '../../domain/state/book-state.ts'
import { readBookState } from '../read-book-state.ts'

/**
 * The clerk's own choice of who stands over quota in a line, in place of "latest 入编 first". People of the line who are already on
 * the non-compliant list use up the number first; exactly the rest is chosen.
 */
export async function chooseOverQuota(
  input: Input<'overQuota.choose'>,
  context: CommandContext,
): Promise<Output<'overQuota.choose'>> {
  const { unitId, category, reason } = input
  const effectiveOn = input.effectiveOn ?? context.clock.today()
  const personIds = [...new Set(input.personIds)]
  const { entry } = await context.commit({ effectiveOn, reason, summary: '指定超编人员' }, async (tx, journal) => {
    const state = await readBookState(tx, effectiveOn)
    const unitName = refuseWrongChoice(state, { unitId, category, personIds })
    const writes = choiceWrites({ unitId, category, day: effectiveOn }, personIds, await readChoices(tx), reason, {
      newId: context.newId,
      recordedAt: context.clock.now(),
      today: context.clock.today(),
    })
    await writeFacts(journal, writes)
    journal.describe({ summary: `指定${unitName}${QUOTA_CATEGORY_NAMES[category]}的超编人员 ${personIds.length} 名` })
  })
  return { seq: entry.seq }
}

type Choice = Pick<Input<'overQuota.choose'>, 'unitId' | 'category' | 'personIds'>

/** @returns the unit's name. @throws `unit_not_found`, `not_over_quota`, `choice_count`, `invalid_input` for somebody who is not to be chosen here. */
function refuseWrongChoice({ snapshot, figures, roster }: BookState, choice: Choice): string {
  const unit = snapshot.units.find((candidate) => candidate.id === choice.unitId)
  if (unit === undefined) throw new Refusal('unit_not_found')
  const line = figures.lines.find(
    (candidate) => candidate.unitId === choice.unitId && candidate.category === choice.category,
  )
  const place = { unit: unit.name, category: QUOTA_CATEGORY_NAMES[choice.category] }
  const counted = new Set(line?.personIds ?? [])
  const nonCompliant = new Set(
    roster
      .filter((entry) => entry.list === 'non-compliant' && counted.has(entry.personId))
      .map((entry) => entry.personId),
  )
  const over = (line?.over ?? 0) - nonCompliant.size
  if (over <= 0) throw new Refusal('not_over_quota', place)
  if (choice.personIds.some((id) => !counted.has(id)))
    throw new Refusal('invalid_input', { field: '人员', problem: `不都在${place.unit}的${place.category}里` })
  if (choice.personIds.some((id) => nonCompliant.has(id)))
    throw new Refusal('invalid_input', { field: '人员', problem: '里有已在不合规名单的人，不用再指定' })
  if (choice.personIds.length !== over)
    throw new Refusal('choice_count', { ...place, over, count: choice.personIds.length })
  return unit.name
}
