import type { Kysely, Transaction } from 'kysely'
import type { BookDatabase, TemplateMappingTable } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** What is remembered of forms of one shape; undefined: never filled. */
export async function readTemplateMapping(
  db: Kysely<BookDatabase>,
  fingerprint: string,
): Promise<TemplateMappingTable | undefined> {
  return db.selectFrom('template_mapping').selectAll().where('fingerprint', '=', fingerprint).executeTakeFirst()
}

/** Remembers the newest mapping of a shape, in the place of an older one. */
export async function writeTemplateMapping(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  row: TemplateMappingTable,
): Promise<void> {
  const known = await readTemplateMapping(tx, row.fingerprint)
  if (known === undefined) await journal.insert('template_mapping', [row])
  else
    await journal.update('template_mapping', known.id, {
      title: row.title,
      mapping: row.mapping,
      recorded_at: row.recorded_at,
    })
}
