import type { Kysely, Transaction } from 'kysely'
import type { RosterLayoutTable } from '../domain/ledger/rows/fact-rows.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** Saved layouts in the order of entry. */
export async function readRosterLayouts(db: Kysely<BookDatabase>): Promise<readonly RosterLayoutTable[]> {
  return db.selectFrom('roster_layout').selectAll().orderBy('recorded_at').orderBy('name').execute()
}

/** The layout of a name; undefined: none. */
export async function readRosterLayout(db: Kysely<BookDatabase>, name: string): Promise<RosterLayoutTable | undefined> {
  return db.selectFrom('roster_layout').selectAll().where('name', '=', name).executeTakeFirst()
}

/** Writes the layout in place of the one of its name, or as a new one. Returns its id. */
export async function writeRosterLayout(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  row: RosterLayoutTable,
): Promise<string> {
  const known = await readRosterLayout(tx, row.name)
  if (known === undefined) await journal.insert('roster_layout', [row])
  else await journal.update('roster_layout', known.id, { layout: row.layout })
  return known?.id ?? row.id
}
