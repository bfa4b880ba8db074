import { sheetLayout, type KeptSheetLayout } from '../../contract/sheet-view-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import {
  readSheetMemory,
  readSheetViews,
  writeSheetMemory,
  writeSheetViews,
  type KeptView,
} from '../../store/sheet-view-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'

/** The views kept for a list and how it was left. One that a later program wrote and this one cannot read is not offered. */
export async function listSheetViews(
  { list }: Input<'sheetView.list'>,
  { db }: QueryContext,
): Promise<Output<'sheetView.list'>> {
  const views = (await readSheetViews(db, list)).flatMap(({ name, layout }) => {
    const read = layoutOf(layout)
    return read === null ? [] : [{ name, layout: read }]
  })
  const memory = await readSheetMemory(db, list)
  const left = memory === null ? null : layoutOf(memory.layout)
  return { views, last: left === null ? null : { name: memory?.view ?? null, layout: left } }
}

function layoutOf(kept: unknown): KeptSheetLayout | null {
  const parsed = sheetLayout.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** Keeps a view by its name. `seq` null: it is kept as it is. */
export async function saveSheetView(
  { list, name, layout }: Input<'sheetView.save'>,
  context: CommandContext,
): Promise<Output<'sheetView.save'>> {
  const views = await readSheetViews(context.db, list)
  const known = views.find((view) => view.name === name)
  const next: KeptView = { name, layout }
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(next)) return { seq: null }
  const { entry } = await context.commit(
    { summary: `${known === undefined ? '保存' : '修改'}视图“${name}”` },
    (tx, journal) =>
      writeSheetViews(
        tx,
        journal,
        list,
        known === undefined ? [...views, next] : views.map((view) => (view === known ? next : view)),
        context.clock.now(),
      ),
  )
  return { seq: entry.seq }
}

/** Takes a view out of the book; undo brings it back. @throws sheet_view_unknown */
export async function removeSheetView(
  { list, name }: Input<'sheetView.remove'>,
  context: CommandContext,
): Promise<Output<'sheetView.remove'>> {
  const views = await readSheetViews(context.db, list)
  const left = views.filter((view) => view.name !== name)
  if (left.length === views.length)
    throw new Refusal('sheet_view_unknown', {
      name,
      available: views.map((view) => view.name).join('、') || '还没有保存过视图',
    })
  const { entry } = await context.commit({ summary: `删除视图“${name}”` }, (tx, journal) =>
    writeSheetViews(tx, journal, list, left, context.clock.now()),
  )
  return { seq: entry.seq }
}

/** Notes how a list was left, so that it opens the same way. */
export async function leaveSheet(
  { list, name, layout }: Input<'sheetView.leave'>,
  { db }: QueryContext,
): Promise<Output<'sheetView.leave'>> {
  await writeSheetMemory(db, list, name, layout)
  return {}
}
