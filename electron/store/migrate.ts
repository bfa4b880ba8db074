import type Database from 'better-sqlite3-multiple-ciphers'
import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS, SCHEMA_VERSION } from '../../migrations/index.ts'
import type { BookDatabase } from './book-database.ts'

/** The steps a book says it has taken; none where the list of them is gone. */
export function stepsTaken(raw: Database.Database): readonly string[] {
  try {
    return raw.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all()
  } catch {
    return []
  }
}

/**
 * Brings a book to this version's schema, all steps in one transaction, then stamps `user_version`.
 * The caller has made a verified copy first when the file already held a book.
 */
export async function migrateToLatest(db: Kysely<BookDatabase>): Promise<void> {
  // Steps 0003 and 0004 were written after 0005 and 0007: books of that time have taken the later ones already, and get what
  // they lack. Each step touches tables of its own, so that the order between these does not matter.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  await sql.raw(`PRAGMA user_version = ${SCHEMA_VERSION}`).execute(db)
}
