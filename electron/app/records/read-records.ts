import type { Input, Output } from '../../contract/operations.ts'
import { RECORD_KIND_NAMES } from '../../contract/records.ts'
import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { recordSpan } from '../../domain/model/records.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { RecordTable } from '../../domain/ledger/rows/fact-rows.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { recordNames } from './record-names.ts'
import { isRecordKind, recordView } from '../../domain/views/record-view.ts'

/** 资料 as they stood on a day, the newest first: one kind, one person's, or all; and how many there are of every kind. */
export async function readRecords(
  input: Input<'records.read'>,
  context: QueryContext,
): Promise<Output<'records.read'>> {
  const asOf = input.asOf ?? input.believedOn ?? context.clock.today()
  const facts =
    input.believedOn === undefined
      ? await loadFacts(context.db)
      : await replayFacts(context.db, { instant: endOfShanghaiDay(input.believedOn) })
  const there = facts.record.filter((row) => isThere(row, asOf))
  const wanted = there.filter(
    (row) =>
      (input.kind === undefined || row.kind === input.kind) &&
      (input.personId === undefined || row.person_id === input.personId),
  )
  const names = recordNames(ledgerBook(facts), asOf)
  const counts = new Map<string, number>(RECORD_KIND_NAMES.map((kind) => [kind, 0]))
  for (const row of there) if (isRecordKind(row.kind)) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1)
  return {
    asOf,
    records: wanted
      .toSorted((left, right) => (left.valid_from > right.valid_from ? -1 : Number(left.valid_from < right.valid_from)))
      .flatMap((row) => recordView(row, names) ?? []),
    counts: Object.fromEntries(counts),
  }
}

/** In force on the day, or begun by then where ended ones are kept in sight. */
function isThere(row: RecordTable, asOf: PlainDate): boolean {
  if (row.valid_from > asOf || !isRecordKind(row.kind)) return false
  return recordSpan(row.kind) === 'history' || row.valid_to === null || asOf < row.valid_to
}
