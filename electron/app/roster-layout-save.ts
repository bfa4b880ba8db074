import type { Input, Output } from '../contract/operations.ts'
import { readRosterLayout, writeRosterLayout } from '../store/roster-layout-store.ts'
import type { CommandContext } from './context.ts'
import { checkFields } from './draft-adhoc.ts'

/** Keeps a layout by its name, in place of an earlier one. @throws roster_field_unknown */
export async function saveRosterLayout({ name, layout }: Input<'rosterLayout.save'>, context: CommandContext): Promise<Output<'rosterLayout.save'>> {
  checkFields(layout)
  const text = JSON.stringify(layout)
  const known = await readRosterLayout(context.db, name)
  if (known?.layout === text) return { id: known.id, seq: null }
  const row = { id: context.newId(), name, layout: text, recorded_at: context.clock.now() }
  const { result, entry } = await context.commit({ summary: `${known === undefined ? '保存' : '修改'}花名册版式“${name}”，${layout.fields.length} 栏` }, (tx, journal) => writeRosterLayout(tx, journal, row))
  return { id: result, seq: entry.seq }
}
