import { sql, type Kysely } from 'kysely'
import type { FactTables, FactTable } from '../domain/ledger/fact-rows.ts'
import { exitsSince, snapshotAt, type SnapshotRows } from '../domain/ledger/snapshot-at.ts'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase } from './book-database.ts'

/**
 * The book on one day, from the rows SQL finds for that day; everything read in one transaction, so that no commit falls between two tables.
 * Reads only. `db` may be a command's transaction.
 */
export async function loadSnapshot(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot> {
  const rows = db.isTransaction ? await rowsOn(db, asOf) : await db.transaction().execute((tx) => rowsOn(tx, asOf))
  return snapshotAt(rows, asOf)
}

/** Rows are read by rowid: within a unit people are shown in the order the clerk entered them. */
async function rowsOn(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<SnapshotRows> {
  const running = sql<boolean>`valid_from <= ${asOf} and (valid_to is null or valid_to > ${asOf})`
  const begun = sql<boolean>`valid_from <= ${asOf}`
  // 编外 history is wanted whole (R000-11 counts over time); of all other holdings only those in force.
  // An ended one that used an approval still says that its seat was taken.
  const holdings = sql<boolean>`valid_from <= ${asOf} and (kind = 'offQuota' or valid_to is null or valid_to > ${asOf} or approval_id is not null)`
  const recent = sql<boolean>`effective_on <= ${asOf} and effective_on >= ${exitsSince(asOf)}`
  return {
    book: await all(db, 'book'),
    basis_document: await all(db, 'basis_document'),
    unit_version: await all(db, 'unit_version', running),
    nameplate: await all(db, 'nameplate', running),
    quota: await all(db, 'quota', begun),
    leadership_quota: await all(db, 'leadership_quota', running),
    post_version: await all(db, 'post_version', running),
    person: await all(db, 'person'),
    person_version: await all(db, 'person_version', begun),
    holding: await all(db, 'holding', holdings),
    entry_approval: await all(db, 'entry_approval', running),
    over_quota_choice: await all(db, 'over_quota_choice', running),
    notice: await all(db, 'notice'),
    objection: await all(db, 'objection'),
    notice_closing: await all(db, 'notice_closing'),
    ledger_event: await all(db, 'ledger_event', recent),
    absence: await all(db, 'absence', running),
    rank_quota: await all(db, 'rank_quota', running),
    tolerance: await all(db, 'tolerance', running),
    run_off_plan: await all(db, 'run_off_plan'),
    off_quota_control: await all(db, 'off_quota_control', running),
    rule_pack: await all(db, 'rule_pack'),
    holiday_calendar: await all(db, 'holiday_calendar'),
    record: await all(db, 'record', begun),
  }
}

/** Kysely cannot tie a table name held in a variable to its row type; the name picks the row's type here. */
async function all<T extends FactTable>(db: Kysely<BookDatabase>, table: T, where: ReturnType<typeof sql<boolean>> = sql<boolean>`1`): Promise<readonly FactTables[T][]> {
  const rows = await (db as unknown as Kysely<{ fact: FactTables[T] }>).selectFrom(table as unknown as 'fact').selectAll().where(where).orderBy(sql`rowid`).execute()
  return rows as unknown as readonly FactTables[T][]
}
