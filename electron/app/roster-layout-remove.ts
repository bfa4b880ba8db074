import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { readRosterLayout, readRosterLayouts } from '../store/roster-layout-store.ts'
import type { CommandContext } from './context.ts'

/** Takes a layout out of the book; the journal keeps it, and undo brings it back. @throws roster_layout_unknown */
export async function removeRosterLayout({ name }: Input<'rosterLayout.remove'>, context: CommandContext): Promise<Output<'rosterLayout.remove'>> {
  const { entry } = await context.commit({ summary: `删除花名册版式“${name}”` }, async (tx, journal) => {
    const row = await readRosterLayout(tx, name)
    if (row === undefined) throw new OperationError('roster_layout_unknown', { name, available: (await readRosterLayouts(tx)).map((one) => one.name).join('、') || '还没有保存过版式' })
    await journal.remove('roster_layout', row.id)
  })
  return { seq: entry.seq }
}
