import { mapInSteps, wholeOf } from '../../model/in-steps.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { FactRows, HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import { rowInForce } from '../rows/row-in-force.ts'

/** A post on a day: who sits in it, since when nobody does, and who did before. */
export interface PostOnDay {
  readonly post: PostVersionTable
  /** The counted holding in force, else any other. */
  readonly holding: HoldingTable | null
  /** Whole days nobody has sat in it; null while somebody does, and for an abolished post. */
  readonly vacantDays: number | null
  /** Ended holdings, the latest first. */
  readonly before: readonly HoldingTable[]
}

/** Every post of the book as it is on the day, or of one unit; linear in the number of holdings. */
export function postsOnDay(facts: FactRows, asOf: PlainDate, unitId: string | null): readonly PostOnDay[] {
  return wholeOf(postsOnDayInSteps(facts, asOf, unitId))
}

/** The same, so many at a time. */
export function* postsOnDayInSteps(
  facts: FactRows,
  asOf: PlainDate,
  unitId: string | null,
): Generator<void, readonly PostOnDay[]> {
  const holders = Map.groupBy(facts.holding, (row) => row.post_id)
  const founded = new Map<string, PlainDate>()
  for (const version of facts.post_version) {
    const known = founded.get(version.post_id)
    if (known === undefined || version.valid_from < known) founded.set(version.post_id, version.valid_from)
  }
  yield
  return yield* mapInSteps(
    facts.post_version.filter((post) => rowInForce(post, asOf) && (unitId === null || post.unit_id === unitId)),
    (post) => {
      const holdings = holders.get(post.post_id) ?? []
      const present = holdings.filter((row) => rowInForce(row, asOf))
      const before = holdings
        .filter((row) => row.valid_to !== null && row.valid_to <= asOf)
        .toSorted((left, right) => (left.valid_from < right.valid_from ? 1 : -1))
      const holding = present.find((row) => row.occupies_quota === 1) ?? present[0] ?? null
      const counted = before.filter((row) => row.occupies_quota === 1)
      const since = latestEnd(counted.length > 0 ? counted : before) ?? founded.get(post.post_id) ?? post.valid_from
      return {
        post,
        holding,
        vacantDays: holding !== null || post.state === 'abolished' ? null : daysBetween(since, asOf),
        before,
      }
    },
  )
}

function latestEnd(rows: readonly HoldingTable[]): PlainDate | null {
  return rows.reduce<PlainDate | null>(
    (latest, row) => (row.valid_to !== null && (latest === null || row.valid_to > latest) ? row.valid_to : latest),
    null,
  )
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
