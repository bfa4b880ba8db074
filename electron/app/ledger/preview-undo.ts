import { shanghaiDayOf } from '../../domain/calendar/shanghai-day.ts'
import type { Transaction } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import { operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { readActs } from '../../domain/ledger/journal/history.ts'
import { undoExtent, type UndoExtent } from '../../domain/ledger/journal/undo-extent.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readEventMarks, readHistoryRecord, readNamesEver, readReversals } from '../../store/journal-history-store.ts'
import type { QueryContext } from '../context.ts'
import { entryTitle } from '../../domain/views/history-entry-view.ts'
import { fillNames } from './fill-names.ts'
import { entryToTakeBack } from './undo-entry.ts'
import { rowsFreeToGo } from './take-back.ts'

/** Whole workbooks: one key press must not lose what took a morning to put right. */
const IMPORTS: ReadonlySet<string> = new Set(['import.commit', 'records.import'])

/** So many people are named; of more their number is said. */
const NAMED = 8

/**
 * What 撤销 would take out of the book, before it is done. `ask`: more than one person, an import, or an entry of an earlier day; the
 * window then asks. An undo that is itself taken back (重做) brings back and is not asked for.
 * @throws `nothing_to_undo`, `undo_frozen`, `undo_blocked` as the undo does: what cannot be taken back is not asked for. People and numbers
 * registered since for a unit that would go are found only by the undo itself.
 */
export function previewUndo(input: Input<'undo.preview'>, context: QueryContext): Promise<Output<'undo.preview'>> {
  return context.db.transaction().execute(async (tx) => {
    const acts = readActs(await readReversals(tx))
    const target = await entryToTakeBack(tx, input.seq, acts)
    const depth = acts.depth(target.seq)
    const root = depth === 0 ? target : await readHistoryRecord(tx, acts.of(target.seq).root)
    if (root === null) throw new Refusal('undo_frozen', { seq: target.seq, why: '台账里没有这一条' })
    const marks = await readEventMarks(tx, [root.seq])
    const { changes } = await rowsFreeToGo(tx, target, acts)
    const extent = undoExtent(changes)
    const redoing = depth % 2 === 1
    const recordedOn = shanghaiDayOf(target.recordedAt)
    const earlier = recordedOn < context.clock.today()
    const people = extent.peopleGone.length + extent.peopleChanged.length
    const imported = IMPORTS.has(root.operation)
    return {
      seq: target.seq,
      entry: root.seq,
      title: entryTitle(operationTitle(root.operation), marks.get(root.seq)?.type ?? null, 0),
      text: await fillNames(tx, root.summary),
      recordedOn,
      earlier,
      imported,
      people,
      ask: !redoing && (people > 1 || imported || earlier),
      lines: await linesOf(tx, extent, { recordedOn, earlier }),
    }
  })
}

async function linesOf(
  tx: Transaction<BookDatabase>,
  { peopleGone, peopleChanged, unitsGone, quotas, rows }: UndoExtent,
  { recordedOn, earlier }: { readonly recordedOn: string; readonly earlier: boolean },
): Promise<string[]> {
  const names = async (ids: readonly string[]) => {
    const known = await readNamesEver(tx, ids.slice(0, NAMED))
    const listed = ids.slice(0, NAMED).map((id) => known.get(id) ?? '（没有姓名）')
    return `${listed.join('、')}${ids.length > NAMED ? ` 等 ${ids.length} 人` : ''}`
  }
  const lines: string[] = []
  if (peopleGone.length > 0) lines.push(`${peopleGone.length} 人不再在编制本里：${await names(peopleGone)}`)
  if (peopleChanged.length > 0) lines.push(`${peopleChanged.length} 人的登记改回去：${await names(peopleChanged)}`)
  if (unitsGone > 0) lines.push(`${unitsGone} 个机构不再在编制本里`)
  if (quotas > 0) lines.push(`${quotas} 项核定数改回去`)
  lines.push(`共 ${rows} 处记录改回登记以前的样子`)
  if (earlier) lines.push(`它是 ${recordedOn} 登记的，不是今天`)
  return lines
}
