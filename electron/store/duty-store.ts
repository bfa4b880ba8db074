import type { Kysely, Transaction } from 'kysely'
import type { DutyMark } from '../domain/duties/duty.ts'
import { DUTY_DATE_NAMES, dutyDatesWith, type DutyDateName, type DutyDates } from '../domain/duties/duty-dates.ts'
import { shanghaiDayOf } from '../domain/calendar/shanghai-day.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** Every duty marked done, with the row that says so. */
export async function readDutyMarks(
  db: Kysely<BookDatabase>,
): Promise<readonly (DutyMark & { readonly id: string })[]> {
  const rows = await db.selectFrom('duty_mark').selectAll().execute()
  return rows.map((row) => ({ id: row.id, duty: row.duty, period: row.period, doneOn: row.done_on, note: row.note }))
}

const settingId = (name: DutyDateName) => `duty.${name}`

/** What the book itself says of the days; the others are the defaults. */
export async function readOwnDutyDates(db: Kysely<BookDatabase>): Promise<Partial<Record<DutyDateName, string>>> {
  const rows = await db
    .selectFrom('setting')
    .select(['id', 'value'])
    .where('id', 'in', DUTY_DATE_NAMES.map(settingId))
    .execute()
  const told = new Map(rows.map((row) => [row.id, row.value]))
  return Object.fromEntries(
    DUTY_DATE_NAMES.flatMap((name) => {
      const value = told.get(settingId(name))
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/** The days in force in this book. */
export async function readDutyDates(db: Kysely<BookDatabase>): Promise<DutyDates> {
  return dutyDatesWith(await readOwnDutyDates(db))
}

/** Keeps the given days as the book's own; null goes back to the default. */
export async function writeDutyDates(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  given: Readonly<Partial<Record<DutyDateName, string | null>>>,
  recordedAt: string,
): Promise<void> {
  const known = await readOwnDutyDates(tx)
  for (const name of DUTY_DATE_NAMES) {
    const value = given[name]
    if (value === undefined || value === (known[name] ?? null)) continue
    if (value === null) await journal.remove('setting', settingId(name))
    else if (known[name] === undefined)
      await journal.insert('setting', [{ id: settingId(name), value, recorded_at: recordedAt }])
    else await journal.update('setting', settingId(name), { value, recorded_at: recordedAt })
  }
}

/** The Asia/Shanghai day of the book's first entry; null for a book without any. */
export async function readFirstDay(db: Kysely<BookDatabase>): Promise<PlainDate | null> {
  const first = await db.selectFrom('journal').select('recorded_at').orderBy('seq').limit(1).executeTakeFirst()
  return first === undefined ? null : shanghaiDayOf(first.recorded_at)
}
