import type { Transaction } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import { OBJECTION_OUTCOME_TITLES } from '../../contract/notice-life-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readActs } from '../../domain/ledger/journal/history.ts'
import type { BookDatabase, ObjectionTable } from '../../store/book-database.ts'
import { readHistoryRecord, readReversals } from '../../store/journal-history-store.ts'
import { readObjection } from '../../store/notice-life-store.ts'
import type { CommandContext } from '../context.ts'
import { noticeAtStep } from './take-step.ts'

/**
 * Answers an objection: 维持, or 更正 with the journal entry that put the book right, so that nobody writes "corrected" over an unchanged book.
 * @throws objection_not_found; objection_step_refused where it is closed already, the days do not fit, or the entry is none that stands.
 */
export async function closeObjection(
  input: Input<'objection.close'>,
  context: CommandContext,
): Promise<Output<'objection.close'>> {
  const today = context.clock.today()
  const { entry } = await context.commit({ effectiveOn: input.closedOn, summary: '办结异议' }, async (tx, journal) => {
    const objection = await readObjection(tx, input.id)
    if (objection === undefined) throw new Refusal('objection_not_found')
    const why = whyNot(input, objection, today) ?? (await whyNoCorrection(tx, input))
    if (why !== null) throw new Refusal('objection_step_refused', { what: '办结', why })
    const { notice } = await noticeAtStep(tx, objection.notice_id)
    journal.describe({
      documentNumber: notice.number,
      summary:
        `办结对${notice.number}的异议 1 件：${OBJECTION_OUTCOME_TITLES[input.outcome]}` +
        (input.correctingSeq === undefined ? '' : `（台账第 ${input.correctingSeq} 条）`),
    })
    await journal.update('objection', objection.id, {
      answer: input.answer,
      outcome: input.outcome,
      correcting_seq: input.correctingSeq ?? null,
      closed_on: input.closedOn,
      closed_by: input.closedBy,
    })
  })
  return { id: input.id, seq: entry.seq }
}

function whyNot(input: Input<'objection.close'>, objection: ObjectionTable, today: string): string | null {
  if (objection.closed_on !== null) return `${objection.closed_on} 已办结。要改答复，请先撤销那次办结`
  if (input.closedOn < objection.received_on)
    return `办结日期 ${input.closedOn} 在收到日期 ${objection.received_on} 之前`
  if (input.closedOn > today) return `办结日期 ${input.closedOn} 还没到`
  if (input.outcome === 'corrected' && input.correctingSeq === undefined)
    return '结果写“更正”，要指明更正编制本的那一条台账。请先在“变动”里登记更正'
  if (input.outcome === 'kept' && input.correctingSeq !== undefined) return '结果写“维持”，就没有更正编制本的台账'
  return null
}

async function whyNoCorrection(
  tx: Transaction<BookDatabase>,
  { correctingSeq }: Input<'objection.close'>,
): Promise<string | null> {
  if (correctingSeq === undefined) return null
  const record = await readHistoryRecord(tx, correctingSeq)
  if (record === null || record.changes === 0) return `台账第 ${correctingSeq} 条没有改动编制本`
  return readActs(await readReversals(tx)).reversedBy(correctingSeq) === null
    ? null
    : `台账第 ${correctingSeq} 条已经撤销`
}
