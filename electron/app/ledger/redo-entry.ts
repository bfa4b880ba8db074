import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readActs, type Acts } from '../../domain/ledger/journal/history.ts'
import { readHistoryRecord, readReversals } from '../../store/journal-history-store.ts'
import type { CommandContext } from '../context.ts'
import { takeBack } from './take-back.ts'
import { fillNames } from './fill-names.ts'

/**
 * 重做: takes an undo back, the newest one when none is named. Naming the entry that was undone means its undo.
 * @throws `nothing_to_redo`, `redo_blocked` with the entries registered since that are in the way.
 */
export async function redoEntry(
  input: Input<'journal.redo'>,
  context: CommandContext,
): Promise<Output<'journal.redo'>> {
  const { result, entry } = await context.commit({ summary: '重做' }, async (tx, journal) => {
    const acts = readActs(await readReversals(tx))
    const undo = undoToTakeBack(input.seq, acts)
    const target = undo === null ? null : await readHistoryRecord(tx, undo)
    if (target === null) throw new Refusal('nothing_to_redo')
    return { reverses: target.seq, summary: await takeBack(tx, journal, { target, acts, report: context.report }) }
  })
  return { seq: entry.seq, reverses: result.reverses, text: await fillNames(context.db, result.summary) }
}

function undoToTakeBack(seq: number | undefined, acts: Acts): number | null {
  const act = seq === undefined ? acts.undone[0] : acts.of(seq)
  return act === undefined || act.standing ? null : act.tip
}
