import { sql, type Kysely } from 'kysely'
import type { BasisDocumentTable, BookDatabase } from './book-database.ts'

export interface RegisteredDocument extends BasisDocumentTable {
  /** How many facts and events rest on it. */
  readonly uses: number
  readonly attachments: readonly { readonly id: string; readonly fileName: string; readonly bytes: number }[]
}

/** Facts that point at a document by its row, and those that only write its number down. */
const BY_ROW = [
  'unit_version',
  'nameplate',
  'quota',
  'leadership_quota',
  'rank_quota',
  'tolerance',
  'off_quota_control',
] as const
const BY_NUMBER = {
  ledger_event: 'document_number',
  absence: 'document_number',
  retirement_arrangement: 'document_number',
  run_off_plan: 'document_number',
  holding: 'entry_document_number',
  entry_approval: 'number',
} as const

/** Every 依据文件 with its uses and scans, the newest first. */
export async function readDocuments(db: Kysely<BookDatabase>): Promise<readonly RegisteredDocument[]> {
  const documents = await db
    .selectFrom('basis_document')
    .selectAll()
    .orderBy(sql`issued_on is null`)
    .orderBy('issued_on', 'desc')
    .orderBy('number')
    .execute()
  const scans = await db
    .selectFrom('attachment')
    .select(['id', 'document_id', 'file_name', 'bytes'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const uses = await countUses(db)
  const scansOf = Map.groupBy(scans, (scan) => scan.document_id)
  return documents.map((document) => ({
    ...document,
    uses: (uses.get(document.id) ?? 0) + (uses.get(document.number) ?? 0),
    attachments: (scansOf.get(document.id) ?? []).map((scan) => ({
      id: scan.id,
      fileName: scan.file_name,
      bytes: scan.bytes,
    })),
  }))
}

/** Uses by row id and by number: the two can never be one key, ids being random. */
async function countUses(db: Kysely<BookDatabase>): Promise<ReadonlyMap<string, number>> {
  const counted = [
    ...BY_ROW.map((table) => sql`select document_id as key from ${sql.table(table)}`),
    ...Object.entries(BY_NUMBER).map(
      ([table, column]) => sql`select ${sql.ref(column)} as key from ${sql.table(table)}`,
    ),
  ]
  const { rows } = await sql<{
    readonly key: string
    readonly uses: number
  }>`select key, count(*) as uses from (${sql.join(counted, sql` union all `)}) where key is not null group by key`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.key, row.uses]))
}
