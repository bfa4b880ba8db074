import { firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable, LedgerEventTable, PostVersionTable } from '../rows/fact-rows.ts'
import { isMany, listOf, oneOrMore, type OneOrMore } from '../../model/one-or-more.ts'
import { eventsOn } from '../rows/table-groups.ts'

/*
 * Since when somebody is in their line (机构 × 编制类型). A merger, a rename or a 整建制转移 takes them along: their place among the others is
 * the one they had. Their own move into a line begins a new date. A stay that begins in the book begins on 入编时间 where that is known: a
 * roster says when somebody came in, and the day it was imported says nothing.
 */

/** What the date is worked out from: ended rows too. Holdings and posts may be those of a few people; the events are the book's. */
export interface LineRows {
  readonly holding: readonly HoldingTable[]
  readonly post_version: readonly PostVersionTable[]
  readonly ledger_event: readonly LedgerEventTable[]
}

/** A stretch of days on which a person is counted in one line. */
interface Stretch {
  readonly row: HoldingTable
  readonly line: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** Each person's holdings that began by the day. */
export type BegunHoldings = OneOrMore<HoldingTable>

export function begunHoldings(rows: Pick<LineRows, 'holding'>, asOf: PlainDate): BegunHoldings {
  return oneOrMore(rows.holding, (row) => (row.valid_from <= asOf ? row.person_id : null))
}

function isCounted(row: HoldingTable): boolean {
  return (
    row.occupies_quota === 1 &&
    row.category !== null &&
    row.post_id !== null &&
    (row.kind === 'substantive' || row.kind === 'concurrent')
  )
}

/** First day in the present line, by the id of the counted holding in force on the day. */
export function lineStarts(
  rows: LineRows,
  asOf: PlainDate,
  begun: BegunHoldings = begunHoldings(rows, asOf),
): ReadonlyMap<string, PlainDate> {
  const versions = oneOrMore(rows.post_version, (version) => (version.valid_from <= asOf ? version.post_id : null))
  const told = eventsOn(rows.ledger_event)
  const starts = new Map<string, PlainDate>()
  for (const [personId, theirs] of begun) {
    if (!isMany(theirs)) {
      if (!isCounted(theirs)) continue
      const version = versions.get(theirs.post_id ?? '')
      if (version === undefined) continue
      if (!isMany(version)) {
        // Most people: one seat, always the same. What is said below of the first stretch, without looking for one before it.
        const days = daysOf(theirs, version)
        if (days !== null && days.from <= asOf && (days.to === null || asOf < days.to))
          starts.set(theirs.id, beginningOf(days))
        continue
      }
    }
    const counted = listOf(theirs).filter(isCounted)
    const stretches = counted.flatMap((row) => stretchesOf(row, listOf(versions.get(row.post_id ?? ''))))
    for (const present of stretches) {
      if (!(present.from <= asOf && (present.to === null || asOf < present.to))) continue
      starts.set(
        present.row.id,
        startOf(present, stretches, (day) => told(personId, day).some(({ type }) => type === 'batch.transfer')),
      )
    }
  }
  return starts
}

/** The days of a holding, cut where its post goes to another unit. */
function stretchesOf(row: HoldingTable, versions: readonly PostVersionTable[]): readonly Stretch[] {
  return versions.flatMap((version) => {
    const days = daysOf(row, version)
    return days === null ? [] : [{ ...days, line: `${version.unit_id}|${row.category ?? ''}` }]
  })
}

/** Those on which the post was as this version has it; null where there are none. */
function daysOf(row: HoldingTable, version: PostVersionTable): Omit<Stretch, 'line'> | null {
  const from = version.valid_from > row.valid_from ? version.valid_from : row.valid_from
  const to = earlier(version.valid_to, row.valid_to)
  return to !== null && to <= from ? null : { row, from, to }
}

/** Goes back from the present stretch through whatever took the person along, to where they came in on their own. */
function startOf(present: Stretch, stretches: readonly Stretch[], tookAlong: (day: PlainDate) => boolean): PlainDate {
  let first = present
  for (;;) {
    const { from, line, row } = first
    const before = stretches.find((other) => other.to === from)
    if (before === undefined) return beginningOf(first)
    // A holding that runs across the day did not move: its post did, with the unit or with the others.
    if (before.line !== line && before.row !== row && !tookAlong(from)) return from
    first = before
  }
}

/** A stay that begins in the book begins on 入编时间 where that is known. */
function beginningOf({ row, from }: Omit<Stretch, 'line'>): PlainDate {
  return row.entered_on === null ? from : firstDayOf(row.entered_on)
}

function earlier(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
