import type { Transaction } from 'kysely'
import type { OperationName } from '../../contract/operations.ts'
import type { Acts } from '../../domain/ledger/journal/history.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'
import { readNewestAct } from '../../store/journal-history-store.ts'

/**
 * What the program writes down in passing while the clerk does something else. She knows of no such act, so 撤销 means her last change of data;
 * from the history it can still be taken back. What she keeps or lets go by a button of its own (a roster's layout) is not of this kind.
 */
const IN_PASSING = ['template.remember', 'notice.saveDraft', 'package.make'] as const satisfies readonly OperationName[]

/** The act that 撤销 means when no entry is named; null: there is none. */
export function newestAct(tx: Transaction<BookDatabase>, acts: Acts): Promise<HistoryRecord | null> {
  return readNewestAct(tx, { entries: acts.undone.map((act) => act.root), operations: IN_PASSING })
}
