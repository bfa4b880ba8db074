import type { Kysely } from 'kysely'
import type { DutyDateView, DutyView } from '../../contract/duty-operations.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { LONGEST_YEARS, rangeProblem } from '../../contract/operation-parts.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { freezeOn } from '../../domain/duties/calendar-duties.ts'
import { DUTY_DATE_NAMES, DUTY_DATE_TITLES, type DutyDates } from '../../domain/duties/duty-dates.ts'
import { cardDuties } from '../../domain/cards/open-cards.ts'
import { dutyListInSteps, keyOf, type StatedDuty } from '../../domain/duties/duty-list.ts'
import { wholeOf } from '../../domain/model/in-steps.ts'
import { addMonthsToDay, type PlainDate } from '../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readDutyDates, readDutyMarks, readFirstDay, readOwnDutyDates } from '../../store/duty-store.ts'
import type { QueryContext } from '../context.ts'
import { inTurns, readBookState } from '../read-book-state.ts'
import { readCardStates } from '../ledger/read-cards.ts'

const MONTHS_BACK = 2
const MONTHS_AHEAD = 3

/** 待办 in a range of last days, seen from a day. @throws `date_invalid` for a range that ends before it begins. */
export async function readDuties(input: Input<'duties.read'>, context: QueryContext): Promise<Output<'duties.read'>> {
  const asOf = input.asOf ?? context.clock.today()
  const from = input.from ?? addMonthsToDay(asOf, -MONTHS_BACK)
  const to = input.to ?? addMonthsToDay(asOf, MONTHS_AHEAD)
  if (from > to) throw new Refusal('date_invalid', { value: `${from} — ${to}` })
  refuseLongRange(from, to)
  const dates = await readDutyDates(context.db)
  const duties = await listDuties(context.db, { asOf, from, to, dates })
  const count = (state: StatedDuty['state']) => duties.filter((duty) => duty.state === state).length
  return {
    asOf,
    from,
    to,
    duties: duties.map(dutyView),
    counts: {
      overdue: count('overdue'),
      today: count('today'),
      soon: count('soon'),
      ahead: count('ahead'),
      undated: count('undated'),
      done: count('done'),
    },
    freeze: freezeOn(dates, asOf),
    dates: await dateViews(context.db, dates),
  }
}

/** One end may be given and the other taken from the day: the range is known only here. */
export function refuseLongRange(from: PlainDate, to: PlainDate): void {
  const problem = rangeProblem(from, to, LONGEST_YEARS)
  if (problem !== null) throw new Refusal('invalid_input', { field: '截止日期', problem })
}

/** The duties of a range as the book stands; `db` may be a command's transaction. */
export async function listDuties(
  db: Kysely<BookDatabase>,
  range: { readonly asOf: PlainDate; readonly from: PlainDate; readonly to: PlainDate; readonly dates: DutyDates },
): Promise<readonly StatedDuty[]> {
  const { snapshot } = await readBookState(db, range.asOf)
  const duties = dutyListInSteps({
    snapshot,
    cards: cardDuties(await readCardStates(db), range.from),
    dates: range.dates,
    marks: await readDutyMarks(db),
    from: range.from,
    to: range.to,
    since: (await readFirstDay(db)) ?? range.from,
  })
  // A command holds the book's lock: nobody is let through meanwhile.
  return db.isTransaction ? wholeOf(duties) : inTurns(duties)
}

function dutyView({ mark, ...duty }: StatedDuty): DutyView {
  return { key: keyOf(duty), ...duty, doneOn: mark?.doneOn ?? null, note: mark?.note ?? null }
}

async function dateViews(db: Kysely<BookDatabase>, dates: DutyDates): Promise<DutyDateView[]> {
  const own = await readOwnDutyDates(db)
  return DUTY_DATE_NAMES.map((name) => ({
    name,
    title: DUTY_DATE_TITLES[name],
    value: dates[name],
    own: own[name] !== undefined,
  }))
}
