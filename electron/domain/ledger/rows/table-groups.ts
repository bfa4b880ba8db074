import type { PlainDate } from '../../model/plain-date.ts'
import type {
  HoldingTable,
  LedgerEventTable,
  LeadershipQuotaTable,
  PersonVersionTable,
  PostVersionTable,
  QuotaTable,
  UnitVersionTable,
} from './fact-rows.ts'
import { compareText } from '../../model/counted-holding.ts'
import { madeOf } from '../../model/made-of.ts'
import { rowsBy } from './rows-by.ts'

/* Of a table that an event has not changed the look-ups of the event before serve again. */
export const versionsOfUnit = rowsBy((row: UnitVersionTable) => row.unit_id, byStart)
export const versionsOfPerson = rowsBy((row: PersonVersionTable) => row.person_id, byStart)
export const versionsOfPost = rowsBy((row: PostVersionTable) => row.post_id, byStart)
export const postsOfUnit = rowsBy((row: PostVersionTable) => row.unit_id, byStart)
export const holdingsOfPerson = rowsBy((row: HoldingTable) => row.person_id, byStart)
export const holdingsOfPost = rowsBy((row: HoldingTable) => row.post_id, byStart)
export const quotasOfUnit = rowsBy((row: QuotaTable) => row.unit_id, byStart)
export const eventsOfPerson = rowsBy((row: LedgerEventTable) => row.person_id, asTheyStand)
export const eventsOfType = rowsBy((row: LedgerEventTable) => row.type, asTheyStand)
/** Oldest first. */
export const eventsOfYear = rowsBy(
  (row: LedgerEventTable) => row.effective_on.slice(0, 4),
  (rows) =>
    rows.toSorted(
      (left, right) => compareText(left.effective_on, right.effective_on) || compareText(left.id, right.id),
    ),
)
export const leadershipOfUnit = rowsBy((row: LeadershipQuotaTable) => row.unit_id, byStart)

/** What happened to a person on a day. However long the history, only that person's own events are looked at, and once. */
export function eventsOn(
  events: readonly LedgerEventTable[],
): (personId: string, day: PlainDate) => readonly LedgerEventTable[] {
  const of = eventsOfPerson(events)
  return (personId, day) => {
    const own = of(personId)
    return own.length === 0 ? own : (byDay(own).get(day) ?? [])
  }
}

const byDay = madeOf((own: readonly LedgerEventTable[]) => Map.groupBy(own, (row) => row.effective_on))

function asTheyStand<Row>(rows: readonly Row[]): readonly Row[] {
  return rows
}

function byStart<Row extends { readonly valid_from: PlainDate }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((left, right) =>
    left.valid_from < right.valid_from ? -1 : Number(left.valid_from > right.valid_from),
  )
}
