import { sql, type Kysely } from 'kysely'
import type { Reversal } from '../domain/ledger/journal/history.ts'
import type { HistoryRecord } from '../domain/ledger/journal/journal-record.ts'
import type { FactTable } from '../domain/ledger/rows/fact-rows.ts'
import { JOURNAL_COLUMNS, toRecord } from './journal-store.ts'
import type { BookDatabase } from './book-database.ts'
import { rowKeys } from './journal-rows.ts'
import { readEntriesTouching, readReferences, type RowName } from './entry-rows-store.ts'

const COLUMNS = [...JOURNAL_COLUMNS, 'reverses'] as const

/** One entry, or null where the journal has none of that number. */
export async function readHistoryRecord(db: Kysely<BookDatabase>, seq: number): Promise<HistoryRecord | null> {
  const row = await db.selectFrom('journal').select(COLUMNS).where('seq', '=', seq).executeTakeFirst()
  return row === undefined ? null : toHistory(row)
}

/** Every entry that takes another back. */
export async function readReversals(db: Kysely<BookDatabase>): Promise<readonly Reversal[]> {
  const rows = await db.selectFrom('journal').select(['seq', 'reverses']).where('reverses', 'is not', null).execute()
  return rows.flatMap(({ seq, reverses }) => (reverses === null ? [] : [{ seq, reverses }]))
}

/** Newest entry that changed something, takes nothing back, and is none of those or of one of those operations. */
export async function readNewestAct(
  db: Kysely<BookDatabase>,
  except: { readonly entries: readonly number[]; readonly operations: readonly string[] },
): Promise<HistoryRecord | null> {
  const row = await db
    .selectFrom('journal')
    .select(COLUMNS)
    .where('reverses', 'is', null)
    .where('change_count', '>', 0)
    .where('seq', 'not in', seqs(except.entries))
    .where('operation', 'not in', [...except.operations, ''])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toHistory(row)
}

export interface HistoryPage {
  /** Only these entries; null: all. */
  readonly only: ReadonlySet<number> | null
  /** By effective day, else by the day of registering. */
  readonly from: string | null
  readonly to: string | null
  readonly before: number | null
  readonly limit: number
}

/** Newest first; `total` counts all that the page is cut from. */
export async function readHistoryPage(
  db: Kysely<BookDatabase>,
  page: HistoryPage,
): Promise<{ readonly records: readonly HistoryRecord[]; readonly total: number }> {
  const day = sql<string>`coalesce(effective_on, date(recorded_at, '+8 hours'))`
  let query = db.selectFrom('journal')
  if (page.only !== null) query = query.where('seq', 'in', seqs([...page.only]))
  if (page.from !== null) query = query.where(day, '>=', page.from)
  if (page.to !== null) query = query.where(day, '<=', page.to)
  const { total } = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const cut = page.before === null ? query : query.where('seq', '<', page.before)
  const rows = await cut.select(COLUMNS).orderBy('seq', 'desc').limit(page.limit).execute()
  return { records: rows.map(toHistory), total }
}

/** What the events registered by entries were: type, and whether they correct a past error. */
export async function readEventMarks(
  db: Kysely<BookDatabase>,
  of: readonly number[],
): Promise<ReadonlyMap<number, { readonly type: string; readonly correction: boolean }>> {
  const rows = await sql<{ readonly seq: number; readonly type: string | null; readonly correction: number | null }>`
    select seq, json_extract(after_json, '$.type') as type, json_extract(after_json, '$.is_correction') as correction
    from journal_change where seq in (${seqs(of)}) and table_name = 'ledger_event' and before_json is null and after_json is not null`.execute(
    db,
  )
  return new Map(
    rows.rows.flatMap(({ seq, type, correction }) =>
      type === null ? [] : [[seq, { type, correction: correction === 1 }] as const],
    ),
  )
}

/** Entries with any of the events, or whose event's note has the text. */
export async function findByEvent(
  db: Kysely<BookDatabase>,
  types: readonly string[],
  note: string,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('ledger_event')
    .select('id')
    .where((where) => where.or([where('type', 'in', [...types, '']), contains('note', note)]))
    .execute()
  return readEntriesTouching(
    db,
    rows.map(({ id }) => ({ table: 'ledger_event', rowId: id })),
    0,
  )
}

/** Entries that say the text themselves: summary, reason, document number, actor; or are of one of the operations. */
export async function findByWords(
  db: Kysely<BookDatabase>,
  text: string,
  operations: readonly string[],
): Promise<readonly number[]> {
  const said = ['summary', 'reason', 'document_number', 'actor'].map((column) => contains(column, text))
  const rows = await db
    .selectFrom('journal')
    .select('seq')
    .where((where) => where.or([...said, where('operation', 'in', [...operations, ''])]))
    .execute()
  return rows.map(({ seq }) => seq)
}

/**
 * Entries about a person given by id, ID number or name (a part of a name where nobody has it whole); former names count, and people who are no
 * more in the book.
 */
export async function findByPerson(db: Kysely<BookDatabase>, who: string): Promise<readonly number[]> {
  const upper = who.toUpperCase()
  const whole = sql<boolean>`
    row_id = ${who}
    or (${mentions(who)} and ${field('name')} = ${who})
    or (${mentions(upper)}
      and (upper(${field('id_number')}) = ${upper} or upper(${field('disputed_id_number')}) = ${upper}))`
  const ids = await subjectsOf(db, 'person', sql.ref('row_id'), [
    whole,
    sql<boolean>`${mentions(who)} and instr(${field('name')}, ${who}) > 0`,
  ])
  if (ids.length === 0) return []
  const rows = [
    ...ids.map((rowId): RowName => ({ table: 'person', rowId })),
    ...(await readReferences(db, 'person', ids, 'former')),
  ]
  return [...(await readEntriesTouching(db, rows, 0)), ...(await findMarked(db, new Set(ids)))]
}

/** Entries about a unit given by id or name, also a former one: its own facts, its quotas, its posts and who held them. */
export async function findByUnit(db: Kysely<BookDatabase>, unit: string): Promise<readonly number[]> {
  const whole = sql<boolean>`${field('unit_id')} = ${unit} or ${field('name')} = ${unit}`
  const ids = await subjectsOf(db, 'unit_version', field('unit_id'), [
    whole,
    sql<boolean>`instr(${field('name')}, ${unit}) > 0`,
  ])
  if (ids.length === 0) return []
  const own = await readReferences(db, 'unit', ids, 'former')
  const posts = await postsOf(
    db,
    own.filter((row) => row.table === 'post_version').map((row) => row.rowId),
  )
  return readEntriesTouching(
    db,
    [
      ...ids.map((rowId): RowName => ({ table: 'unit', rowId })),
      ...own,
      ...(await readReferences(db, 'post', posts, 'former')),
    ],
    0,
  )
}

const NUMBER_COLUMNS = [
  ['ledger_event', 'document_number'],
  ['holding', 'entry_document_number'],
  ['absence', 'document_number'],
  ['retirement_arrangement', 'document_number'],
  ['run_off_plan', 'document_number'],
  ['entry_approval', 'number'],
] as const

/** Entries that rest on a document whose number contains the text. */
export async function findByDocument(db: Kysely<BookDatabase>, number: string): Promise<readonly number[]> {
  const named = await db.selectFrom('journal').select('seq').where(contains('document_number', number)).execute()
  const documents = await subjectsOf(db, 'basis_document', sql.ref('row_id'), [
    sql<boolean>`instr(${field('number')}, ${number}) > 0`,
  ])
  const rows: RowName[] = [
    ...documents.map((rowId): RowName => ({ table: 'basis_document', rowId })),
    ...(await readReferences(db, 'basis_document', documents, 'former')),
  ]
  for (const [table, column] of NUMBER_COLUMNS) {
    const bearing = await sql<{
      readonly id: string
    }>`select id from ${sql.table(table)} where ${contains(column, number)}`.execute(db)
    for (const { id } of bearing.rows) rows.push({ table, rowId: id })
  }
  return [...named.map(({ seq }) => seq), ...(await readEntriesTouching(db, rows, 0))]
}

/** Names of people by id; of those no longer in the book the last one the journal has. */
export async function readNamesEver(
  db: Kysely<BookDatabase>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = JSON.stringify([...new Set(ids)])
  const rows = await sql<{ readonly id: string; readonly name: string | null }>`
    select ids.value as id, coalesce(
      (select name from person where person.id = ids.value),
      (select ${field('name')} from journal_change where table_name = 'person' and row_key = journal_row_key(ids.value)
        order by seq desc, ordinal desc limit 1)) as name
    from json_each(${wanted}) as ids`.execute(db)
  return new Map(rows.rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

/** Ids of the subjects whose images, present or past, match: by the first condition that anything does. */
async function subjectsOf(
  db: Kysely<BookDatabase>,
  table: FactTable,
  id: ReturnType<typeof sql>,
  conditions: readonly ReturnType<typeof sql<boolean>>[],
): Promise<readonly string[]> {
  for (const condition of conditions) {
    const rows = await sql<{
      readonly id: string | null
    }>`select distinct ${id} as id from journal_change where table_name = ${table} and (${condition})`.execute(db)
    const ids = rows.rows.flatMap((row) => row.id ?? [])
    if (ids.length > 0) return ids
  }
  return []
}

async function postsOf(db: Kysely<BookDatabase>, versions: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ readonly id: string | null }>`
    select distinct ${field('post_id')} as id from journal_change
    where table_name = 'post_version' and row_key in ${rowKeys(versions)}`.execute(db)
  return rows.rows.flatMap((row) => row.id ?? [])
}

/** Entries whose summary is about one of the people. */
async function findMarked(db: Kysely<BookDatabase>, ids: ReadonlySet<string>): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'summary'])
    .where(contains('summary', '{person:'))
    .execute()
  return rows
    .filter(({ summary }) => [...summary.matchAll(/\{person:([^{}]+)\}/g)].some((mark) => ids.has(mark[1] ?? '')))
    .map(({ seq }) => seq)
}

/** A column of a change's row: as the change left it, or as it was when the change took the row out. */
function field(column: string) {
  return sql`json_extract(coalesce(after_json, before_json), ${`$.${column}`})`
}

/** A cheap look at the image before it is parsed: texts stand in it as they are (but for quotes and controls). */
function mentions(text: string) {
  return sql`instr(coalesce(after_json, before_json), ${JSON.stringify(text).slice(1, -1)}) > 0`
}

function contains(column: string, text: string) {
  return sql<boolean>`instr(${sql.ref(column)}, ${text}) > 0`
}

/** Numbers as one bound value: a list has no limit then. */
function seqs(list: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(list)}))`
}

type Row = { readonly [K in (typeof COLUMNS)[number]]: BookDatabase['journal'][K] }

function toHistory(row: Row): HistoryRecord {
  return { ...toRecord(row), reverses: row.reverses }
}
