import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { addMonthsToDay, firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'

/*
 * How long somebody has worked in townships: what 资料 says of them, and their own seat here since 进入时间. Stretches that overlap count
 * once; the day itself is not over yet and does not count.
 */

const DAYS_A_MONTH = 30

interface Stretch {
  readonly from: PlainDate
  readonly to: PlainDate
}

export interface TownshipService {
  /** Whole months; what is left of several stretches is added up, 30 days a month. */
  readonly months: number
  /** Whether 资料 says anything of them: if not, there may be service nobody has entered. */
  readonly onRecord: boolean
}

/** The service of people until a day; built once per check. */
export function townshipServices(
  snapshot: Pick<BookSnapshot, 'records' | 'asOf'>,
  index: SnapshotIndex,
): (personId: string, until?: PlainDate) => TownshipService {
  const recordsOf = Map.groupBy(snapshot.records.townshipService, (record) => record.personId)
  return (personId, until = snapshot.asOf) => {
    const records = recordsOf.get(personId) ?? []
    const seat = index.countedHoldingOf(personId)
    const told = records.map((record) => ({ from: record.validFrom, to: record.validTo ?? until }))
    const here = seat === undefined ? [] : [{ from: firstDayOf(seat.enteredOn ?? seat.validFrom), to: until }]
    return { months: monthsOf([...told, ...here], until), onRecord: records.length > 0 }
  }
}

function monthsOf(stretches: readonly Stretch[], until: PlainDate): number {
  const parts = merged(stretches, until).map(lengthOf)
  const days = parts.reduce((sum, part) => sum + part.days, 0)
  return parts.reduce((sum, part) => sum + part.months, 0) + Math.floor(days / DAYS_A_MONTH)
}

/** In order of time, overlapping and adjoining ones made one, nothing after `until`. */
function merged(stretches: readonly Stretch[], until: PlainDate): readonly Stretch[] {
  const ordered = stretches
    .map(({ from, to }) => ({ from, to: to < until ? to : until }))
    .toSorted((left, right) => (left.from < right.from ? -1 : 1))
  const result: Stretch[] = []
  for (const own of ordered) {
    const last = result.at(-1)
    if (last === undefined || own.from > last.to) result.push(own)
    else if (own.to > last.to) result[result.length - 1] = { from: last.from, to: own.to }
  }
  return result.filter(({ from, to }) => from < to)
}

/** Months by the calendar, and the days beside them: negative where the last day stands earlier in its month than the first. */
function lengthOf({ from, to }: Stretch): { readonly months: number; readonly days: number } {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  // What is left of one stretch is less than a month, also in a month of 31 days.
  return { months, days: Math.min(daysBetween(addMonthsToDay(from, months), to), DAYS_A_MONTH - 1) }
}

/** Calendar days from one day to another. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
