import type { DutyState } from '../../vocabulary/duties.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { wholeOf } from '../model/in-steps.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'
import { bookDuties } from './book-duties.ts'
import { calendarDuties } from './calendar-duties.ts'
import { dueDutiesInSteps } from './due-duties.ts'
import type { Duty, DutyMark } from './duty.ts'
import { reformDuties } from './reform-duties.ts'
import type { DutyDates } from './duty-dates.ts'

export interface StatedDuty extends Duty {
  readonly state: DutyState
  readonly mark: DutyMark | null
  /** Last working day on or before the last day, where that is none itself; null: no need, or not known. */
  readonly workBy: PlainDate | null
  /** Year whose holidays would have to be known to say whether the last day is worked. */
  readonly missingYear: number | null
}

export interface DutyListInput {
  readonly snapshot: BookSnapshot
  readonly dates: DutyDates
  readonly marks: readonly DutyMark[]
  /** Changes that are not entered everywhere (变动卡). */
  readonly cards?: readonly Duty[]
  /** Last days in this range, both ends counted. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** The day the book begins: recurring duties before it were somebody else's. */
  readonly since: PlainDate
}

const SOON_DAYS = 7
/** At most so many days are looked back for a working one: the longest holiday has nine. */
const LOOK_BACK = 14

/** What is due in a range, seen from the snapshot's day: by last day, those without one at the end. Nobody's duty is due twice. */
export function dutyList(input: DutyListInput): readonly StatedDuty[] {
  return wholeOf(dutyListInSteps(input))
}

/** The same, so many people at a time. */
export function* dutyListInSteps({
  snapshot,
  dates,
  marks,
  cards = [],
  from,
  to,
  since,
}: DutyListInput): Generator<void, readonly StatedDuty[]> {
  const done = new Map(marks.map((mark) => [keyOf(mark), mark]))
  const recurring = calendarDuties(dates, from < since ? since : from, to)
  const ofBook = bookDuties(snapshot, (day) => lies(day, from, to))
  yield
  const due = yield* dueDutiesInSteps(snapshot, to)
  const own = [...ofBook, ...reformDuties(snapshot), ...due, ...cards].filter((duty) =>
    lies(duty.dueOn ?? duty.from, from, to),
  )
  return [...recurring, ...own]
    .map((duty) => stateDuty(duty, done.get(keyOf(duty)) ?? null, snapshot))
    .toSorted(
      (left, right) =>
        compare(left.dueOn ?? '9999', right.dueOn ?? '9999') ||
        compare(left.duty, right.duty) ||
        compare(left.period, right.period),
    )
}

/** A duty whose last day cannot be told lies where it begins. */
function lies(day: PlainDate | null, from: PlainDate, to: PlainDate): boolean {
  return day !== null && from <= day && day <= to
}

/** The text that names a duty of a period. */
export function keyOf({ duty, period }: Pick<DutyMark, 'duty' | 'period'>): string {
  return `${duty}~${period}`
}

function stateDuty(duty: Duty, mark: DutyMark | null, { asOf, holidays }: BookSnapshot): StatedDuty {
  return {
    ...duty,
    mark,
    state: stateOf(duty, mark, asOf),
    ...(duty.dueOn === null ? { workBy: null, missingYear: null } : workingDayBefore(duty.dueOn, holidays)),
  }
}

function stateOf({ dueOn }: Duty, mark: DutyMark | null, asOf: PlainDate): DutyState {
  if (mark !== null) return 'done'
  if (dueOn === null) return 'undated'
  if (dueOn < asOf) return 'overdue'
  if (dueOn === asOf) return 'today'
  return dueOn <= addDays(asOf, SOON_DAYS) ? 'soon' : 'ahead'
}

function workingDayBefore(
  dueOn: PlainDate,
  holidays: BookSnapshot['holidays'],
): Pick<StatedDuty, 'workBy' | 'missingYear'> {
  for (let back = 0; back <= LOOK_BACK; back += 1) {
    const day = addDays(dueOn, -back)
    const works = isWorkingDay(day, holidays)
    if (typeof works !== 'boolean') return { workBy: null, missingYear: works.missingYear }
    if (works) return { workBy: back === 0 ? null : day, missingYear: null }
  }
  return { workBy: null, missingYear: null }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
