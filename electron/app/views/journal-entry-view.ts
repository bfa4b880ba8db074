import { OPERATIONS, isOperationName } from '../../contract/operations.ts'
import type { JournalEntryView } from '../../contract/shapes.ts'
import type { JournalRecord } from '../../store/journal-store.ts'

/*
 * Summaries carry no person's name: a journal entry is never changed, a name may have to be erased. Where an entry is about a
 * person its summary holds a mark instead, and the name is put in when it is read.
 */

const MARK = /\{person:([^{}]+)\}/g

export { personMark } from '../../domain/ledger/pieces.ts'

/** Ids of the people the summaries are about. */
export function markedPersonIds(records: readonly JournalRecord[]): readonly string[] {
  return records.flatMap((record) => [...record.summary.matchAll(MARK)].map((match) => match[1] ?? ''))
}

/** An entry as the screen shows it, marks replaced by today's names. */
export function journalEntryView(record: JournalRecord, names: ReadonlyMap<string, string>): JournalEntryView {
  return {
    ...record,
    title: isOperationName(record.operation) ? OPERATIONS[record.operation].title : record.operation,
    summary: withNames(record.summary, names),
  }
}

/** A summary with names in the place of its marks. */
export function withNames(summary: string, names: ReadonlyMap<string, string>): string {
  return summary.replaceAll(MARK, (_, id: string) => names.get(id) ?? '已清除的人员')
}
