import { markedPersonIds as marksIn, withNames } from '../ledger/journal/person-marks.ts'
import type { JournalRecord } from '../ledger/journal/journal-record.ts'

/** Ids of the people the summaries are about. */
export function markedPersonIds(records: readonly JournalRecord[]): readonly string[] {
  return records.flatMap((record) => marksIn(record.summary))
}

/** An entry as the screen shows it under its operation's title, marks replaced by today's names. */
export function journalEntryView(record: JournalRecord, title: string, names: ReadonlyMap<string, string>) {
  return {
    ...record,
    title,
    summary: withNames(record.summary, names),
  }
}
