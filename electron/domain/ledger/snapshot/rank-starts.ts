import type { PlainDate } from '../../model/plain-date.ts'
import type { RankStart } from '../../model/person.ts'
import { madeOf } from '../../model/made-of.ts'
import type { LedgerEventTable, PersonVersionTable } from '../rows/fact-rows.ts'
import { eventsOfType, eventsOn } from '../rows/table-groups.ts'

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
  const promoted = peopleIn(eventsOfType(rows.ledger_event)('rank.promote'))
  if (promoted.size === 0) return []
  const told = eventsOn(rows.ledger_event)
  const own = Map.groupBy(
    rows.person_version.filter((row) => row.valid_from <= asOf && promoted.has(row.person_id)),
    (row) => row.person_id,
  )
  return [...own].flatMap(([personId, versions]) => {
    const newest = versions.toSorted((left, right) => (left.valid_from < right.valid_from ? 1 : -1))
    const rank = newest[0]?.rank ?? null
    if (rank === null) return []
    const other = newest.findIndex((row) => row.rank !== rank)
    const first = newest[(other === -1 ? newest.length : other) - 1]
    const isTold = first !== undefined && told(personId, first.valid_from).some(({ type }) => type === 'rank.promote')
    return isTold ? [{ personId, since: first.valid_from }] : []
  })
}

const peopleIn = madeOf((events: readonly LedgerEventTable[]) => new Set(events.map((row) => row.person_id)))
