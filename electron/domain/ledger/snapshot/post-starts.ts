import type { MonthOrDate, PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable, LedgerEventTable } from '../rows/fact-rows.ts'
import { isMany, listOf } from '../../model/one-or-more.ts'
import { eventsOn } from '../rows/table-groups.ts'
import { begunHoldings, type BegunHoldings } from './line-since.ts'

/*
 * 任现职时间: what a roster or a paper says of the seat; else the day of the event by which somebody sat down in the post. A promotion or a change
 * of category splits the holding and not the time in the post, and a 整建制转移 takes people along in theirs. The day of an import says nothing.
 */

/** The holdings may be those of a few people; the events are the book's. */
interface PostRows {
  readonly holding: readonly HoldingTable[]
  readonly ledger_event: readonly LedgerEventTable[]
}

/** Since when each holding in force on the day has been in its post, by the holding's id; absent where nothing says so. */
export function postStarts(
  rows: PostRows,
  asOf: PlainDate,
  begun: BegunHoldings = begunHoldings(rows, asOf),
): ReadonlyMap<string, MonthOrDate> {
  const told = eventsOn(rows.ledger_event)
  const starts = new Map<string, MonthOrDate>()
  for (const group of begun.values()) {
    if (!isMany(group) && group.post_since === null && rows.ledger_event.length === 0) continue
    const list = listOf(group)
    for (const row of list) {
      if (row.valid_to !== null && row.valid_to <= asOf) continue
      const since = startOf(row, list, (day) => told(row.person_id, day))
      if (since !== null) starts.set(row.id, since)
    }
  }
  return starts
}

function startOf(
  present: HoldingTable,
  own: readonly HoldingTable[],
  told: (day: PlainDate) => readonly LedgerEventTable[],
): MonthOrDate | null {
  let first = present
  for (;;) {
    if (first.post_since !== null) return first.post_since
    const { valid_from: from, kind, post_id: post } = first
    const before = own.find((other) => other.valid_to === from && other.kind === kind)
    const events = told(from)
    if (before === undefined || (before.post_id !== post && !events.some(({ type }) => type === 'batch.transfer')))
      return events.length === 0 ? null : from
    first = before
  }
}
