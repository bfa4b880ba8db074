import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { objectionFigures, objectionSentence } from '../../domain/notice/objection-figures.ts'
import type { CommandContext } from '../context.ts'
import { noticeAtStep, type NoticeAtStep } from './take-step.ts'

/** Ends a notice: its period is over and every objection is answered. What hangs without end may be taken down any day. @throws notice_step_refused */
export async function closeNotice(
  input: Input<'notice.close'>,
  context: CommandContext,
): Promise<Output<'notice.close'>> {
  const today = context.clock.today()
  const id = context.newId()
  const { entry } = await context.commit({ effectiveOn: input.closedOn, summary: '公示办结' }, async (tx, journal) => {
    const step = await noticeAtStep(tx, input.noticeId)
    const why = whyNot(input, step, today)
    if (why !== null) throw new Refusal('notice_step_refused', { number: step.notice.number, what: '办结', why })
    const figures = objectionFigures(
      step.life.objections.map((row) => ({
        id: row.id,
        noticeId: row.notice_id,
        receivedOn: row.received_on,
        closedOn: row.closed_on,
        outcome: row.outcome,
      })),
    )
    journal.describe({
      documentNumber: step.notice.number,
      summary: `${step.notice.number}办结：${objectionSentence(figures)}`,
    })
    await journal.insert('notice_closing', [
      {
        id,
        notice_id: step.notice.id,
        closed_on: input.closedOn,
        closed_by: input.closedBy,
        note: input.note === undefined || input.note === '' ? null : input.note,
        recorded_at: context.clock.now(),
      },
    ])
  })
  return { id, seq: entry.seq }
}

function whyNot(
  { closedOn }: Input<'notice.close'>,
  { notice, life, closing }: NoticeAtStep,
  today: PlainDate,
): string | null {
  if (closing !== null) return `${closing.closed_on} 已办结`
  const open = life.objections.filter((row) => row.closed_on === null).length
  if (open > 0) return `还有 ${open} 件异议没有办结`
  if (notice.endsOn !== null && closedOn <= notice.endsOn) return `公示到 ${notice.endsOn} 才期满，办结日期应在那之后`
  if (closedOn < notice.postedOn) return `办结日期 ${closedOn} 在张贴日 ${notice.postedOn} 之前`
  const answered =
    life.objections
      .map((row) => row.closed_on ?? '')
      .toSorted()
      .at(-1) ?? ''
  if (closedOn < answered) return `最后一件异议 ${answered} 才办结`
  return closedOn > today ? `办结日期 ${closedOn} 还没到` : null
}
