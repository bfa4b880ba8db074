import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readPersonRow } from '../../store/person-store.ts'
import type { CommandContext } from '../context.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'

/** Shows a full ID number. Changes nothing; the entry says who looked at whom, when and why, and is on the disk before the number is shown. */
export async function revealPerson(
  input: Input<'person.reveal'>,
  context: CommandContext,
): Promise<Output<'person.reveal'>> {
  const draft = { reason: input.reason, summary: `查看了${personMark(input.personId)}的完整身份证号` }
  const { result } = await context.commit(draft, async (tx) => {
    const person = await readPersonRow(tx, input.personId)
    if (person === null) throw new Refusal('person_not_found')
    return { idNumber: person.id_number, disputedIdNumber: person.disputed_id_number }
  })
  return result
}
