import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { compareText } from '../../model/counted-holding.ts'
import { mapInSteps, wholeOf } from '../../model/in-steps.ts'
import { madeOf } from '../../model/made-of.ts'
import type { Holding, Post } from '../../model/person.ts'
import type { MonthOrDate, PlainDate } from '../../model/plain-date.ts'
import type { HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { holdingOfRow } from './holding-of-row.ts'
import { begunHoldings, lineStarts, type LineRows } from './line-since.ts'
import { postStarts } from './post-starts.ts'
import type { SnapshotRows } from './snapshot-rows.ts'

/** Posts in force. */
export function postsAt(rows: Pick<SnapshotRows, 'post_version'>, asOf: PlainDate): BookSnapshot['posts'] {
  return wholeOf(postsInSteps(rows, asOf))
}

/** The same, so many at a time. */
export function postsInSteps(
  rows: Pick<SnapshotRows, 'post_version'>,
  asOf: PlainDate,
): Generator<void, BookSnapshot['posts']> {
  return mapInSteps(
    rows.post_version.filter((row) => rowInForce(row, asOf)),
    (row) => postOf(row),
  )
}

/** Holdings in force, so many at a time. */
export function* holdingsInSteps(rows: LineRows, asOf: PlainDate): Generator<void, BookSnapshot['holdings']> {
  const begun = begunHoldings(rows, asOf)
  yield
  const lines = lineStarts(rows, asOf, begun)
  yield
  const posts = postStarts(rows, asOf, begun)
  yield
  return yield* mapInSteps(
    rows.holding.filter((row) => rowInForce(row, asOf)),
    makerOf(lines, posts),
  )
}

/** Makes a holding of its row, with since when its person is in the line and in the post: worked out of all rows of that person. */
export function holdingMaker(rows: LineRows, asOf: PlainDate): (row: HoldingTable) => Holding {
  const begun = begunHoldings(rows, asOf)
  return makerOf(lineStarts(rows, asOf, begun), postStarts(rows, asOf, begun))
}

function makerOf(
  lines: ReadonlyMap<string, PlainDate>,
  posts: ReadonlyMap<string, MonthOrDate>,
): (row: HoldingTable) => Holding {
  return (row) => presentHolding(row, lines.get(row.id) ?? null, posts.get(row.id) ?? null)
}

/** 编外 holdings that began by the day, ended ones too. */
export function offQuotaUntil(rows: Pick<SnapshotRows, 'holding'>, asOf: PlainDate): BookSnapshot['offQuotaHistory'] {
  return rows.holding
    .filter((row) => row.kind === 'offQuota' && row.valid_from <= asOf)
    .map((row) => pastHolding(row))
    .toSorted((left, right) => compareText(left.validFrom, right.validFrom))
}

const postOf = madeOf((row: PostVersionTable): Post => ({
  id: row.post_id,
  unitId: row.unit_id,
  title: row.title,
  leadership: row.leadership,
  state: row.state,
}))

const presentHolding = madeOf(
  (row: HoldingTable, lineSince: PlainDate | null, postSince: MonthOrDate | null): Holding => {
    const holding = holdingOfRow(row, lineSince)
    return holding.postSince === postSince ? holding : { ...holding, postSince }
  },
)

const pastHolding = madeOf((row: HoldingTable): Holding => holdingOfRow(row, null))
