import type { Kysely } from 'kysely'
import type { TimelineRows } from '../domain/ledger/told/timeline.ts'
import type { BookDatabase } from './book-database.ts'
import { readHolidayTables } from './pack-store.ts'
import { readHoldingRows } from './person-store.ts'

/** Everything one person's timeline is told from, future rows too. */
export function readTimelineRows(db: Kysely<BookDatabase>, personId: string): Promise<TimelineRows> {
  return db.isTransaction ? gather(db, personId) : db.transaction().execute((tx) => gather(tx, personId))
}

async function gather(db: Kysely<BookDatabase>, personId: string): Promise<TimelineRows> {
  const holdings = await readHoldingRows(db, personId)
  const posts = await db
    .selectFrom('post_version')
    .selectAll()
    .where(
      'post_id',
      'in',
      holdings.flatMap((holding) => holding.post_id ?? []),
    )
    .orderBy('valid_from')
    .execute()
  const sat = [...new Set(posts.map((post) => post.unit_id))]
  const own = await db.selectFrom('ledger_event').selectAll().where('person_id', '=', personId).execute()
  const ofUnits = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('person_id', 'is', null)
    .where('type', 'like', 'unit.%')
    .where((where) => where.or([where('unit_id', 'in', sat), where('other_unit_id', 'in', sat)]))
    .execute()
  const named = new Set([
    ...sat,
    ...own.flatMap((event) => [event.unit_id, event.other_unit_id].filter((id) => id !== null)),
  ])
  const units = await db
    .selectFrom('unit_version')
    .selectAll()
    .where('unit_id', 'in', [...named])
    .orderBy('valid_from')
    .execute()
  return { holdings, posts, units, events: [...own, ...ofUnits], holidays: await readHolidayTables(db) }
}
