import { sql, type Kysely } from 'kysely'
import { rowOfImage, type Image } from '../domain/ledger/rows/fact-columns.ts'
import { FACT_TABLES, type FactTable } from '../domain/ledger/rows/fact-rows.ts'
import { rowKey, type ReverseStep, type RowChange } from '../domain/ledger/journal/reverse-entry.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'
import { readChangesOf, rowKeys } from './journal-rows.ts'
import { parseImage } from './replay-journal.ts'
import { StoreError, translateSqliteError } from './store-error.ts'
import { isFactTable } from '../domain/ledger/rows/table-titles.ts'

/* The rows of one journal entry: what it did to them, what they are now, what points at them, how they are put back. */

/** A row by its table and id. */
export interface RowName {
  readonly table: FactTable
  readonly rowId: string
}

/** The row changes of an entry in their order, images and all. @throws StoreError `damaged` for an image that cannot be read. */
export async function readEntryChanges(db: Kysely<BookDatabase>, seq: number): Promise<readonly RowChange[]> {
  const changes = await readChangesOf(db, seq)
  return changes.flatMap(({ table, rowId, before, after }): RowChange[] =>
    isFactTable(table) ? [{ table, rowId, before: imageOf(before), after: imageOf(after) }] : [],
  )
}

function imageOf(read: string | Image | null): Image | null {
  return typeof read === 'string' ? parseImage(read) : read
}

/** Present rows of a table by id; ids without a row are not in the map. */
export async function readRows(
  db: Kysely<BookDatabase>,
  table: FactTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Image>> {
  const rows = await sql<
    Image & { readonly id: string }
  >`select * from ${sql.table(table)} where id in (${listed(ids)})`.execute(db)
  return new Map(rows.rows.map((row) => [row.id, row]))
}

export interface Reference extends RowName {
  /** The row pointed at. */
  readonly to: string
}

/** Rows of any table that point at one of the rows, as the schema's foreign keys have it. `former`: also those that are no more. */
export async function readReferences(
  db: Kysely<BookDatabase>,
  table: FactTable,
  ids: readonly string[],
  former: 'present' | 'former' = 'present',
): Promise<readonly Reference[]> {
  const found: Reference[] = []
  if (ids.length === 0) return found
  for (const child of FACT_TABLES) {
    const keys = await sql<{
      readonly from: string
    }>`select "from" from pragma_foreign_key_list(${child}) where "table" = ${table}`.execute(db)
    for (const { from } of keys.rows) {
      const present = sql`select id, ${sql.ref(from)} as "to" from ${sql.table(child)} where ${sql.ref(from)} in (${listed(ids)})`
      const gone = sql`
        select row_id as id, json_extract(before_json, ${`$.${from}`}) as "to" from journal_change
        where table_name = ${child} and kind = 2
          and json_extract(before_json, ${`$.${from}`}) in (${listed(ids)})`
      const rows = await sql<{
        readonly id: string
        readonly to: string
      }>`${former === 'present' ? present : sql`${present} union ${gone}`}`.execute(db)
      for (const row of rows.rows) found.push({ table: child, rowId: row.id, to: row.to })
    }
  }
  // The book names its pack without a key of the schema: shipped packs are no rows.
  if (table === 'rule_pack') {
    const using = await sql<{
      readonly id: string
      readonly to: string
    }>`select id, pack_id as "to" from book where pack_id in (${listed(ids)})`.execute(db)
    for (const row of using.rows) found.push({ table: 'book', rowId: row.id, to: row.to })
  }
  return found
}

/** Entries after `seq` that changed one of the rows, oldest first. */
export async function readEntriesTouching(
  db: Kysely<BookDatabase>,
  rows: readonly RowName[],
  after: number,
): Promise<readonly number[]> {
  const found = new Set<number>()
  for (const [table, named] of Map.groupBy(rows, (row) => row.table)) {
    const touching = await sql<{ readonly seq: number }>`
      select distinct seq from journal_change where table_name = ${table} and row_key in ${rowKeys(named.map((row) => row.rowId))} and seq > ${after}`.execute(
      db,
    )
    for (const { seq } of touching.rows) found.add(seq)
  }
  return [...found].toSorted((left, right) => left - right)
}

interface Key {
  readonly columns: readonly string[]
  /** The rows the key is about, where it is not about all. */
  readonly when?: Image
}

/** What must not be twice at a time (range triggers) or not at all (unique indexes), by table. */
const KEYS: Readonly<Partial<Record<FactTable, readonly Key[]>>> = {
  basis_document: [{ columns: ['number'] }],
  unit_version: [{ columns: ['unit_id'] }],
  quota: [{ columns: ['unit_id', 'category', 'role'] }],
  leadership_quota: [{ columns: ['unit_id'] }],
  post_version: [{ columns: ['post_id'] }],
  person: [{ columns: ['id_number'] }],
  person_version: [{ columns: ['person_id'] }],
  holding: [
    { columns: ['person_id'], when: { occupies_quota: 1 } },
    { columns: ['post_id'], when: { occupies_quota: 1, overlap_allowed: 0 } },
  ],
  absence: [{ columns: ['person_id'] }],
  retirement_arrangement: [{ columns: ['person_id'] }],
  rank_quota: [{ columns: ['unit_id', 'pool'] }],
  tolerance: [{ columns: ['unit_id', 'category'] }],
  off_quota_control: [{ columns: ['kind'] }],
  run_off_plan: [{ columns: ['kind', 'year'] }],
  template_mapping: [{ columns: ['fingerprint'] }],
  import_answer: [{ columns: ['fingerprint'] }],
  duty_mark: [{ columns: ['duty', 'period'] }],
  rule_pack: [{ columns: ['title'] }],
  holiday_calendar: [{ columns: ['year'] }],
  roster_layout: [{ columns: ['name'] }],
  own_field: [{ columns: ['field'] }, { columns: ['title'] }],
  code_word: [{ columns: ['list', 'word'] }],
  reform_plan: [{ columns: ['title'] }],
  notice_closing: [{ columns: ['notice_id'] }],
  notice_archive: [{ columns: ['notice_id'] }],
  notice_photo: [{ columns: ['notice_id', 'sha256'] }],
  notice_sheet: [{ columns: ['notice_id'] }],
}

/** Rows beside the images that have one of their keys at the same time: what an image cannot be put back for. */
export async function readClashes(
  db: Kysely<BookDatabase>,
  table: FactTable,
  images: readonly Image[],
): Promise<readonly RowName[]> {
  const own = new Set(images.map((image) => image['id']))
  const clashing = new Set<string>()
  for (const image of images) {
    for (const { columns, when = {} } of KEYS[table] ?? []) {
      const conditions = [
        ...columns.map((column) => equals(column, image[column])),
        ...Object.entries(when).map(([column, value]) => equals(column, value)),
        ...meeting(image),
      ]
      if (Object.entries(when).some(([column, value]) => image[column] !== value)) continue
      const rows = await sql<{
        readonly id: string
      }>`select id from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(db)
      for (const { id } of rows.rows) if (!own.has(id)) clashing.add(id)
    }
  }
  return [...clashing].map((rowId) => ({ table, rowId }))
}

function equals(column: string, value: string | number | null | undefined) {
  return sql`${sql.ref(column)} is ${value ?? null}`
}

/** Ranges that meet the image's, where it has one. */
function meeting(image: Image) {
  const [from, to] = [image['valid_from'] ?? null, image['valid_to'] ?? null]
  return from === null ? [] : [sql`(valid_to is null or valid_to > ${from}) and (${to} is null or valid_from < ${to})`]
}

/** The database would not have a row back: something else now holds its place. */
export class StepRefused extends Error {
  readonly step: ReverseStep

  constructor(step: ReverseStep, cause: unknown) {
    super('step refused', { cause })
    this.name = 'StepRefused'
    this.step = step
  }
}

/** Carries out a reversal through the journal. @throws StepRefused with the step the database refused; the caller's transaction is still readable. */
export async function writeReversal(
  journal: JournalWriter,
  steps: readonly ReverseStep[],
  wrote: (rows: number) => void,
): Promise<void> {
  for (const alike of stepsTogether(steps)) {
    const [step] = alike
    if (step === undefined) continue
    try {
      wrote(alike.length === 1 ? await writeStep(journal, step) : await writeUpdates(journal, step.table, alike))
    } catch (error) {
      const known = translateSqliteError(error, '')
      const refused = known instanceof StoreError && (known.code === 'overlap' || known.code === 'rule_violation')
      throw refused ? new StepRefused(step, error) : error
    }
  }
}

/** Columns that take part in no key and no range: rows that change in these alone do not get in one another's way. */
function isPlain(step: ReverseStep): boolean {
  if (step.op !== 'update') return false
  const keys = (KEYS[step.table] ?? []).flatMap(({ columns, when = {} }) => [...columns, ...Object.keys(when)])
  return Object.keys(step.set).every((column) => !RANGE.includes(column) && !keys.includes(column))
}

const RANGE: readonly string[] = ['valid_from', 'valid_to']

/** The steps in their order, plain changes of one table that follow one another together. */
function stepsTogether(steps: readonly ReverseStep[]): readonly (readonly ReverseStep[])[] {
  const groups: ReverseStep[][] = []
  for (const step of steps) {
    const last = groups.at(-1)
    const before = last?.[0]
    if (last !== undefined && before !== undefined && before.table === step.table && isPlain(before) && isPlain(step))
      last.push(step)
    else groups.push([step])
  }
  return groups
}

async function writeUpdates(journal: JournalWriter, table: FactTable, steps: readonly ReverseStep[]): Promise<number> {
  const patches = steps.flatMap((step) => (step.op === 'update' ? [{ id: step.id, patch: step.set }] : []))
  await journal.updateMany(table, patches)
  return patches.length
}

async function writeStep(journal: JournalWriter, step: ReverseStep): Promise<number> {
  switch (step.op) {
    case 'insert':
      await journal.insert(
        step.table,
        step.rows.map((image) => rowOfImage(step.table, image)),
      )
      return step.rows.length
    case 'remove':
      await journal.removeMany(step.table, step.ids)
      return step.ids.length
    case 'update':
      await journal.update(step.table, step.id, step.set)
      return 1
  }
}

/** The rows of a step as they would be: a changed row is the present one with its columns set. */
export async function imagesOfStep(db: Kysely<BookDatabase>, step: ReverseStep): Promise<readonly Image[]> {
  switch (step.op) {
    case 'insert':
      return step.rows
    case 'remove':
      return []
    case 'update': {
      const present = (await readRows(db, step.table, [step.id])).get(step.id)
      return present === undefined ? [] : [{ ...present, ...step.set }]
    }
  }
}

/** The distinct rows of a list. */
export function distinctRows(rows: readonly RowName[]): readonly RowName[] {
  return [...new Map(rows.map((row) => [rowKey(row.table, row.rowId), row])).values()]
}

/** Ids as one bound value: a list has no limit then. */
function listed(ids: readonly string[]) {
  return sql`select value from json_each(${JSON.stringify(ids)})`
}
