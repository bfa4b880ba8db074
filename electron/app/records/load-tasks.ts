import type { Input, Output } from '../../contract/operations.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { workTaskOf } from '../../domain/rules/packs/rule-pack.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import type { CommandContext } from '../context.ts'

/**
 * Takes the tasks, stages and reports that the document of the pack in force hands out into the book, those not there yet, to be
 * given their dates and marked as done. No entry where there is nothing new.
 */
export async function loadTasks(_: Input<'tasks.load'>, context: CommandContext): Promise<Output<'tasks.load'>> {
  const today = context.clock.today()
  const snapshot = await loadSnapshot(context.db, today)
  const pack = packInForce(snapshot)?.pack
  const known = new Set(snapshot.records.workTask.map((task) => task.code))
  const fresh = (pack?.tasks ?? []).filter((task) => !known.has(task.code))
  if (pack === undefined || fresh.length === 0) return { added: 0, seq: null }
  const from = pack.date !== '' && pack.date <= today ? pack.date : today
  const { entry } = await context.commit(
    { effectiveOn: from, summary: `载入《${pack.title}》的任务和阶段 ${fresh.length} 项` },
    (_tx, journal) =>
      journal.insert(
        'record',
        fresh.map((task) => ({
          id: context.newId(),
          kind: 'workTask',
          person_id: null,
          unit_id: null,
          content: JSON.stringify(workTaskOf(task, snapshot.book.name)),
          document_number: null,
          valid_from: from,
          valid_to: null,
          recorded_at: context.clock.now(),
        })),
      ),
  )
  return { added: fresh.length, seq: entry.seq }
}
