import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType } from '../../contract/records.ts'
import { readRecordRow } from '../../store/record-store.ts'
import type { CommandContext } from '../context.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { isRecordKind } from '../../domain/views/record-view.ts'

/** Takes a record out that should never have been there. Its image stays in the journal, and the act can be undone. */
export async function removeRecord(
  input: Input<'record.remove'>,
  context: CommandContext,
): Promise<Output<'record.remove'>> {
  const { entry } = await context.commit({ reason: input.reason, summary: '删去资料' }, async (tx, journal) => {
    const row = await readRecordRow(tx, input.id)
    if (row === undefined || !isRecordKind(row.kind)) throw new Refusal('record_not_found')
    await journal.remove('record', row.id)
    journal.describe({
      effectiveOn: row.valid_from,
      summary: `删去${recordType(row.kind).title}${row.person_id === null ? '' : `：${personMark(row.person_id)}`}`,
    })
  })
  return { seq: entry.seq }
}
