import type { Transaction } from 'kysely'
import { DUTY_KIND_LIST } from '../../vocabulary/duties.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { keyOf, type StatedDuty } from '../../domain/duties/duty-list.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { addYears, type PlainDate } from '../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readDutyDates, readDutyMarks } from '../../store/duty-store.ts'
import type { CommandContext } from '../context.ts'
import { listDuties } from './read-duties.ts'

/** 办结. @throws `duty_gone` for a duty the book does not know within a year of today, `duty_done` for one that is marked already. */
export async function markDutyDone(input: Input<'duty.done'>, context: CommandContext): Promise<Output<'duty.done'>> {
  const today = context.clock.today()
  const doneOn = input.doneOn ?? today
  if (doneOn > today) throw new Refusal('invalid_input', { field: '办结日', problem: `${doneOn} 还没有到` })
  const { entry } = await context.commit({ effectiveOn: doneOn, summary: '办结' }, async (tx, journal) => {
    const duty = await dutyOfKey(tx, today, input.key)
    if (duty.mark !== null) throw new Refusal('duty_done', { title: duty.title })
    await journal.insert('duty_mark', [
      {
        id: context.newId(),
        duty: duty.duty,
        period: duty.period,
        done_on: doneOn,
        note: input.note === undefined || input.note === '' ? null : input.note,
        recorded_at: context.clock.now(),
      },
    ])
    journal.describe({ summary: `办结：${titleWithoutName(duty)}` })
  })
  return { seq: entry.seq }
}

/** 改回未办. @throws `duty_gone` where nothing is marked. */
export async function reopenDuty(input: Input<'duty.reopen'>, context: CommandContext): Promise<Output<'duty.reopen'>> {
  const { entry } = await context.commit(
    { effectiveOn: context.clock.today(), summary: '改回未办' },
    async (tx, journal) => {
      const mark = (await readDutyMarks(tx)).find((candidate) => keyOf(candidate) === input.key)
      if (mark === undefined) throw new Refusal('duty_gone')
      await journal.remove('duty_mark', mark.id)
    },
  )
  return { seq: entry.seq }
}

async function dutyOfKey(tx: Transaction<BookDatabase>, today: PlainDate, key: string): Promise<StatedDuty> {
  const duties = await listDuties(tx, {
    asOf: today,
    from: addYears(today, -1),
    to: addYears(today, 1),
    dates: await readDutyDates(tx),
  })
  const found = duties.find((duty) => keyOf(duty) === key)
  if (found === undefined) throw new Refusal('duty_gone')
  return found
}

/** The journal names nobody: where the title does, the duty is told by its kind and a mark. */
function titleWithoutName({ title, personId, duty }: StatedDuty): string {
  return personId === null ? title : `${DUTY_KIND_LIST[duty].title}（${personMark(personId)}）`
}
