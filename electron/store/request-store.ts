import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { RowImages } from '../domain/ledger/journal/apply-changes.ts'
import type { BookDatabase } from './book-database.ts'
import { keepFactsThrough } from './held-facts.ts'
import { readHead, type EntryBinding } from './journal.ts'
import { parseImage } from './replay-journal.ts'

/*
 * Requests and the entries they made. The number of a request stands in the book in the commit of its entry, so that no cut can leave
 * the one without the other; its answer follows a moment later, for it is only known then.
 */

export interface RequestMark {
  readonly id: string
  /** Window or program that asks; its own entries are no news to it. */
  readonly client: string
  readonly operation: string
  /** SHA-256 of operation and input. */
  readonly inputDigest: string
}

export interface KnownRequest {
  readonly seq: number
  readonly inputDigest: string
  /** JSON; null where it was never put down. */
  readonly reply: string | null
}

/** Answers longer than this (a table of thousands of rows) are not kept. */
const LONGEST_REPLY = 256 * 1024
/** So many newest requests keep their answer: a lost reply is asked for again within minutes. All keep their number. */
const KEPT_REPLIES = 500

/** The window a request came from: what stands before the last dot of its number. */
export function clientOf(requestId: string): string {
  return requestId.slice(0, Math.max(0, requestId.lastIndexOf('.')))
}

/** Two inputs are the same act when this is the same. */
export function digestOf(operation: string, input: unknown): string {
  return createHash('sha256')
    .update(`${operation}\n${JSON.stringify(input)}`)
    .digest('hex')
}

/** What a request of that number did, or null. */
export async function findRequest(db: Kysely<BookDatabase>, id: string): Promise<KnownRequest | null> {
  const row = await db
    .selectFrom('request')
    .select(['seq', 'input_digest as inputDigest', 'reply'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** An entry another window made since, as it is told to the one it surprises. */
export interface Surprise {
  readonly seq: number
  readonly recordedAt: string
  readonly actor: string
  readonly summary: string
}

/**
 * Puts a request's number beside its entry. With `since`: first looks whether others have changed what this entry changes, the same columns
 * of the same rows, after that entry; `refuse` is then called with theirs and must throw.
 */
export function bindRequest(
  mark: RequestMark,
  since: number | null,
  refuse: (surprises: readonly Surprise[]) => never,
): EntryBinding {
  return async (tx, { seq, changes }) => {
    if (since !== null) {
      const surprises = await readSurprises(tx, changes, { since, before: seq, client: mark.client })
      if (surprises.length > 0) refuse(surprises)
    }
    await tx
      .insertInto('request')
      .values({
        id: mark.id,
        seq,
        client: mark.client,
        operation: mark.operation,
        input_digest: mark.inputDigest,
        reply: null,
      })
      .execute()
    await tx
      .updateTable('request')
      .set({ reply: null })
      .where('seq', '<=', seq - KEPT_REPLIES)
      .where('reply', 'is not', null)
      .execute()
  }
}

/**
 * Puts the answer down beside the request. It is not forced onto the disk by itself: the entry is there already, and after a power cut
 * a second sending is still told that the act was done. Facts held in memory stay those of the file: these rows are none.
 */
export async function keepReply(db: Kysely<BookDatabase>, id: string, reply: string): Promise<void> {
  if (reply.length > LONGEST_REPLY) return
  await db.connection().execute(async (connection) => {
    await sql`pragma synchronous = NORMAL`.execute(connection)
    try {
      const done = await connection.transaction().execute(async (tx) => {
        const keeper = await keepFactsThrough(tx, [])
        await tx.updateTable('request').set({ reply }).where('id', '=', id).execute()
        return keeper.done((await readHead(tx)).hash)
      })
      done()
    } finally {
      await sql`pragma synchronous = FULL`.execute(connection)
    }
  })
}

/** Written with every change, and nobody's own. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['recorded_at'])

async function readSurprises(
  tx: Kysely<BookDatabase>,
  changes: readonly RowImages[],
  range: { readonly since: number; readonly before: number; readonly client: string },
): Promise<readonly Surprise[]> {
  // A row made by this very command was nobody else's to change.
  const mine = new Map(
    changes.flatMap((change) =>
      change.before === null ? [] : [[`${change.table} ${change.rowId}`, changedColumns(change.before, change.after)]],
    ),
  )
  if (mine.size === 0 || range.before - range.since <= 1) return []
  const theirs = await tx
    .selectFrom('journal_change')
    .select(['seq', 'table_name', 'row_id', 'before_json', 'after_json'])
    .where('seq', '>', range.since)
    .where('seq', '<', range.before)
    .where('seq', 'not in', tx.selectFrom('request').select('seq').where('client', '=', range.client))
    .execute()
  const seqs = new Set(
    theirs.flatMap((change) => {
      const own = mine.get(`${change.table_name} ${change.row_id}`)
      if (own === undefined) return []
      const columns = changedColumns(image(change.before_json), image(change.after_json))
      return own === 'all' || columns === 'all' || [...own].some((column) => columns.has(column)) ? [change.seq] : []
    }),
  )
  if (seqs.size === 0) return []
  return tx
    .selectFrom('journal')
    .select(['seq', 'recorded_at as recordedAt', 'actor', 'summary'])
    .where('seq', 'in', [...seqs])
    .orderBy('seq')
    .execute()
}

function image(json: string | null): RowImages['before'] {
  return json === null ? null : parseImage(json)
}

/** `all`: the row came or went. */
function changedColumns(before: RowImages['before'], after: RowImages['after']): ReadonlySet<string> | 'all' {
  if (before === null || after === null) return 'all'
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return new Set(
    [...names].filter((name) => !BOOKKEEPING.has(name) && (before[name] ?? null) !== (after[name] ?? null)),
  )
}
