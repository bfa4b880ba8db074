import type { FactWrite } from '../domain/ledger/planning/event-plan.ts'
import type { JournalWriter } from './journal.ts'

/** Does the writes in their order, each journalled. */
export async function writeFacts(journal: JournalWriter, writes: readonly FactWrite[]): Promise<void> {
  for (const write of writes) {
    // Insert by insert: an event writes few rows, and each may be about the row before it.
    if (write.op === 'insert') await journal.insert(write.table, [write.row])
    else if (write.op === 'remove') await journal.remove(write.table, write.id)
    else await journal.update(write.table, write.id, write.set)
  }
}
