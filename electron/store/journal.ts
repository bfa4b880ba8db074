import { createHash, randomBytes } from 'node:crypto'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { BookDatabase, FactTable, FactTables, JournalChangeTable } from './book-database.ts'
import { canonicalRow, changeLine, entryHash, GENESIS, imageHash, type RowImage } from './canonical.ts'

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
  /** Takes a row out of the present state; its image stays in the journal. */
  remove(table: FactTable, id: string): Promise<void>
  /** Takes many rows of one table out in few statements, in the order given. @throws when one of them is not there. */
  removeMany(table: FactTable, ids: readonly string[]): Promise<void>
  /** Sets or completes what the entry says, once the command knows it. */
  describe(draft: Partial<EntryDraft>): void
}

export interface AppendedEntry {
  readonly seq: number
  readonly hash: string
}

/** SQLite takes at most 32,766 bound values a statement. */
const MAX_VALUES = 30_000

interface PendingChange {
  readonly table: FactTable
  readonly rowId: string
  readonly before: RowImage | null
  readonly after: RowImage | null
}

/**
 * Runs `work` in one immediate transaction and appends its journal entry in the same commit.
 * Resolves after the commit: what is acknowledged is on the disk. If `work` throws, nothing happened.
 */
export async function commitCommand<R>(
  db: Kysely<BookDatabase>,
  draft: EntryDraft,
  work: (tx: Transaction<BookDatabase>, journal: JournalWriter) => Promise<R>,
): Promise<{ readonly result: R; readonly entry: AppendedEntry }> {
  return db.transaction().execute(async (tx) => {
    const pending: PendingChange[] = []
    let entry: EntryDraft = draft
    const writer = createWriter(tx, pending, (extra) => {
      entry = { ...entry, ...extra }
    })
    const result = await work(tx, writer)
    return { result, entry: await append(tx, entry, pending) }
  })
}

/** Hash of the newest entry, or the genesis value for a book without any. */
export async function readHead(db: Kysely<BookDatabase>): Promise<AppendedEntry> {
  const last = await db.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last ?? { seq: 0, hash: GENESIS }
}

/** A fact row as the writer handles it, whatever its table. */
type FactRow = RowImage & { readonly id: string }

function createWriter(tx: Transaction<BookDatabase>, pending: PendingChange[], describe: (draft: Partial<EntryDraft>) => void): JournalWriter {
  // Kysely cannot tie a table name held in a variable to its row type: here every fact table goes by the name `fact`.
  const facts = tx as unknown as Kysely<{ fact: FactRow }>
  const named = (table: FactTable) => table as unknown as 'fact'
  const read = (table: FactTable, id: string) => facts.selectFrom(named(table)).selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return {
    async insert(table, rows) {
      const images = rows as readonly unknown[] as readonly FactRow[]
      const first = images[0]
      if (first === undefined) return
      const chunk = Math.max(1, Math.floor(MAX_VALUES / Object.keys(first).length))
      for (let start = 0; start < images.length; start += chunk) {
        await facts.insertInto(named(table)).values(images.slice(start, start + chunk)).execute()
      }
      for (const image of images) pending.push({ table, rowId: image.id, before: null, after: image })
    },
    async update(table, id, patch) {
      const before = await read(table, id)
      const changed = Object.fromEntries(Object.entries(patch as RowImage).filter(([column, value]) => value !== undefined && (before[column] ?? null) !== value))
      if (Object.keys(changed).length === 0) return
      await facts.updateTable(named(table)).set(changed).where('id', '=', id).execute()
      pending.push({ table, rowId: id, before, after: { ...before, ...changed } })
    },
    async remove(table, id) {
      const before = await read(table, id)
      await facts.deleteFrom(named(table)).where('id', '=', id).execute()
      pending.push({ table, rowId: id, before, after: null })
    },
    async removeMany(table, ids) {
      const listed = sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`
      const rows = new Map((await facts.selectFrom(named(table)).selectAll().where(listed).execute()).map((row) => [row.id, row]))
      const removed = ids.map((id): PendingChange => {
        const before = rows.get(id)
        if (before === undefined) throw new Error(`no row to remove in ${table}`)
        return { table, rowId: id, before, after: null }
      })
      await facts.deleteFrom(named(table)).where(listed).execute()
      for (const change of removed) pending.push(change)
    },
    describe,
  }
}

async function append(tx: Transaction<BookDatabase>, draft: EntryDraft, pending: readonly PendingChange[]): Promise<AppendedEntry> {
  const head = await readHead(tx)
  const seq = head.seq + 1
  const digest = createHash('sha256')
  const salts = randomBytes(16 * pending.length)
  const changes = pending.map((change, index): Selectable<JournalChangeTable> => {
    const ordinal = index + 1
    const salt = salts.subarray(index * 16, ordinal * 16).toString('hex')
    const beforeJson = change.before === null ? null : canonicalRow(change.before)
    const afterJson = change.after === null ? null : canonicalRow(change.after)
    const [beforeHash, afterHash] = [imageHash(salt, beforeJson), imageHash(salt, afterJson)]
    digest.update(changeLine({ ordinal, table: change.table, rowId: change.rowId, beforeHash, afterHash }))
    return { seq, ordinal, table_name: change.table, row_id: change.rowId, before_json: beforeJson, after_json: afterJson, before_hash: beforeHash, after_hash: afterHash, salt }
  })
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
    changeCount: changes.length,
    changesDigest: digest.digest('hex'),
    previousHash: head.hash,
  }
  const hash = entryHash(chained)
  await tx
    .insertInto('journal')
    .values({
      seq, recorded_at: chained.recordedAt, actor: chained.actor, operation: chained.operation, effective_on: chained.effectiveOn, document_number: chained.documentNumber, reason: chained.reason,
      summary: chained.summary, reverses: chained.reverses, change_count: chained.changeCount, changes_digest: chained.changesDigest, previous_hash: chained.previousHash, hash,
    })
    .execute()
  const chunk = Math.floor(MAX_VALUES / 9)
  for (let start = 0; start < changes.length; start += chunk) await tx.insertInto('journal_change').values(changes.slice(start, start + chunk)).execute()
  return { seq, hash }
}
