import type { Kysely, Transaction } from 'kysely'
import type { HolidayTable } from '../domain/model/holiday-table.ts'
import { holidayTableOf, localPackOf, packContent } from '../domain/ledger/snapshot/decided-here.ts'
import type { LocalPack } from '../domain/model/local-pack.ts'
import type { BookDatabase, SettingTable } from './book-database.ts'
import { sha256 } from './canonical.ts'
import type { JournalWriter } from './journal.ts'

/** Local packs of the book, in the order they were entered. */
export async function readLocalPacks(db: Kysely<BookDatabase>): Promise<readonly LocalPack[]> {
  const rows = await db.selectFrom('rule_pack').selectAll().orderBy('recorded_at').orderBy('id').execute()
  return rows.flatMap((row) => localPackOf(row) ?? [])
}

/** Writes the pack in place of the one of its id, or as a new one. */
export async function writeLocalPack(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  pack: LocalPack,
  recordedAt: string,
): Promise<void> {
  const known = await tx.selectFrom('rule_pack').select('id').where('id', '=', pack.id).executeTakeFirst()
  const row = { base_pack_id: pack.basePackId, title: pack.title, content: packContent(pack) }
  if (known === undefined) await journal.insert('rule_pack', [{ id: pack.id, ...row, recorded_at: recordedAt }])
  else await journal.update('rule_pack', pack.id, row)
}

/** The pack the book names, and the day its timed rules run from. */
export async function readPackChoice(
  db: Kysely<BookDatabase>,
): Promise<{ readonly packId: string; readonly packFrom: string | null }> {
  const book = await db.selectFrom('book').select(['pack_id', 'pack_from']).executeTakeFirstOrThrow()
  return { packId: book.pack_id, packFrom: book.pack_from }
}

/** Settings whose id begins so, e.g. `gate.`. */
export async function readSettings(db: Kysely<BookDatabase>, prefix: string): Promise<readonly SettingTable[]> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  return rows.filter((row) => row.id.startsWith(prefix))
}

/** Sets, changes or (null) takes out one setting. */
export async function writeSetting(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  id: string,
  value: string | null,
  recordedAt: string,
): Promise<void> {
  const known = await tx.selectFrom('setting').select('id').where('id', '=', id).executeTakeFirst()
  if (value === null) {
    if (known !== undefined) await journal.remove('setting', id)
  } else if (known === undefined) await journal.insert('setting', [{ id, value, recorded_at: recordedAt }])
  else await journal.update('setting', id, { value, recorded_at: recordedAt })
}

/** 放假安排 imported into the book, by year. */
export async function readHolidayTables(db: Kysely<BookDatabase>): Promise<readonly HolidayTable[]> {
  const rows = await db.selectFrom('holiday_calendar').selectAll().orderBy('year').execute()
  return rows.map(holidayTableOf)
}

/** Puts a year's table in place of the one imported before. */
export async function writeHolidayTable(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  table: HolidayTable,
  recordedAt: string,
): Promise<void> {
  const id = String(table.year)
  const known = await tx.selectFrom('holiday_calendar').select('id').where('id', '=', id).executeTakeFirst()
  const row = {
    notice: table.notice,
    issued_on: table.issuedOn,
    off: JSON.stringify(table.off),
    worked: JSON.stringify(table.worked),
  }
  if (known === undefined)
    await journal.insert('holiday_calendar', [{ id, year: table.year, ...row, recorded_at: recordedAt }])
  else await journal.update('holiday_calendar', id, row)
}

/** Checksum of a pack file's text. */
export function checksumOf(text: string): string {
  return sha256(text)
}
