import { sql, type Kysely } from 'kysely'

/**
 * Seats are not kept twice: nothing adds them up or looks for one, and what is exported of them is told out of the package itself, which is kept
 * whole. A fifth of the file, and of what a receiving writes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`DROP TABLE seat`).execute(db)
}
