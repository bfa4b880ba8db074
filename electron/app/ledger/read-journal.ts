import { operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { earlierThan } from '../../domain/ledger/journal/clock-doubt.ts'
import { countJournal, readJournalPage, readPersonNames } from '../../store/journal-store.ts'
import type { QueryContext } from '../context.ts'
import { journalEntryView, markedPersonIds } from '../../domain/views/journal-entry-view.ts'

/** 变动台账, newest first. */
export async function readJournal(
  input: Input<'journal.read'>,
  context: QueryContext,
): Promise<Output<'journal.read'>> {
  const limit = input.limit ?? 100
  // One more: what the last one shown followed upon.
  const page = await readJournalPage(context.db, { before: input.before ?? null, limit: limit + 1 })
  const records = page.slice(0, limit)
  const names = await readPersonNames(context.db, markedPersonIds(records))
  return {
    entries: records.map((record, at) => ({
      ...journalEntryView(record, operationTitle(record.operation), names),
      earlierThan: earlierThan(record.recordedAt, page[at + 1]?.recordedAt),
    })),
    total: await countJournal(context.db),
  }
}
