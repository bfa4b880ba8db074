import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { Kysely } from 'kysely'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import type { BookDatabase } from './book-database.ts'
import { BookDialect } from './dialect.ts'
import { migrateToLatest } from './migrate.ts'
import { StoreError, translateSqliteError } from './store-error.ts'

/** 'DBN1': marks the file as a 编制本 (PRAGMA application_id). */
export const APPLICATION_ID = 0x44424e31

/** An open book: the only handle to its file. `raw` is for pragmas and VACUUM INTO inside the store. */
export interface OpenBook {
  readonly path: string
  readonly db: Kysely<BookDatabase>
  readonly raw: Database.Database
  readonly encrypted: boolean
}

export interface OpenOptions {
  /** The book's password; absent for a book without one. */
  readonly password?: string | undefined
  /** Called before a schema step runs on a file that already holds a book: makes the verified copy. */
  readonly beforeMigration?: (book: OpenBook, from: number) => Promise<void>
}

/** Creates an empty book file with the newest schema. Refuses when the path exists: nothing is ever replaced. */
export async function createBookFile(path: string, options: OpenOptions = {}): Promise<OpenBook> {
  refuseNetworkPath(path)
  if (existsSync(path)) throw new StoreError('book_exists', { path })
  return guarded(path, async () => {
    const raw = new Database(path)
    try {
      unlock(raw, options.password)
      raw.pragma(`application_id = ${APPLICATION_ID}`)
      configure(raw)
      const book = wrap(path, raw, options.password !== undefined)
      await migrateToLatest(book.db)
      return book
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

/**
 * Opens an existing book. In order: path, header, key, owner (application_id), version, settings, quick check, migration.
 * @throws StoreError with the code of the first thing that is wrong; the file is left as it was.
 */
export async function openBookFile(path: string, options: OpenOptions = {}): Promise<OpenBook> {
  refuseNetworkPath(path)
  if (!existsSync(path) || statSync(path).isDirectory()) throw new StoreError('book_not_found', { path })
  const encrypted = headerLooksEncrypted(path)
  if (encrypted && options.password === undefined) throw new StoreError('password_required', { path })
  return guarded(path, async () => {
    const raw = new Database(path, { fileMustExist: true })
    try {
      unlock(raw, encrypted ? options.password : undefined)
      const found = identify(raw, path, encrypted)
      configure(raw)
      const problem = raw.pragma('quick_check(1)', { simple: true })
      if (problem !== 'ok') throw new StoreError('damaged', { path, problem: '结构检查未通过', backups: '' })
      const book = wrap(path, raw, encrypted)
      if (found < SCHEMA_VERSION) {
        await options.beforeMigration?.(book, found)
        await migrateToLatest(book.db)
      }
      return book
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

/** Folds the write-ahead log into the file and lets go of it. */
export async function closeBookFile(book: OpenBook): Promise<void> {
  if (!book.raw.open) return
  book.raw.pragma('optimize')
  book.raw.pragma('wal_checkpoint(TRUNCATE)')
  await book.db.destroy()
  if (book.raw.open) book.raw.close()
}

/** Settings of every connection. better-sqlite3 is compiled with WAL at synchronous NORMAL, which loses acknowledged commits on power loss: FULL, asserted. */
function configure(raw: Database.Database): void {
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('busy_timeout = 3000')
  const mode = raw.pragma('journal_mode = WAL', { simple: true })
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('recursive_triggers = ON')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  raw.pragma('secure_delete = ON')
  raw.pragma('temp_store = MEMORY')
  raw.pragma('mmap_size = 0')
  raw.pragma('journal_size_limit = 16777216')
  const synchronous = raw.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== 2) throw new Error(`durability settings refused: ${String(mode)}/${String(synchronous)}`)
}

function wrap(path: string, raw: Database.Database, encrypted: boolean): OpenBook {
  return { path, raw, encrypted, db: new Kysely<BookDatabase>({ dialect: new BookDialect(raw) }) }
}

function unlock(raw: Database.Database, password: string | undefined): void {
  if (password === undefined) return
  raw.pragma("cipher = 'sqlcipher'")
  raw.key(Buffer.from(password, 'utf8'))
}

/** Reads owner and version without writing. The first read is where a wrong key or a foreign file shows. */
function identify(raw: Database.Database, path: string, encrypted: boolean): number {
  let owner: unknown
  let version: unknown
  try {
    owner = raw.pragma('application_id', { simple: true })
    version = raw.pragma('user_version', { simple: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') throw new StoreError(encrypted ? 'wrong_password' : 'not_our_file', { path }, error)
    throw error
  }
  if (owner !== APPLICATION_ID || typeof version !== 'number') throw new StoreError('not_our_file', { path })
  if (version > SCHEMA_VERSION) throw new StoreError('from_future', { path, found: version, supported: SCHEMA_VERSION })
  return version
}

/** A plain SQLite file begins with its name; an encrypted book begins with random bytes. Too short or text: not ours. */
function headerLooksEncrypted(path: string): boolean {
  const header = Buffer.alloc(4096)
  const file = openSync(path, 'r')
  const length = readSync(file, header, 0, header.length, 0)
  closeSync(file)
  if (length === 0) throw new StoreError('empty_file', { path })
  if (header.subarray(0, 15).toString('latin1') === 'SQLite format 3') return false
  // Every page of an encrypted book is 4096 bytes of noise. A foreign file is shorter, or has a known beginning, or is text.
  const known = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x25, 0x50, 0x44, 0x46], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x7b, 0x5c, 0x72, 0x74]]
  const foreign = length < 4096 || statSync(path).size % 4096 !== 0 || known.some((magic) => magic.every((byte, index) => header[index] === byte)) || !looksRandom(header)
  if (foreign) throw new StoreError('not_our_file', { path })
  return true
}

/** Noise uses almost all byte values about evenly; text and most formats do not. */
function looksRandom(bytes: Buffer): boolean {
  return new Set(bytes).size > 230
}

function refuseNetworkPath(path: string): void {
  if (/^(\\\\|\/\/)[^?.]/.test(path)) throw new StoreError('network_path', { path })
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}
