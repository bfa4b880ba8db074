import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { wholeOf } from '../../model/in-steps.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { decisionsAt } from './decisions-at.ts'
import { exitsAt } from './exits-at.ts'
import { holdingsInSteps, offQuotaUntil, postsInSteps } from './holdings-at.ts'
import { learntAt } from './learnt-at.ts'
import { limitsAt } from './limits-at.ts'
import { noticesAt } from './notices-at.ts'
import { ownFieldOf } from './own-field-of.ts'
import { peopleInSteps, wantedOn } from './people-at.ts'
import { rankStarts } from './rank-starts.ts'
import { recordsAt } from './records-at.ts'
import { adoptedLawsOf, holidayTableOf, localPackOf } from './decided-here.ts'
import type { SnapshotRows } from './snapshot-rows.ts'
import { unitsAt, quotasAt } from './units-at.ts'

/**
 * The book as it was on a day, from its rows: the one place where rows become what the rules and figures read.
 * The same for the present tables, for a replay of the journal, and for a change that is only being considered.
 */
export function snapshotAt(rows: SnapshotRows, asOf: PlainDate): BookSnapshot {
  return wholeOf(snapshotInSteps(rows, asOf))
}

/** The same, a part at a time: the rows of many people are most of the work. */
export function* snapshotInSteps(rows: SnapshotRows, asOf: PlainDate): Generator<void, BookSnapshot> {
  const book = rows.book[0]
  if (book === undefined) throw new Error('a book without its book row')
  const units = unitsAt(rows, asOf)
  yield
  const quotas = quotasAt(rows, asOf)
  yield
  const posts = yield* postsInSteps(rows, asOf)
  yield
  const people = yield* peopleInSteps(rows, asOf, wantedOn(rows, asOf))
  yield
  const holdings = yield* holdingsInSteps(rows, asOf)
  yield
  return {
    asOf,
    book: { name: book.name, packId: book.pack_id, packFrom: book.pack_from },
    localPack: localPackOf(rows.rule_pack.find((row) => row.id === book.pack_id)),
    adoptedLaws: adoptedLawsOf(rows.setting),
    holidays: rows.holiday_calendar.map(holidayTableOf),
    ...units,
    ...quotas,
    posts,
    people,
    rankStarts: rankStarts(rows, asOf),
    holdings,
    offQuotaHistory: offQuotaUntil(rows, asOf),
    ...decisionsAt(rows, asOf),
    ...noticesAt(rows, asOf),
    exits: exitsAt(rows, asOf),
    ...limitsAt(rows, asOf),
    ...learntAt(rows, asOf),
    records: recordsAt(rows.record, asOf),
    ownFields: rows.own_field.flatMap((row) => ownFieldOf(row) ?? []),
  }
}
