import { sql, type Kysely, type Transaction } from 'kysely'
import { applyChanges, type RowImages } from '../domain/ledger/journal/apply-changes.ts'
import type { FactRows } from '../domain/ledger/rows/fact-rows.ts'
import type { BookDatabase } from './book-database.ts'

/*
 * The facts of an open book, kept in memory from the first time they are asked for, and moved on with every entry by the rows it changed.
 * They count as those of the file only while its newest entry and its count of changed rows are the ones noted with them:
 * the file is locked for this program, and whatever is written to it, by whomever, moves that count.
 */

interface Mark {
  /** Of the newest entry; '' for a book without any. */
  readonly hash: string
  /** Rows changed over this connection so far, undone ones too. */
  readonly changes: number
}

interface Held {
  readonly facts: FactRows
  readonly mark: Mark
  /** The facts before the newest entry, where they were held: taking it back comes to them again. */
  readonly earlier: FactRows | null
}

/** What a command's transaction sees: what was held when it began, and the rows it has changed since. */
interface Begun {
  held: FactRows | null
  readonly earlier: FactRows | null
  readonly changes: readonly RowImages[]
  applied: { readonly count: number; readonly facts: FactRows } | null
}

const HELD = new WeakMap<object, Held>()
const BEGUN = new WeakMap<object, Begun>()

/** What the connection of a book and all its transactions share. */
const bookOf = (db: Kysely<BookDatabase>): object => db.getExecutor().adapter

/** The facts as `db` sees them, a command's own changes included. `read` gets them from the tables. */
export async function factsSeenBy(
  db: Kysely<BookDatabase>,
  read: (db: Kysely<BookDatabase>) => Promise<FactRows>,
): Promise<FactRows> {
  const begun = BEGUN.get(db)
  if (begun === undefined) return heldOrRead(db, read)
  if (begun.held === null) {
    // The tables already show what this command has changed: they are read as they are, and not kept.
    if (begun.changes.length > 0) return read(db)
    begun.held = await heldOrRead(db, read)
  }
  if (begun.applied?.count !== begun.changes.length)
    begun.applied = { count: begun.changes.length, facts: applyChanges(begun.held, begun.changes, begun.earlier) }
  return begun.applied.facts
}

/** The facts where they are held and still those of the file; null where they would have to be read. */
export async function heldFacts(db: Kysely<BookDatabase>): Promise<FactRows | null> {
  const known = HELD.get(bookOf(db))
  return known !== undefined && isSame(known.mark, await readMark(db)) ? known.facts : null
}

async function heldOrRead(
  db: Kysely<BookDatabase>,
  read: (db: Kysely<BookDatabase>) => Promise<FactRows>,
): Promise<FactRows> {
  const known = await heldFacts(db)
  if (known !== null) return known
  const readWhole = async (tx: Kysely<BookDatabase>): Promise<Held> => ({
    mark: await readMark(tx),
    facts: await read(tx),
    earlier: null,
  })
  const held = db.isTransaction ? await readWhole(db) : await db.transaction().execute(readWhole)
  HELD.set(bookOf(db), held)
  return held.facts
}

/** How a command's transaction ends what it began. */
export interface FactKeeper {
  /** To be called as the last thing before the commit; what it gives back is called once that is done. */
  readonly done: (hash: string) => Promise<() => void>
  /** The same where the command came to nothing. */
  readonly failed: () => Promise<() => void>
}

/** To be called before a command changes anything: `changes` grows with what it does. */
export async function keepFactsThrough(
  tx: Transaction<BookDatabase>,
  changes: readonly RowImages[],
): Promise<FactKeeper> {
  const book = bookOf(tx)
  const known = HELD.get(book)
  const mark = await readMark(tx)
  const believed = known !== undefined && isSame(known.mark, mark) ? known : null
  const begun: Begun = {
    held: believed?.facts ?? null,
    earlier: believed?.earlier ?? null,
    changes,
    applied: null,
  }
  BEGUN.set(tx, begun)
  const hold = (facts: FactRows, at: Mark, earlier: FactRows | null) => () =>
    void HELD.set(book, { facts, mark: at, earlier })
  const letGo = () => void HELD.delete(book)
  return {
    done: async (hash) => {
      if (begun.held === null) return letGo
      const facts =
        begun.applied?.count === changes.length ? begun.applied.facts : applyChanges(begun.held, changes, begun.earlier)
      return hold(facts, { hash, changes: (await readMark(tx)).changes }, begun.held)
    },
    failed: async () => {
      if (begun.held === null) return letGo
      try {
        return hold(begun.held, { ...mark, changes: (await readMark(tx)).changes }, begun.earlier)
      } catch {
        // On a full disk the transaction is gone already. What failed is told, not this.
        return letGo
      }
    },
  }
}

/** Runs what changes rows that are no facts; what is held stays believed. */
export async function besideFacts(
  db: Kysely<BookDatabase>,
  work: (tx: Transaction<BookDatabase>) => Promise<void>,
): Promise<void> {
  const book = bookOf(db)
  const after = await db.transaction().execute(async (tx) => {
    const known = HELD.get(book)
    const believed = known !== undefined && isSame(known.mark, await readMark(tx)) ? known : undefined
    await work(tx)
    return believed === undefined ? undefined : { ...believed, mark: await readMark(tx) }
  })
  if (after !== undefined) HELD.set(book, after)
}

function isSame(one: Mark, other: Mark): boolean {
  return one.hash === other.hash && one.changes === other.changes
}

/** Names what the book says now: another text once anything was written to the file, whatever and by whomever. */
export async function bookMark(db: Kysely<BookDatabase>): Promise<string> {
  const { hash, changes } = await readMark(db)
  return `${changes}|${hash}`
}

async function readMark(db: Kysely<BookDatabase>): Promise<Mark> {
  const { rows } = await sql<Mark>`
    select coalesce((select hash from journal order by seq desc limit 1), '') as hash, total_changes() as changes`.execute(
    db,
  )
  return rows[0] ?? { hash: '', changes: -1 }
}
