import type { Kysely } from 'kysely'
import { ROLE_NAMES, type Role } from '../vocabulary/access.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** A person who uses the book. Who no longer does stays named, for the entries made. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly active: boolean
}

const PREFIX = 'member.'

/** The people of a book, by name. None: the book is for one, and asks nobody. */
export async function readMembers(db: Kysely<BookDatabase>): Promise<readonly Member[]> {
  const rows = await db.selectFrom('setting').select(['id', 'value']).where('id', 'like', `${PREFIX}%`).execute()
  return rows
    .flatMap(({ id, value }) => memberOf(id.slice(PREFIX.length), value))
    .toSorted((left, right) => left.name.localeCompare(right.name, 'zh-CN'))
}

function memberOf(id: string, value: string): readonly Member[] {
  const { name, roles, active } = JSON.parse(value) as Partial<Omit<Member, 'id'>>
  if (typeof name !== 'string' || !Array.isArray(roles)) return []
  return [{ id, name, roles: ROLE_NAMES.filter((role) => roles.includes(role)), active: active !== false }]
}

/** Adds a person or changes what is kept of one. */
export async function writeMember(
  db: Kysely<BookDatabase>,
  journal: JournalWriter,
  { id, name, roles, active }: Member,
  recordedAt: string,
): Promise<void> {
  const value = JSON.stringify({ name, roles, active })
  const known = await db
    .selectFrom('setting')
    .select('id')
    .where('id', '=', PREFIX + id)
    .executeTakeFirst()
  if (known === undefined) await journal.insert('setting', [{ id: PREFIX + id, value, recorded_at: recordedAt }])
  else await journal.update('setting', PREFIX + id, { value, recorded_at: recordedAt })
}
