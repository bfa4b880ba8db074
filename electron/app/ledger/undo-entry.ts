import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readActs, type Acts } from '../../domain/ledger/journal/history.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'
import { readHistoryRecord, readReversals } from '../../store/journal-history-store.ts'
import type { Transaction } from 'kysely'
import type { CommandContext } from '../context.ts'
import { newestAct } from './newest-act.ts'
import { takeBack } from './take-back.ts'
import { fillNames } from './fill-names.ts'

/**
 * 撤销: takes an entry back by an entry of its own; nothing leaves the journal. Without a number the newest act that stands.
 * Naming an undo redoes what it took back.
 * @throws `nothing_to_undo`, `undo_frozen`, `undo_blocked` with the later entries in the way.
 */
export async function undoEntry(
  input: Input<'journal.undo'>,
  context: CommandContext,
): Promise<Output<'journal.undo'>> {
  const { result, entry } = await context.commit(
    { reason: input.reason ?? null, summary: '撤销' },
    async (tx, journal) => {
      const acts = readActs(await readReversals(tx))
      const target = await entryToTakeBack(tx, input.seq, acts)
      return { reverses: target.seq, summary: await takeBack(tx, journal, { target, acts, report: context.report }) }
    },
  )
  return { seq: entry.seq, reverses: result.reverses, text: await fillNames(context.db, result.summary) }
}

/** The entry of that number, or without one the newest act that stands. @throws `nothing_to_undo`, `undo_frozen` */
export function entryToTakeBack(
  tx: Transaction<BookDatabase>,
  seq: number | undefined,
  acts: Acts,
): Promise<HistoryRecord> {
  return seq === undefined ? newestStanding(tx, acts) : namedEntry(tx, seq, acts)
}

async function newestStanding(tx: Transaction<BookDatabase>, acts: Acts): Promise<HistoryRecord> {
  const newest = await newestAct(tx, acts)
  // What made the book is no act of the clerk's: with everything else taken back there is nothing left.
  if (newest === null || newest.operation === 'book.create') throw new Refusal('nothing_to_undo')
  return newest
}

/** An undo that was itself taken back and done again stands for its newest successor. */
async function namedEntry(tx: Transaction<BookDatabase>, seq: number, acts: Acts): Promise<HistoryRecord> {
  const act = acts.of(seq)
  const target = await readHistoryRecord(tx, acts.depth(seq) % 2 === 1 && !act.standing ? act.tip : seq)
  if (target === null) throw new Refusal('undo_frozen', { seq, why: '台账里没有这一条' })
  return target
}
