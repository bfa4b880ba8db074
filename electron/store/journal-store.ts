import { sql, type Kysely } from 'kysely'
import type { RowChange } from '../domain/people/fact-sources.ts'
import type { JournalRecord } from '../domain/ledger/journal/journal-record.ts'
import type { BookDatabase } from './book-database.ts'
import { rowKeys } from './journal-rows.ts'

/** The columns of an entry as it is read back. */
export const JOURNAL_COLUMNS = [
  'seq',
  'recorded_at',
  'actor',
  'operation',
  'effective_on',
  'document_number',
  'reason',
  'summary',
  'change_count',
  'hash',
] as const

/** When something was last done; instant, UTC. Null: never. */
export async function lastEntryOf(db: Kysely<BookDatabase>, operation: string): Promise<string | null> {
  const row = await db
    .selectFrom('journal')
    .select('recorded_at')
    .where('operation', '=', operation)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.recorded_at ?? null
}

/** Instant of the newest entry, UTC; null before the first. */
export async function readLastInstant(db: Kysely<BookDatabase>): Promise<string | null> {
  const last = await db.selectFrom('journal').select('recorded_at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.recorded_at ?? null
}

/** Newest first; `before` pages on from an entry. */
export async function readJournalPage(
  db: Kysely<BookDatabase>,
  page: { readonly before: number | null; readonly limit: number },
): Promise<readonly JournalRecord[]> {
  let query = db.selectFrom('journal').select(JOURNAL_COLUMNS)
  if (page.before !== null) query = query.where('seq', '<', page.before)
  return (await query.orderBy('seq', 'desc').limit(page.limit).execute()).map(toRecord)
}

/** Number of the entry with this hash; 0 for the head of a journal without entries. */
export async function readSeqOfHead(db: Kysely<BookDatabase>, hash: string): Promise<number> {
  return (await db.selectFrom('journal').select('seq').where('hash', '=', hash).executeTakeFirst())?.seq ?? 0
}

/** How many entries the journal has. */
export async function countJournal(db: Kysely<BookDatabase>): Promise<number> {
  const { entries } = await db
    .selectFrom('journal')
    .select((select) => select.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  return entries
}

/** Entries that changed one of the rows, or whose summary names the subject by `mark`; newest first. */
export async function readJournalOf(
  db: Kysely<BookDatabase>,
  rowIds: readonly string[],
  mark: string,
): Promise<readonly JournalRecord[]> {
  const rows = await db
    .selectFrom('journal')
    .select(JOURNAL_COLUMNS)
    .where((where) =>
      where.or([
        where(
          'seq',
          'in',
          where
            .selectFrom('journal_change')
            .select('seq')
            .where('table_name', 'in', ['person', 'person_version', 'holding', 'over_quota_choice'])
            .where('row_key', 'in', rowKeys(rowIds)),
        ),
        sql<boolean>`instr(summary, ${mark}) > 0`,
      ]),
    )
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(toRecord)
}

/** Every change of the rows, oldest first, with the entry that made it. */
export async function readChangesOfRows(
  db: Kysely<BookDatabase>,
  rowIds: readonly string[],
): Promise<readonly RowChange[]> {
  const rows = await db
    .selectFrom('journal_change')
    .innerJoin('journal', 'journal.seq', 'journal_change.seq')
    .select(['journal.seq', 'recorded_at', 'operation', 'effective_on', 'document_number', 'reason'])
    .select(['table_name', 'after_json'])
    .where('row_key', 'in', rowKeys(rowIds))
    .where('table_name', 'in', ['person', 'person_version', 'holding', 'record'])
    .orderBy('journal.seq')
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    recordedAt: row.recorded_at,
    operation: row.operation,
    effectiveOn: row.effective_on,
    documentNumber: row.document_number,
    reason: row.reason,
    table: row.table_name,
    after: row.after_json === null ? null : (JSON.parse(row.after_json) as Readonly<Record<string, unknown>>),
  }))
}

/** Ids of the choices that name a person, ended ones too. */
export async function readChoiceIdsOf(db: Kysely<BookDatabase>, personId: string): Promise<readonly string[]> {
  return (await db.selectFrom('over_quota_choice').select('id').where('person_id', '=', personId).execute()).map(
    (row) => row.id,
  )
}

/** Names of people by id, for the marks in summaries. */
export async function readPersonNames(
  db: Kysely<BookDatabase>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

type Row = { readonly [K in (typeof JOURNAL_COLUMNS)[number]]: BookDatabase['journal'][K] }

/** A row of the journal as it is read back. */
export function toRecord(row: Row): JournalRecord {
  return {
    seq: row.seq,
    recordedAt: row.recorded_at,
    actor: row.actor,
    operation: row.operation,
    effectiveOn: row.effective_on,
    documentNumber: row.document_number,
    reason: row.reason,
    summary: row.summary,
    changes: row.change_count,
    hash: row.hash,
  }
}

/** Hash of the first entry: which book it is, whatever it is called. '' for a journal without entries. */
export async function readFirstHash(db: Kysely<BookDatabase>): Promise<string> {
  return (await db.selectFrom('journal').select('hash').where('seq', '=', 1).executeTakeFirst())?.hash ?? ''
}

/** Hash of every entry, from the first. */
export async function readEntryHashes(db: Kysely<BookDatabase>): Promise<readonly string[]> {
  return (await db.selectFrom('journal').select('hash').orderBy('seq').execute()).map(({ hash }) => hash)
}

/** The entry of a number, or one whose hash begins so. */
export async function findEntry(
  db: Kysely<BookDatabase>,
  asked: { readonly seq: number } | { readonly head: string },
): Promise<{ readonly seq: number; readonly hash: string } | undefined> {
  const entries = db.selectFrom('journal').select(['seq', 'hash'])
  return 'seq' in asked
    ? entries.where('seq', '=', asked.seq).executeTakeFirst()
    : entries.where('hash', 'like', `${asked.head.replaceAll(/[^0-9a-f]/g, '')}%`).executeTakeFirst()
}
