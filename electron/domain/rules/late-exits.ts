import { registrationDueOn } from '../ledger/late-entry.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { ExitEvent } from '../model/exit-event.ts'
import { addMonthsToDay, type PlainDate } from '../model/plain-date.ts'

export interface LateExit {
  readonly exit: ExitEvent
  /** Last day on which it would have been in time. */
  readonly deadline: PlainDate
}

/**
 * 逾期核销: exits of the last `reviewMonths` that the book learnt after their deadline (10 working days). Silent until the deadline has
 * passed on the day of the check.
 */
export function lateExits({ exits, asOf, holidays }: Pick<BookSnapshot, 'exits' | 'asOf' | 'holidays'>, reviewMonths: number): readonly LateExit[] {
  const since = addMonthsToDay(asOf, -reviewMonths)
  return exits
    .filter((exit) => exit.on >= since)
    .map((exit) => ({ exit, deadline: registrationDueOn(exit.on, holidays) }))
    .filter(({ exit, deadline }) => exit.recordedOn > deadline && asOf > deadline)
}
