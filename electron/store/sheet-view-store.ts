import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase } from './book-database.ts'
import { besideFacts } from './held-facts.ts'
import type { JournalWriter } from './journal.ts'
import { readSettings, writeSetting } from './pack-store.ts'

/** A view as it was written. */
export interface KeptView {
  readonly name: string
  readonly layout: unknown
}

const settingOf = (list: string) => `sheetView.${list}`

/** The views kept for a list, in the order they were first saved. */
export async function readSheetViews(db: Kysely<BookDatabase>, list: string): Promise<readonly KeptView[]> {
  const kept = (await readSettings(db, settingOf(list))).find(({ id }) => id === settingOf(list))
  return kept === undefined ? [] : (JSON.parse(kept.value) as readonly KeptView[])
}

/** Keeps these views for a list in place of all others. */
export async function writeSheetViews(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  list: string,
  views: readonly KeptView[],
  recordedAt: string,
): Promise<void> {
  await writeSetting(tx, journal, settingOf(list), views.length === 0 ? null : JSON.stringify(views), recordedAt)
}

/** How a list was left: the name of the view it was in, the layout as JSON. */
export async function readSheetMemory(
  db: Kysely<BookDatabase>,
  list: string,
): Promise<{ readonly view: string | null; readonly layout: unknown } | null> {
  const row = await db.selectFrom('sheet_memory').selectAll().where('list', '=', list).executeTakeFirst()
  return row === undefined ? null : { view: row.view, layout: JSON.parse(row.layout) as unknown }
}

/** Notes how a list was left. No fact, no entry. */
export async function writeSheetMemory(
  db: Kysely<BookDatabase>,
  list: string,
  view: string | null,
  layout: unknown,
): Promise<void> {
  const row = { view, layout: JSON.stringify(layout) }
  await besideFacts(db, async (tx) => {
    await tx
      .insertInto('sheet_memory')
      .values({ list, ...row })
      .onConflict((conflict) => conflict.column('list').doUpdateSet(row))
      .execute()
  })
}
