import type { ExitEvent } from '../model/exit-event.ts'
import { monthOf, type PlainDate } from '../model/plain-date.ts'
import type { RecordBook } from '../model/records.ts'
import { payrollOf } from './pay.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

interface Read {
  readonly exits: readonly ExitEvent[]
  readonly records: Pick<RecordBook, 'payStatus'>
  readonly asOf: PlainDate
}

/** An exit with the words of its cause. */
export interface CausedExit {
  readonly exit: ExitEvent
  readonly causeName: string
}

/**
 * Exits of these causes (code and words) whose people the payroll still pays as 在职: from the month after the exit on, for its own month
 * is still owed. Who is back in a counted seat has come in again; of several exits a person's last one speaks.
 */
export function paidAfterExit(
  { exits, records, asOf }: Read,
  index: SnapshotIndex,
  causes: Readonly<Record<string, string>>,
): readonly CausedExit[] {
  const payroll = payrollOf(records)
  const last = new Map(exits.map((exit) => [exit.personId, exit]))
  return [...last.values()].flatMap((exit) => {
    const causeName = exit.cause === null ? undefined : causes[exit.cause]
    if (causeName === undefined || monthOf(exit.on) >= monthOf(asOf) || payroll.get(exit.personId) !== true) return []
    return index.countedHoldingOf(exit.personId) === undefined ? [{ exit, causeName }] : []
  })
}
