import type { MonthOrDate, PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable, LedgerEventTable } from '../rows/fact-rows.ts'
import { isMany, listOf, oneOrMore } from '../../model/one-or-more.ts'

/*
 * 任现职时间: what a roster or a paper says of the seat; else the day of the event by which somebody sat down in the post. A promotion or a change
 * of category splits the holding and not the time in the post, and a 整建制转移 takes people along in theirs. The day of an import says nothing.
 */

interface PostRows {
  readonly holding: readonly HoldingTable[]
  readonly ledger_event: readonly LedgerEventTable[]
}

/** Since when each holding in force on the day has been in its post, by the holding's id; absent where nothing says so. */
export function postStarts(rows: PostRows, asOf: PlainDate): ReadonlyMap<string, MonthOrDate> {
  const told = new Map<string, Set<string>>()
  for (const { person_id: person, effective_on: on, type } of rows.ledger_event) {
    if (person === null || on > asOf) continue
    const key = `${person}|${on}`
    told.set(key, (told.get(key) ?? new Set()).add(type))
  }
  const own = oneOrMore(rows.holding, (row) => (row.valid_from <= asOf ? row.person_id : null))
  const starts = new Map<string, MonthOrDate>()
  for (const group of own.values()) {
    if (!isMany(group) && group.post_since === null && told.size === 0) continue
    const list = listOf(group)
    for (const row of list) {
      if (row.valid_to !== null && row.valid_to <= asOf) continue
      const since = startOf(row, list, (day) => told.get(`${row.person_id}|${day}`))
      if (since !== null) starts.set(row.id, since)
    }
  }
  return starts
}

function startOf(
  present: HoldingTable,
  own: readonly HoldingTable[],
  told: (day: PlainDate) => ReadonlySet<string> | undefined,
): MonthOrDate | null {
  let first = present
  for (;;) {
    if (first.post_since !== null) return first.post_since
    const { valid_from: from, kind, post_id: post } = first
    const before = own.find((other) => other.valid_to === from && other.kind === kind)
    const events = told(from)
    if (before === undefined || (before.post_id !== post && events?.has('batch.transfer') !== true))
      return events === undefined ? null : from
    first = before
  }
}
