import type { Input, Output } from '../../contract/operations.ts'
import { recordType } from '../../contract/records.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { contentOf, isRecordKind } from '../../domain/views/record-view.ts'
import { readRecordRow } from '../../store/record-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'

/** A record with its personal fields whole; that it was looked at is on the disk before it is shown. The entry says whose, not what. */
export async function lookAtRecord(
  input: Input<'record.look'>,
  context: CommandContext,
): Promise<Output<'record.look'>> {
  const draft = { reason: input.reason, summary: '查看了资料全文' }
  const { result } = await context.commit(draft, async (tx, journal) => {
    const row = await readRecordRow(tx, input.id)
    if (row === undefined || !isRecordKind(row.kind)) throw new Refusal('record_not_found')
    const whose = row.person_id === null ? '' : personMark(row.person_id)
    journal.describe({ summary: `查看了${whose}的${recordType(row.kind).title}` })
    return { content: contentOf(row) }
  })
  return result
}
