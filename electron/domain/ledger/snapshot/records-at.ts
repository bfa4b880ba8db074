import { emptyContent } from '../../../vocabulary/records.ts'
import { shanghaiDayOf } from '../../calendar/shanghai-day.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { RECORD_KINDS, recordSpan, type RecordBook, type RecordKind } from '../../model/records.ts'
import type { RecordTable } from '../rows/fact-rows.ts'
import { madeOf } from '../../model/made-of.ts'

/** What a record holds beside its columns; rows of a kind this version does not know are left out by the caller. */
const toRecord = madeOf((row: RecordTable, kind: RecordKind): unknown => ({
  // A row written before the kind gained a field says nothing of it.
  ...emptyContent(kind),
  ...JSON.parse(row.content),
  id: row.id,
  personId: row.person_id,
  unitId: row.unit_id,
  documentNumber: row.document_number,
  recordedOn: shanghaiDayOf(row.recorded_at),
  validFrom: row.valid_from,
  validTo: row.valid_to,
}))

/** The records a snapshot of the day carries, by kind and in the order they began. */
export function recordsAt(rows: readonly RecordTable[], asOf: PlainDate): RecordBook {
  const begun = rows
    .filter((row) => row.valid_from <= asOf)
    .toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : Number(left.valid_from > right.valid_from)))
  const byKind = Map.groupBy(begun, (row) => row.kind)
  const ofKind = (kind: RecordKind) => {
    const own = byKind.get(kind) ?? []
    return (
      recordSpan(kind) === 'history' ? own : own.filter((row) => row.valid_to === null || asOf < row.valid_to)
    ).map((row) => toRecord(row, kind))
  }
  // Content was checked by the kind's schema before it was written; the row cannot say so.
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, ofKind(kind)])) as unknown as RecordBook
}
