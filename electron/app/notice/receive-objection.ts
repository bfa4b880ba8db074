import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { CommandContext } from '../context.ts'
import { noticeAtStep } from './take-step.ts'

/** Puts an objection on record. @throws notice_step_refused before the notice hangs, for a day to come, or once the notice is closed. */
export async function receiveObjection(
  input: Input<'objection.receive'>,
  context: CommandContext,
): Promise<Output<'objection.receive'>> {
  const today = context.clock.today()
  const id = context.newId()
  const { entry } = await context.commit(
    { effectiveOn: input.receivedOn, summary: '登记异议' },
    async (tx, journal) => {
      const { notice, closing } = await noticeAtStep(tx, input.noticeId)
      const refuse = (why: string) =>
        new Refusal('notice_step_refused', { number: notice.number, what: '登记异议', why })
      if (closing !== null) throw refuse(`${closing.closed_on} 已办结。请先撤销办结`)
      if (input.receivedOn < notice.postedOn)
        throw refuse(`${notice.postedOn} 才张贴，收到日期 ${input.receivedOn} 在那之前`)
      if (input.receivedOn > today) throw refuse(`收到日期 ${input.receivedOn} 还没到`)
      journal.describe({ documentNumber: notice.number, summary: `收到对${notice.number}的异议 1 件` })
      await journal.insert('objection', [
        {
          id,
          notice_id: notice.id,
          received_on: input.receivedOn,
          channel: input.channel,
          raised_by: input.raisedBy === undefined || input.raisedBy === '' ? null : input.raisedBy,
          content: input.content,
          answer: null,
          outcome: null,
          correcting_seq: null,
          closed_on: null,
          closed_by: null,
          recorded_at: context.clock.now(),
        },
      ])
    },
  )
  return { id, seq: entry.seq }
}
