import { operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { countJournal, readJournalPage, readPersonNames } from '../../store/journal-store.ts'
import type { QueryContext } from '../context.ts'
import { journalEntryView, markedPersonIds } from '../../domain/views/journal-entry-view.ts'

/** 变动台账, newest first. */
export async function readJournal(
  input: Input<'journal.read'>,
  context: QueryContext,
): Promise<Output<'journal.read'>> {
  const records = await readJournalPage(context.db, { before: input.before ?? null, limit: input.limit ?? 100 })
  const names = await readPersonNames(context.db, markedPersonIds(records))
  return {
    entries: records.map((record) => journalEntryView(record, operationTitle(record.operation), names)),
    total: await countJournal(context.db),
  }
}
