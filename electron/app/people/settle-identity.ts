import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readPersonRow } from '../../store/person-store.ts'
import type { CommandContext } from '../context.ts'
import { requireFreeIdNumber } from './require-free-id-number.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'

/** Ends a 身份证号 dispute between two people: one keeps or gets the number, the other gets their own or none. */
export async function settleIdentity(
  input: Input<'identity.settle'>,
  context: CommandContext,
): Promise<Output<'identity.settle'>> {
  const { ownerId, otherId } = input
  const draft = {
    reason: input.reason,
    summary: `身份证号争议：号码归${personMark(ownerId)}，${personMark(otherId)}另用本人号码或待核原件`,
  }
  const { entry } = await context.commit(draft, async (tx, journal) => {
    const owner = await readPersonRow(tx, ownerId)
    const other = await readPersonRow(tx, otherId)
    if (owner === null || other === null) throw new Refusal('person_not_found')
    const number = owner.id_number ?? owner.disputed_id_number
    if (owner.id === other.id || number === null || number !== (other.id_number ?? other.disputed_id_number))
      throw new Refusal('not_disputed')
    const given =
      input.otherIdNumber === null || input.otherIdNumber === ''
        ? null
        : await requireFreeIdNumber(tx, input.otherIdNumber, other.id, context.clock.today())
    // The number leaves the one before it comes to the other: it is never on two rows, not even midway.
    await journal.update('person', other.id, { id_number: given, disputed_id_number: null })
    await journal.update('person', owner.id, { id_number: number, disputed_id_number: null })
  })
  return { seq: entry.seq }
}
