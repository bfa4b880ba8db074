import { rosterLayout } from '../../contract/adhoc-operations.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { personFields } from '../../domain/fill/person-fields.ts'
import { readRosterLayouts, readRosterLayout, writeRosterLayout } from '../../store/roster-layout-store.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import type { QueryContext, CommandContext } from '../context.ts'
import { checkFields } from './make-adhoc.ts'

/** Saved layouts, and the fields there are. One that a later program wrote and this one cannot read stays in the book and is not offered. */
export async function listRosterLayouts(
  _input: Input<'rosterLayout.list'>,
  { db }: QueryContext,
): Promise<Output<'rosterLayout.list'>> {
  const layouts = (await readRosterLayouts(db)).flatMap(({ id, name, layout }) => {
    const parsed = rosterLayout.safeParse(JSON.parse(layout))
    return parsed.success ? [{ id, name, layout: parsed.data }] : []
  })
  const fields = personFields(await readCatalogue(db)).map(({ field, title }) => ({ field, title }))
  return { layouts, fields }
}

/** Keeps a layout by its name, in place of an earlier one. @throws roster_field_unknown */
export async function saveRosterLayout(
  { name, layout }: Input<'rosterLayout.save'>,
  context: CommandContext,
): Promise<Output<'rosterLayout.save'>> {
  checkFields(layout, await readCatalogue(context.db))
  const text = JSON.stringify(layout)
  const known = await readRosterLayout(context.db, name)
  if (known?.layout === text) return { id: known.id, seq: null }
  const row = { id: context.newId(), name, layout: text, recorded_at: context.clock.now() }
  const { result, entry } = await context.commit(
    { summary: `${known === undefined ? '保存' : '修改'}花名册版式“${name}”，${layout.fields.length} 栏` },
    (tx, journal) => writeRosterLayout(tx, journal, row),
  )
  return { id: result, seq: entry.seq }
}

/** Takes a layout out of the book; the journal keeps it, and undo brings it back. @throws roster_layout_unknown */
export async function removeRosterLayout(
  { name }: Input<'rosterLayout.remove'>,
  context: CommandContext,
): Promise<Output<'rosterLayout.remove'>> {
  const { entry } = await context.commit({ summary: `删除花名册版式“${name}”` }, async (tx, journal) => {
    const row = await readRosterLayout(tx, name)
    if (row === undefined)
      throw new Refusal('roster_layout_unknown', {
        name,
        available: (await readRosterLayouts(tx)).map((one) => one.name).join('、') || '还没有保存过版式',
      })
    await journal.remove('roster_layout', row.id)
  })
  return { seq: entry.seq }
}
