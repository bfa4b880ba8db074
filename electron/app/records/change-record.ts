import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType, type RecordKindName, type RecordValue } from '../../contract/records.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { addDays } from '../../domain/model/plain-date.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readRecordRow } from '../../store/record-store.ts'
import type { CommandContext } from '../context.ts'
import { differing } from '../../domain/model/differing.ts'
import { moreOf, storedContent } from './record-content.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { contentOf, isRecordKind, maskedContent } from '../../domain/views/record-view.ts'

/** Puts a record right, in place: the book had been mistaken. What was believed before stays in the journal. */
export async function changeRecord(
  input: Input<'record.change'>,
  context: CommandContext,
): Promise<Output<'record.change'>> {
  const { entry } = await context.commit({ effectiveOn: input.from, summary: '更正资料' }, async (tx, journal) => {
    const row = await readRecordRow(tx, input.id)
    if (row === undefined || !isRecordKind(row.kind)) throw new Refusal('record_not_found')
    const { from, to } = { from: input.from, to: input.to ?? null }
    if (to !== null && to < from)
      throw new Refusal('invalid_input', { field: '截止日期', problem: `${to} 早于 ${from}` })
    const content = storedContent(
      row.kind,
      {
        ...moreOf(recordType(row.kind).more ?? [], contentOf(row)),
        ...withoutMasks(row.kind, input.content, contentOf(row)),
      },
      ledgerBook(await loadFacts(tx)),
      from,
    )
    const documentNumber =
      input.documentNumber === undefined || input.documentNumber === '' ? null : input.documentNumber
    const patch = differing(row, {
      content,
      document_number: documentNumber,
      valid_from: from,
      valid_to: to === null ? null : addDays(to, 1),
    })
    if (Object.keys(patch).length === 0)
      throw new Refusal('invalid_input', { field: '更正内容', problem: '与现有记录相同' })
    await journal.update('record', row.id, patch)
    journal.describe({
      summary: `更正${recordType(row.kind).title}${row.person_id === null ? '' : `：${personMark(row.person_id)}`}`,
    })
  })
  return { seq: entry.seq }
}

type Content = Readonly<Record<string, RecordValue>>

/** A field that comes back as the mask it was shown under has not been touched. */
function withoutMasks(kind: RecordKindName, given: Content, stored: Content): Content {
  const masks = maskedContent(kind, stored)
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === masks[name] ? (stored[name] ?? null) : value]),
  )
}
