import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { LeadershipQuotaTable, QuotaTable, RankQuotaTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { endRow, insertRow } from './pieces.ts'
import { rowInForce } from '../rows/row-in-force.ts'

/*
 * What units bring into the one they are merged into, from a day on. Balances are added up over the very days they run, those set for
 * later days too, so that the sum over the units is the same before and after on every day.
 */

export interface Merger {
  readonly units: readonly string[]
  readonly into: string
  readonly on: PlainDate
  readonly documentId: string
}

interface BalanceRow {
  readonly id: string
  readonly unit_id: string
  readonly document_id: string
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** 核定编制, 领导职数 and 职级职数 of the merged units and the one they go into, added up. */
export function mergeBalances(ledger: LedgerBook, merger: Merger, tools: EventTools): readonly FactWrite[] {
  const { facts } = ledger
  const made = (members: readonly BalanceRow[], range: Range) => ({
    id: tools.newId(),
    unit_id: merger.into,
    document_id: members.find((row) => row.valid_from === range.valid_from)?.document_id ?? merger.documentId,
    ...range,
    recorded_at: tools.recordedAt,
  })
  const own = <Row extends BalanceRow>(rows: readonly Row[]) =>
    rows.filter(
      (row) =>
        (row.unit_id === merger.into || merger.units.includes(row.unit_id)) &&
        (row.valid_to === null || row.valid_to > merger.on),
    )
  return [
    ...[
      ...Map.groupBy(
        own(facts.quota).filter((row) => row.role === 'allocation'),
        (row) => row.category,
      ).values(),
    ].flatMap((rows) =>
      mergeLine('quota', rows, merger, (members, range, first) =>
        insertRow('quota', {
          ...made(members, range),
          category: first.category,
          role: 'allocation',
          amount: total(members),
        }),
      ),
    ),
    ...mergeLine('leadership_quota', own(facts.leadership_quota), merger, (members, range) =>
      insertRow('leadership_quota', { ...made(members, range), amount: total(members), ...divided(members) }),
    ),
    ...[...Map.groupBy(own(facts.rank_quota), (row) => row.pool).values()].flatMap((rows) =>
      mergeLine('rank_quota', rows, merger, (members, range, first) =>
        insertRow('rank_quota', { ...made(members, range), pool: first.pool, amount: total(members) }),
      ),
    ),
  ]
}

interface Range {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}
type BalanceTables = {
  readonly quota: QuotaTable
  readonly leadership_quota: LeadershipQuotaTable
  readonly rank_quota: RankQuotaTable
}

/** Ends the rows on the day and inserts one for every stretch between two changes of any of them. */
function mergeLine<T extends keyof BalanceTables>(
  table: T,
  rows: readonly BalanceTables[T][],
  merger: Merger,
  make: (members: readonly BalanceTables[T][], range: Range, first: BalanceTables[T]) => FactWrite,
): readonly FactWrite[] {
  if (!rows.some((row) => row.unit_id !== merger.into)) return []
  const edges = new Set(
    rows.flatMap((row) => (row.valid_to === null ? [row.valid_from] : [row.valid_from, row.valid_to])),
  )
  const starts: readonly PlainDate[] = [merger.on, ...[...edges].filter((edge) => edge > merger.on).toSorted()]
  const added = starts.flatMap((from, index) => {
    const members = rows.filter((row) => rowInForce(row, from))
    const [first] = members
    return first === undefined ? [] : [make(members, { valid_from: from, valid_to: starts[index + 1] ?? null }, first)]
  })
  return [...rows.flatMap((row) => endRow(table, row, merger.on)), ...added]
}

function total(rows: readonly { readonly amount: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amount, 0)
}

/** 正 and 副 are known for the sum only where each document divides its number. */
function divided(rows: readonly LeadershipQuotaTable[]): Pick<LeadershipQuotaTable, 'chief_amount' | 'deputy_amount'> {
  let [chief, deputy] = [0, 0]
  for (const row of rows) {
    if (row.chief_amount === null || row.deputy_amount === null) return { chief_amount: null, deputy_amount: null }
    chief += row.chief_amount
    deputy += row.deputy_amount
  }
  return { chief_amount: chief, deputy_amount: deputy }
}
