import { isRefusalCode, Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType } from '../../contract/records.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { planRecord } from '../../domain/records/plan-record.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext } from '../context.ts'
import { keptContent, refuseWrongSubject, storedContent } from './record-content.ts'
import { personNamed, unitIdNamed } from '../../domain/assess/resolve-event.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'

/**
 * Registers a record. Of a kind kept one at a time, the one in force ends the day before.
 * @throws what the names, the content and the range are refused for.
 */
export async function addRecord(input: Input<'record.add'>, context: CommandContext): Promise<Output<'record.add'>> {
  const { kind, from } = input
  const { title, oneAtATime, keepsUnsaid } = recordType(kind)
  refuseWrongSubject(kind, input.person !== undefined, input.unit !== undefined)
  const id = context.newId()
  const documentNumber = input.documentNumber === undefined || input.documentNumber === '' ? null : input.documentNumber
  const { result, entry } = await context.commit(
    { effectiveOn: from, documentNumber, summary: `登记${title}` },
    async (tx, journal) => {
      const facts = await loadFacts(tx)
      const ledger = ledgerBook(facts)
      const personId = input.person === undefined ? null : personNamed(ledger, input.person, from).id
      const unitId = input.unit === undefined ? null : unitIdNamed(ledger, input.unit, from)
      const said = { ...keptContent(kind, facts.record, { personId, unitId }, from), ...input.content }
      const content = storedContent(kind, said, ledger, from)
      const plan = planRecord(
        {
          id,
          kind,
          personId,
          unitId,
          content,
          documentNumber,
          from,
          to: input.to ?? null,
          recordedAt: context.clock.now(),
        },
        facts.record,
        oneAtATime,
        keepsUnsaid,
      )
      if ('refusal' in plan) throw new Refusal(isRefusalCode(plan.refusal) ? plan.refusal : 'internal', plan.details)
      await writeFacts(journal, plan.writes)
      journal.describe({
        summary: `登记${title}${personId === null ? '' : `：${personMark(personId)}`}${unitId === null ? '' : `：${ledger.unitAt(unitId, from)?.name ?? ''}`}`,
      })
      return plan
    },
  )
  return { id: result.renewed?.id ?? id, seq: entry.seq, ended: result.ended }
}
