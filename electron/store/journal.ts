import { createHash, randomBytes } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { encodeImages, rowKeyOf, type KnownImage } from '../../migrations/image-codec.ts'
import type { BookDatabase, FactTable, FactTables, JournalRowTable } from './book-database.ts'
import type { RowImages } from '../domain/ledger/journal/apply-changes.ts'
import { keepFactsThrough } from './held-facts.ts'
import { canonicalRow, changeLine, entryHash, GENESIS, imageHash, shortDigest, type RowImage } from './canonical.ts'
import { insertRows } from './insert-rows.ts'

/*
 * The one place where facts are written. A command gets a `JournalWriter`; every row it inserts, updates or removes
 * leaves its before- and after-image, and the entry that binds them is appended in the same transaction.
 */

export interface EntryDraft {
  readonly recordedAt: string
  readonly actor: string
  readonly operation: string
  readonly effectiveOn?: string | null
  readonly documentNumber?: string | null
  readonly reason?: string | null
  readonly reverses?: number | null
  /** One Chinese sentence without any person's name or number: names are in the images, which can be erased. */
  readonly summary: string
}

export interface JournalWriter {
  /** Inserts whole rows (every column, null where empty) of one table; many rows go in chunks. */
  insert<T extends FactTable>(table: T, rows: readonly FactTables[T][]): Promise<void>
  /** Changes columns of one row. Nothing is written when no column differs. */
  update<T extends FactTable>(table: T, id: string, patch: Partial<Omit<FactTables[T], 'id'>>): Promise<void>
  /** Changes columns of many rows of one table in few statements. Rows that do not differ are left alone. @throws for a row that is not there. */
  updateMany<T extends FactTable>(
    table: T,
    patches: readonly { readonly id: string; readonly patch: Partial<Omit<FactTables[T], 'id'>> }[],
  ): Promise<void>
  /** Takes a row out of the present state; its image stays in the journal. */
  remove(table: FactTable, id: string): Promise<void>
  /** Takes many rows of one table out in few statements, in the order given. @throws when one of them is not there. */
  removeMany(table: FactTable, ids: readonly string[]): Promise<void>
  /**
   * Takes what is personal out of a row for good: `left` is what stays of it, and the journal gets that as the image before, too; with `goes` the
   * row itself is removed. The images of before are erased by `erasure-store`.
   */
  erase(table: FactTable, id: string, left: (row: RowImage) => RowImage, goes: boolean): Promise<void>
  /** Sets or completes what the entry says, once the command knows it. */
  describe(draft: Partial<EntryDraft>): void
}

export interface AppendedEntry {
  readonly seq: number
  readonly hash: string
}

/** Ties an entry to what asked for it: called with the rows it changed and the number it will have, in its transaction. A throw undoes all. */
export type EntryBinding = (
  tx: Transaction<BookDatabase>,
  entry: { readonly seq: number; readonly changes: readonly RowImages[] },
) => Promise<void>

/**
 * Runs `work` in one immediate transaction and appends its journal entry in the same commit.
 * Resolves after the commit: what is acknowledged is on the disk. If `work` throws, nothing happened.
 */
export async function commitCommand<R>(
  db: Kysely<BookDatabase>,
  draft: EntryDraft,
  work: (tx: Transaction<BookDatabase>, journal: JournalWriter) => Promise<R>,
  bind?: EntryBinding,
): Promise<{ readonly result: R; readonly entry: AppendedEntry }> {
  const after: { done?: () => void; failed?: () => void } = {}
  try {
    const done = await db.transaction().execute(async (tx) => {
      const pending: RowImages[] = []
      const keeper = await keepFactsThrough(tx, pending)
      let entry: EntryDraft = draft
      const writer = createWriter(tx, pending, (extra) => {
        entry = { ...entry, ...extra }
      })
      try {
        const result = await work(tx, writer)
        const appended = await append(tx, entry, pending)
        await bind?.(tx, { seq: appended.seq, changes: pending })
        after.done = await keeper.done(appended.hash)
        return { result, entry: appended }
      } catch (error) {
        after.failed = await keeper.failed()
        throw error
      }
    })
    after.done?.()
    return done
  } catch (error) {
    after.failed?.()
    throw error
  }
}

/** Hash of the newest entry, or the genesis value for a book without any. */
export async function readHead(db: Kysely<BookDatabase>): Promise<AppendedEntry> {
  const last = await db.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last ?? { seq: 0, hash: GENESIS }
}

/** Hash of one entry; of none for 0. Undefined where the book has no such entry. */
export async function readEntryHash(db: Kysely<BookDatabase>, seq: number): Promise<string | undefined> {
  if (seq === 0) return GENESIS
  return (await db.selectFrom('journal').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash
}

/** A fact row as the writer handles it, whatever its table. */
type FactRow = RowImage & { readonly id: string }

function createWriter(
  tx: Transaction<BookDatabase>,
  pending: RowImages[],
  describe: (draft: Partial<EntryDraft>) => void,
): JournalWriter {
  // Kysely cannot tie a table name held in a variable to its row type: here every fact table goes by the name `fact`.
  const facts = tx as unknown as Kysely<{ fact: FactRow }>
  const named = (table: FactTable) => table as unknown as 'fact'
  const read = (table: FactTable, id: string) =>
    facts.selectFrom(named(table)).selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const among = (ids: readonly string[]) => sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`
  const readListed = async (table: FactTable, ids: readonly string[]) =>
    new Map(
      (await facts.selectFrom(named(table)).selectAll().where(among(ids)).execute()).map(
        (row) => [row.id, row] as const,
      ),
    )
  return {
    async insert(table, rows) {
      const images = rows as readonly unknown[] as readonly FactRow[]
      const first = images[0]
      if (first === undefined) return
      const columns = columnsIn(images)
      await insertRows(tx, table, columns, images, (image, _, put) => {
        for (const column of columns) put(image[column] ?? null)
      })
      for (const image of images) pending.push({ table, rowId: image.id, before: null, after: image })
    },
    async update(table, id, patch) {
      const before = await read(table, id)
      const changed = differences(before, patch as RowImage)
      if (Object.keys(changed).length === 0) return
      await facts.updateTable(named(table)).set(changed).where('id', '=', id).execute()
      pending.push({ table, rowId: id, before, after: { ...before, ...changed } })
    },
    async updateMany(table, patches) {
      const rows = await readListed(
        table,
        patches.map(({ id }) => id),
      )
      const changes = patches.flatMap(({ id, patch }) => {
        const before = rows.get(id)
        if (before === undefined) throw new Error(`no row to change in ${table}`)
        const changed = differences(before, patch as RowImage)
        return Object.keys(changed).length === 0 ? [] : [{ id, before, changed }]
      })
      // One statement for all rows in which the same columns change.
      for (const [names, alike] of Map.groupBy(changes, ({ changed }) => Object.keys(changed).toSorted().join(','))) {
        const images = JSON.stringify(alike.map(({ id, changed }) => ({ ...changed, id })))
        const sets = names.split(',').map((name) => sql`${sql.ref(name)} = e.value ->> ${sql.lit(name)}`)
        await sql`update ${sql.table(table)} set ${sql.join(sets)} from json_each(${images}) as e
          where ${sql.table(table)}.id = e.value ->> 'id'`.execute(tx)
      }
      for (const { id, before, changed } of changes)
        pending.push({ table, rowId: id, before, after: { ...before, ...changed } })
    },
    async remove(table, id) {
      const before = await read(table, id)
      await facts.deleteFrom(named(table)).where('id', '=', id).execute()
      pending.push({ table, rowId: id, before, after: null })
    },
    async removeMany(table, ids) {
      const rows = await readListed(table, ids)
      const removed = ids.map((id): RowImages => {
        const before = rows.get(id)
        if (before === undefined) throw new Error(`no row to remove in ${table}`)
        return { table, rowId: id, before, after: null }
      })
      await facts.deleteFrom(named(table)).where(among(ids)).execute()
      for (const change of removed) pending.push(change)
    },
    async erase(table, id, left, goes) {
      const before = { ...left(await read(table, id)), id }
      if (goes) await facts.deleteFrom(named(table)).where('id', '=', id).execute()
      else await facts.updateTable(named(table)).set(before).where('id', '=', id).execute()
      pending.push({ table, rowId: id, before, after: goes ? null : before })
    },
    describe,
  }
}

/** Every column that any of the rows names; as a rule each names them all. */
function columnsIn(rows: readonly RowImage[]): readonly string[] {
  const columns = Object.keys(rows[0] ?? {})
  if (rows.every((row) => Object.keys(row).length === columns.length)) return columns
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

/** The columns of a patch that are given and differ from the row. */
function differences(before: RowImage, patch: RowImage): RowImage {
  return Object.fromEntries(
    Object.entries(patch).filter(([column, value]) => value !== undefined && (before[column] ?? null) !== value),
  )
}

/** What a row of the journal is written with. Its digests follow from salt and image: their columns stay empty. */
const JOURNAL_ROW = [
  'seq',
  'ordinal',
  'table_id',
  'row_key',
  'kind',
  'images',
  'salt',
] as const satisfies readonly (keyof JournalRowTable)[]

/** Characters of lines that go into a digest together. */
const DIGESTED_AT_ONCE = 60_000

async function append(
  tx: Transaction<BookDatabase>,
  draft: EntryDraft,
  pending: readonly RowImages[],
): Promise<AppendedEntry> {
  const head = await readHead(tx)
  const seq = head.seq + 1
  const digest = createHash('sha256')
  const salts = randomBytes(16 * pending.length)
  const tables = await tableNumbers(tx, new Set(pending.map((change) => change.table)))
  let lines = ''
  const encoded = pending.map((change, index): Buffer => {
    const salt = salts.toString('hex', index * 16, index * 16 + 16)
    const [before, after] = [knownImage(change.before), knownImage(change.after)]
    const [beforeHash, afterHash] = [imageHash(salt, before?.text ?? null), imageHash(salt, after?.text ?? null)]
    lines += changeLine({ ordinal: index + 1, table: change.table, rowId: change.rowId, beforeHash, afterHash })
    if (lines.length > DIGESTED_AT_ONCE) {
      digest.update(lines)
      lines = ''
    }
    return encodeImages({ table: change.table, rowId: change.rowId, at: draft.recordedAt }, before, after)
  })
  digest.update(lines)
  const chained = {
    seq,
    recordedAt: draft.recordedAt,
    actor: draft.actor,
    operation: draft.operation,
    effectiveOn: draft.effectiveOn ?? null,
    documentNumber: draft.documentNumber ?? null,
    reason: draft.reason ?? null,
    summary: draft.summary,
    reverses: draft.reverses ?? null,
    changeCount: pending.length,
    changesDigest: digest.digest('hex'),
    previousHash: head.hash,
  }
  const hash = entryHash(chained)
  await tx
    .insertInto('journal')
    .values({
      seq,
      recorded_at: chained.recordedAt,
      actor: chained.actor,
      operation: chained.operation,
      effective_on: chained.effectiveOn,
      document_number: chained.documentNumber,
      reason: chained.reason,
      summary: chained.summary,
      reverses: chained.reverses,
      change_count: chained.changeCount,
      changes_digest: shortDigest(chained.changesDigest),
      // It is the hash of the entry before, which is in the file already.
      previous_hash: '',
      hash,
    })
    .execute()
  await insertRows(tx, 'journal_row', JOURNAL_ROW, pending, (change, index, put) => {
    put(seq)
    put(index + 1)
    put(tables.get(change.table) ?? 0)
    put(rowKeyOf(change.rowId))
    put(change.before === null ? 0 : change.after === null ? 2 : 1)
    put(encoded[index] ?? null)
    put(salts.subarray(index * 16, index * 16 + 16))
  })
  return { seq, hash }
}

function knownImage(image: RowImage | null): KnownImage | null {
  return image === null ? null : { text: canonicalRow(image), image }
}

/** The numbers by which the file names tables; one that has none yet gets the next. */
async function tableNumbers(
  tx: Transaction<BookDatabase>,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const read = async () =>
    new Map((await tx.selectFrom('journal_table').selectAll().execute()).map(({ id, name }) => [name, id]))
  const known = await read()
  const fresh = [...names].filter((name) => !known.has(name))
  if (fresh.length === 0) return known
  await tx
    .insertInto('journal_table')
    .values(fresh.map((name) => ({ name })))
    .execute()
  return read()
}
