import type { PlainDate } from '../../model/plain-date.ts'
import type { RankStart } from '../../model/person.ts'
import type { LedgerEventTable, PersonVersionTable } from '../rows/fact-rows.ts'

/*
 * 任现职级时间 as far as the book's own events tell: the day of the 职级晋升 that gave the present 职级. What a roster or a correction brought
 * begins on the day it was entered, which says nothing.
 */

interface RankRows {
  readonly person_version: readonly PersonVersionTable[]
  readonly ledger_event: readonly LedgerEventTable[]
}

/** Since when people bear the 职级 they have on the day, where an event says so. */
export function rankStarts(rows: RankRows, asOf: PlainDate): readonly RankStart[] {
  const promoted = new Set(
    rows.ledger_event.flatMap((row) =>
      row.type === 'rank.promote' && row.person_id !== null && row.effective_on <= asOf
        ? [`${row.person_id}|${row.effective_on}`]
        : [],
    ),
  )
  if (promoted.size === 0) return []
  const own = Map.groupBy(
    rows.person_version.filter((row) => row.valid_from <= asOf),
    (row) => row.person_id,
  )
  return [...own].flatMap(([personId, versions]) => {
    const newest = versions.toSorted((left, right) => (left.valid_from < right.valid_from ? 1 : -1))
    const rank = newest[0]?.rank ?? null
    if (rank === null) return []
    const other = newest.findIndex((row) => row.rank !== rank)
    const first = newest[(other === -1 ? newest.length : other) - 1]
    if (first === undefined || !promoted.has(`${personId}|${first.valid_from}`)) return []
    return [{ personId, since: first.valid_from }]
  })
}
