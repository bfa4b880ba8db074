import type { Kysely } from 'kysely'
import { inForceOn, type PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase, HoldingTable, PersonTable, PersonVersionTable } from './book-database.ts'

/** The person's row, or null for an unknown id. */
export async function readPersonRow(db: Kysely<BookDatabase>, personId: string): Promise<PersonTable | null> {
  return (await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()) ?? null
}

/** Everybody who holds or claims this ID number, the holder first. */
export async function readNumberClaims(db: Kysely<BookDatabase>, number: string): Promise<readonly PersonTable[]> {
  const holders = await db.selectFrom('person').selectAll().where('id_number', '=', number).execute()
  const claimants = await db
    .selectFrom('person')
    .selectAll()
    .where('disputed_id_number', '=', number)
    .orderBy('id')
    .execute()
  return [...holders, ...claimants]
}

/** Every dated version of what may change about a person (政治面貌, 学历, 职称, 职级), oldest first. */
export async function readPersonVersions(
  db: Kysely<BookDatabase>,
  personId: string,
): Promise<readonly PersonVersionTable[]> {
  return db.selectFrom('person_version').selectAll().where('person_id', '=', personId).orderBy('valid_from').execute()
}

/** Every holding of a person, oldest first, ended ones too. */
export async function readHoldingRows(db: Kysely<BookDatabase>, personId: string): Promise<readonly HoldingTable[]> {
  return db
    .selectFrom('holding')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}

export interface HeldPost {
  readonly holding: HoldingTable
  /** Title and unit as they were on the day, or on the first day of a holding that has ended; null for 借出. */
  readonly title: string | null
  readonly unitName: string | null
}

/** The person's holdings that began on or before the day, newest first, with the names their posts and units bore. */
export async function readHeldPosts(
  db: Kysely<BookDatabase>,
  personId: string,
  day: PlainDate,
): Promise<readonly HeldPost[]> {
  const holdings = (await readHoldingRows(db, personId)).filter((holding) => holding.valid_from <= day).toReversed()
  const postIds = holdings.flatMap((holding) => (holding.post_id === null ? [] : [holding.post_id]))
  if (postIds.length === 0) return holdings.map((holding) => ({ holding, title: null, unitName: null }))
  const posts = await db
    .selectFrom('post_version')
    .select(['post_id', 'unit_id', 'title', 'valid_from', 'valid_to'])
    .where('post_id', 'in', postIds)
    .orderBy('valid_from')
    .execute()
  const units = await db
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'valid_from', 'valid_to'])
    .where('unit_id', 'in', [...new Set(posts.map((post) => post.unit_id))])
    .orderBy('valid_from')
    .execute()
  return holdings.map((holding) => {
    const named = dayToDescribe(holding, day)
    const post = versionOn(
      posts.filter((version) => version.post_id === holding.post_id),
      named,
    )
    const unit = versionOn(
      units.filter((version) => version.unit_id === post?.unit_id),
      named,
    )
    return { holding, title: post?.title ?? null, unitName: unit?.name ?? null }
  })
}

/** An ended holding is described as of its first day, a running one as of the day asked. */
function dayToDescribe(holding: HoldingTable, day: PlainDate): PlainDate {
  return holding.valid_to !== null && holding.valid_to <= day ? holding.valid_from : day
}

function versionOn<T extends { readonly valid_from: string; readonly valid_to: string | null }>(
  versions: readonly T[],
  day: PlainDate,
): T | undefined {
  return (
    versions.find((version) => inForceOn({ validFrom: version.valid_from, validTo: version.valid_to }, day)) ??
    versions.at(-1)
  )
}

/** First version of a post. */
export async function readPostStart(
  db: Kysely<BookDatabase>,
  postId: string,
): Promise<{ readonly id: string; readonly valid_from: PlainDate } | null> {
  return (
    (await db
      .selectFrom('post_version')
      .select(['id', 'valid_from'])
      .where('post_id', '=', postId)
      .orderBy('valid_from')
      .limit(1)
      .executeTakeFirst()) ?? null
  )
}

/** The version of a post that holds on the day, else its last one; null for an unknown post. */
export async function readPostAt(
  db: Kysely<BookDatabase>,
  postId: string,
  day: PlainDate,
): Promise<{ readonly id: string; readonly title: string } | null> {
  const versions = await db
    .selectFrom('post_version')
    .select(['id', 'title', 'valid_from', 'valid_to'])
    .where('post_id', '=', postId)
    .orderBy('valid_from')
    .execute()
  return versionOn(versions, day) ?? versions.at(-1) ?? null
}
