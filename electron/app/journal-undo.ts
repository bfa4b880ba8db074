import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { readActs, type Acts } from '../domain/ledger/history.ts'
import type { BookDatabase } from '../store/book-database.ts'
import { readHistoryRecord, readReversals, type HistoryRecord } from '../store/journal-history-store.ts'
import type { Transaction } from 'kysely'
import type { CommandContext } from './context.ts'
import { newestAct } from './newest-act.ts'
import { takeBack } from './take-back.ts'
import { fillNames } from './views/history-entry-view.ts'

/**
 * 撤销: takes an entry back by an entry of its own; nothing leaves the journal. Without a number the newest act that stands.
 * Naming an undo redoes what it took back.
 * @throws `nothing_to_undo`, `undo_frozen`, `undo_blocked` with the later entries in the way.
 */
export async function undoEntry(input: Input<'journal.undo'>, context: CommandContext): Promise<Output<'journal.undo'>> {
  const { result, entry } = await context.commit({ reason: input.reason ?? null, summary: '撤销' }, async (tx, journal) => {
    const acts = readActs(await readReversals(tx))
    const target = input.seq === undefined ? await newestStanding(tx, acts) : await namedEntry(tx, input.seq, acts)
    return { reverses: target.seq, summary: await takeBack(tx, journal, { target, acts, report: context.report }) }
  })
  return { seq: entry.seq, reverses: result.reverses, text: await fillNames(context.db, result.summary) }
}

async function newestStanding(tx: Transaction<BookDatabase>, acts: Acts): Promise<HistoryRecord> {
  const newest = await newestAct(tx, acts)
  // What made the book is no act of the clerk's: with everything else taken back there is nothing left.
  if (newest === null || newest.operation === 'book.create') throw new OperationError('nothing_to_undo')
  return newest
}

/** An undo that was itself taken back and done again stands for its newest successor. */
async function namedEntry(tx: Transaction<BookDatabase>, seq: number, acts: Acts): Promise<HistoryRecord> {
  const act = acts.of(seq)
  const target = await readHistoryRecord(tx, acts.depth(seq) % 2 === 1 && !act.standing ? act.tip : seq)
  if (target === null) throw new OperationError('undo_frozen', { seq, why: '台账里没有这一条' })
  return target
}
