import { registrationDueOn } from '../ledger/journal/late-entry.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { ExitEvent } from '../model/exit-event.ts'
import { addMonthsToDay, type PlainDate } from '../model/plain-date.ts'
import { filedOn } from './filings.ts'

export interface LateExit {
  readonly exit: ExitEvent
  /** Last day on which it would have been in time. */
  readonly deadline: PlainDate
  /** 申报日 by its receipt; null: none on record, only the day of typing is known. */
  readonly filedOn: PlainDate | null
}

/**
 * 逾期核销: exits of the last `reviewMonths` filed after their deadline (10 working days), by the receipt; without one, those the book learnt
 * after it, which may have been filed in time. Silent until the deadline has passed on the day of the check.
 */
export function lateExits(
  { exits, asOf, holidays, records }: Pick<BookSnapshot, 'exits' | 'asOf' | 'holidays' | 'records'>,
  reviewMonths: number,
): readonly LateExit[] {
  const since = addMonthsToDay(asOf, -reviewMonths)
  return exits
    .filter((exit) => exit.on >= since)
    .map((exit) => ({
      exit,
      deadline: registrationDueOn(exit.on, holidays),
      filedOn: filedOn(records.filing, 'exit', exit.personId, exit.on),
    }))
    .filter(({ exit, deadline, filedOn: filed }) => (filed ?? exit.recordedOn) > deadline && asOf > deadline)
}
