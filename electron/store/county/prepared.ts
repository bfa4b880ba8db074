import type Database from 'better-sqlite3-multiple-ciphers'
import type { CountyBook } from './county-book.ts'

const KNOWN = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** The statement for a text, prepared once a connection. */
export function prepared(county: Pick<CountyBook, 'raw'>, text: string): Database.Statement {
  let own = KNOWN.get(county.raw)
  if (own === undefined) KNOWN.set(county.raw, (own = new Map()))
  let statement = own.get(text)
  if (statement === undefined) own.set(text, (statement = county.raw.prepare(text)))
  return statement
}

/** Runs `work` in one transaction that takes the write lock at once; what throws leaves nothing behind. */
export function inTransaction<T>(county: Pick<CountyBook, 'raw'>, work: () => T): T {
  return county.raw.transaction(work).immediate()
}
