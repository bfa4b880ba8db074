import type { BookSnapshot, DocumentRecord, LedgerChange } from '../../model/book-snapshot.ts'
import { shanghaiDayOf } from '../../calendar/shanghai-day.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { differenceOf } from '../../model/changed-in.ts'
import { madeOf } from '../../model/made-of.ts'
import { exitsSince } from './exits-at.ts'
import type { BasisDocumentTable, LedgerEventTable } from '../rows/fact-rows.ts'

import { rowInForce } from '../rows/row-in-force.ts'
import { eventsOfYear } from '../rows/table-groups.ts'
import type { SnapshotRows } from './snapshot-rows.ts'
import { compareText } from '../../model/counted-holding.ts'

/** What the book learnt and when: documents, events, changes of people. */
export function learntAt(
  rows: SnapshotRows,
  asOf: PlainDate,
): Pick<BookSnapshot, 'documents' | 'changes' | 'personChanges'> {
  return {
    documents: documentsAt(rows),
    changes: changesAt(rows.ledger_event, asOf),
    personChanges: personChangesAt(rows, asOf),
  }
}

export function documentsAt(rows: Pick<SnapshotRows, 'basis_document'>): BookSnapshot['documents'] {
  return rows.basis_document.map((row) => documentOf(row))
}

/** Events of the remembered years up to the day, oldest first: of a long history only those years are gone through. */
export function changesAt(events: readonly LedgerEventTable[], asOf: PlainDate): readonly LedgerChange[] {
  const since = exitsSince(asOf)
  const ofYear = eventsOfYear(events)
  const changes: LedgerChange[] = []
  const [first, last] = [since, asOf].map((day) => Number(day.slice(0, 4)))
  for (let year = first ?? 0; year <= (last ?? 0); year += 1)
    for (const row of ofYear(String(year).padStart(4, '0')))
      if (row.effective_on <= asOf && row.effective_on >= since) changes.push(changeOf(row))
  return changes
}

function remembered(rows: readonly LedgerEventTable[], asOf: PlainDate): readonly LedgerChange[] {
  const since = exitsSince(asOf)
  return rows.filter((row) => row.effective_on <= asOf && row.effective_on >= since).map((row) => changeOf(row))
}

/** The same from those before: a few events more or less are put in or taken out. */
export function changesAfter(
  before: { readonly events: readonly LedgerEventTable[]; readonly changes: readonly LedgerChange[] },
  events: readonly LedgerEventTable[],
  asOf: PlainDate,
): readonly LedgerChange[] {
  const { gone, come } = differenceOf(before.events, events)
  if (gone.length + come.length > FEW) return changesAt(events, asOf)
  const [left, added] = [remembered(gone, asOf), remembered(come, asOf)]
  if (left.length === 0 && added.length === 0) return before.changes
  const next = left.length === 0 ? [...before.changes] : before.changes.filter((change) => !left.includes(change))
  for (const change of added) next.splice(placeIn(next, change), 0, change)
  return next
}

/** So few events are put in one by one. */
const FEW = 32

function placeIn(changes: readonly LedgerChange[], change: LedgerChange): number {
  let [from, to] = [0, changes.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const there = changes[middle]
    if (there !== undefined && byDay(there, change) <= 0) from = middle + 1
    else to = middle
  }
  return from
}

function byDay(left: LedgerChange, right: LedgerChange): number {
  return compareText(left.on, right.on) || compareText(left.id, right.id)
}

/** What changed of people in the remembered years and still is so on the day. */
export function personChangesAt(
  rows: Pick<SnapshotRows, 'person_version'>,
  asOf: PlainDate,
): BookSnapshot['personChanges'] {
  const since = exitsSince(asOf)
  const recent = rows.person_version.filter((row) => row.valid_from >= since && rowInForce(row, asOf))
  if (recent.length === 0) return []
  const begunEarlier = new Map<string, PlainDate>()
  for (const row of rows.person_version) {
    const known = begunEarlier.get(row.person_id)
    if (known === undefined || row.valid_from < known) begunEarlier.set(row.person_id, row.valid_from)
  }
  return recent.map((row) => ({
    id: row.id,
    personId: row.person_id,
    from: row.valid_from,
    recordedOn: shanghaiDayOf(row.recorded_at),
    followsAnother: begunEarlier.get(row.person_id) !== row.valid_from,
  }))
}

const documentOf = madeOf((row: BasisDocumentTable): DocumentRecord => ({
  id: row.id,
  number: row.number,
  title: row.title,
  issuingBody: row.issuing_body,
  issuedOn: row.issued_on,
  recordedOn: shanghaiDayOf(row.recorded_at),
}))

const changeOf = madeOf((row: LedgerEventTable): LedgerChange => ({
  id: row.id,
  type: row.type,
  on: row.effective_on,
  recordedOn: shanghaiDayOf(row.recorded_at),
  personId: row.person_id,
  unitId: row.unit_id,
  otherUnitId: row.other_unit_id,
  category: row.category,
  cause: row.cause,
  documentNumber: row.document_number,
  correction: row.is_correction === 1,
}))
