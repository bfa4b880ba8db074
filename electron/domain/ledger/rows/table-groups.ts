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
import { rowsBy } from './rows-by.ts'

/* Of a table that an event has not changed the look-ups of the event before serve again. */
export const versionsOfUnit = rowsBy((row: UnitVersionTable) => row.unit_id, byStart)
export const versionsOfPerson = rowsBy((row: PersonVersionTable) => row.person_id, byStart)
export const versionsOfPost = rowsBy((row: PostVersionTable) => row.post_id, byStart)
export const postsOfUnit = rowsBy((row: PostVersionTable) => row.unit_id, byStart)
export const holdingsOfPerson = rowsBy((row: HoldingTable) => row.person_id, byStart)
export const holdingsOfPost = rowsBy((row: HoldingTable) => row.post_id, byStart)
export const quotasOfUnit = rowsBy((row: QuotaTable) => row.unit_id, byStart)
export const eventsOfPerson = rowsBy(
  (row: LedgerEventTable) => row.person_id,
  (rows) => rows,
)
export const leadershipOfUnit = rowsBy((row: LeadershipQuotaTable) => row.unit_id, byStart)

function byStart<Row extends { readonly valid_from: PlainDate }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((left, right) =>
    left.valid_from < right.valid_from ? -1 : Number(left.valid_from > right.valid_from),
  )
}
