import type { PlainDate } from '../../model/plain-date.ts'
import type { EventRefusal } from './event-plan.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible } from './people-in-events.ts'
import { lifeEnd, mergedInto, unitTitle } from './unit-life.ts'

/** A unit for the days of a range that are its own. */
export interface UnitStretch {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/**
 * The units a seat made on the day belongs to, one after the other: a unit that is merged later hands its seats to the one that took
 * over, so that a fact learnt late goes where the others went; one that is abolished takes them along. Refuses where that is before
 * `to`, the day on which the seat is no longer needed.
 */
export function unitStretches(
  ledger: LedgerBook,
  unitId: string,
  from: PlainDate,
  to: PlainDate | null,
): readonly UnitStretch[] | EventRefusal {
  const stretches: UnitStretch[] = []
  let [unit, day] = [unitId, from]
  for (;;) {
    const end = lifeEnd(ledger, unit, day)
    stretches.push({ unitId: unit, from: day, to: end })
    if (end === null) return stretches
    const heir = mergedInto(ledger, unit, end)
    if (heir === null || ledger.unitAt(heir, end) === undefined)
      return to !== null && to <= end ? stretches : impossible(`${unitTitle(ledger, unit, day)}已定于 ${end} 撤销`)
    ;[unit, day] = [heir, end]
  }
}
