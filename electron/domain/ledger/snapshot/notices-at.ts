import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { ObjectionTable } from '../rows/fact-rows.ts'

import type { SnapshotRows } from './snapshot-rows.ts'
import { compareText } from '../../model/counted-holding.ts'

/** Notices posted by the day, as far as their life had gone by then. */
export function noticesAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'notices' | 'objections'> {
  const closed = new Map(
    rows.notice_closing.filter((row) => row.closed_on <= asOf).map((row) => [row.notice_id, row.closed_on]),
  )
  const settled = (row: ObjectionTable) => row.closed_on !== null && row.closed_on <= asOf
  return {
    notices: rows.notice
      .filter((row) => row.posted_on <= asOf)
      .toSorted((left, right) => compareText(left.posted_on, right.posted_on) || compareText(left.number, right.number))
      .map((row) => ({
        id: row.id,
        number: row.number,
        asOf: row.as_of,
        postedOn: row.posted_on,
        endsOn: row.ends_on,
        closedOn: closed.get(row.id) ?? null,
      })),
    objections: rows.objection
      .filter((row) => row.received_on <= asOf)
      .toSorted((left, right) => compareText(left.received_on, right.received_on) || compareText(left.id, right.id))
      .map((row) => ({
        id: row.id,
        noticeId: row.notice_id,
        receivedOn: row.received_on,
        closedOn: settled(row) ? row.closed_on : null,
        outcome: settled(row) ? row.outcome : null,
      })),
  }
}
