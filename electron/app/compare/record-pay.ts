import { isRefusalCode, Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { FactWrite } from '../../domain/ledger/planning/event-plan.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { planRecord } from '../../domain/records/plan-record.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readRecordRows } from '../../store/record-store.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext } from '../context.ts'
import { gatherComparison } from './gather-comparison.ts'

/**
 * The list is the payroll: everybody counted is registered as paid or not from the day on, where that is news; also somebody on the list
 * who has left. One journal entry; none where the book knew it all.
 */
export async function recordPay(input: Input<'compare.pay'>, context: CommandContext): Promise<Output<'compare.pay'>> {
  const { comparison, view, fileName } = await gatherComparison({ fileId: input.fileId, asOf: input.from }, context)
  const missing = new Set(comparison.onlyOurs)
  const counted = view.roster.flatMap((entry) =>
    view.index.countedHoldingOf(entry.personId) === undefined ? [] : [entry.personId],
  )
  const ledger = ledgerBook(await loadFacts(context.db))
  const gone = comparison.onlyTheirs.flatMap((row) => {
    const person = row.idNumber === null ? undefined : ledger.peopleNamed(row.idNumber)[0]
    return person !== undefined && person.name === row.name && ledger.holdingsOf(person.id, input.from).length === 0
      ? [person.id]
      : []
  })
  const paid = new Map([
    ...counted.map((id) => [id, !missing.has(id)] as const),
    ...gone.map((id) => [id, true] as const),
  ])
  const summary = { paid: [...paid.values()].filter(Boolean).length, unpaid: missing.size }
  const draft = {
    effectiveOn: input.from,
    summary: `按“${fileName}”登记工资发放：在发 ${summary.paid} 人，未发 ${summary.unpaid} 人`,
  }
  const known = await readRecordRows(context.db, ['payStatus'])
  const changed = [...paid].filter(
    ([personId, isPaid]) =>
      known.find(
        (row) =>
          row.person_id === personId &&
          row.valid_from <= input.from &&
          (row.valid_to === null || row.valid_to > input.from),
      )?.content !== contentOf(isPaid, fileName),
  )
  if (changed.length === 0) return { seq: null, ...summary }
  const { entry } = await context.commit(draft, async (tx, journal) => {
    const rows = await readRecordRows(tx, ['payStatus'])
    const writes = changed.flatMap(([personId, isPaid]): readonly FactWrite[] => {
      const plan = planRecord(
        {
          id: context.newId(),
          kind: 'payStatus',
          personId,
          unitId: null,
          content: contentOf(isPaid, fileName),
          documentNumber: null,
          from: input.from,
          to: null,
          recordedAt: context.clock.now(),
        },
        rows,
        true,
      )
      if ('refusal' in plan) throw new Refusal(isRefusalCode(plan.refusal) ? plan.refusal : 'internal', plan.details)
      return plan.writes
    })
    await writeFacts(journal, writes)
  })
  return { seq: entry.seq, ...summary }
}

function contentOf(paid: boolean, source: string): string {
  return JSON.stringify({ paid, source })
}
