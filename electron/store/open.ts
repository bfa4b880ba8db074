import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { Kysely } from 'kysely'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { newestBackupNames } from './backup-manifest.ts'
import type { BookDatabase } from './book-database.ts'
import { APPLICATION_ID, BOOK_MARK, readBookHeader, refuseNetworkPath, type FileMark } from './book-header.ts'
import { mendSealedBeginning } from './cipher-pages.ts'
import { BookDialect } from './dialect.ts'
import { originWithoutLog, readOrigin } from './book-origin.ts'
import { moveWithoutReplacing, removeDatabaseFiles, reserveFile, syncFile } from './durable-file.ts'
import { showJournal } from './journal-rows.ts'
import { migrateToLatest, stepsTaken } from './migrate.ts'
import { refuseLongPath } from './path-length.ts'
import { StoreError, translateSqliteError } from './store-error.ts'

export { APPLICATION_ID } from './book-header.ts'

/** An open book: the only handle to its file. `raw` is for pragmas and VACUUM INTO inside the store. */
export interface OpenBook {
  readonly path: string
  readonly db: Kysely<BookDatabase>
  readonly raw: Database.Database
  readonly encrypted: boolean
  /** To open its copies and to open it again. Not enumerable: printing, spreading or serialising a book does not show it. */
  readonly password: string | undefined
}

export interface OpenOptions {
  /** The book's password; absent for a book without one. */
  readonly password?: string | undefined
  /** Called before a schema step runs on a file that already holds a book: makes the verified copy. */
  readonly beforeMigration?: (book: OpenBook, from: number) => Promise<void>
}

export interface CreateOptions extends OpenOptions {
  /** Fills the new book before it gets its name, so that a book file is never seen without its first entry. */
  readonly initialise?: (book: OpenBook) => Promise<void>
}

/** How long to wait for another program to let go of the file before saying `busy`, milliseconds. */
const BUSY_TIMEOUT = 3000

/**
 * Creates a book file with the newest schema. It is made under a working name and moved into place whole:
 * a cut in between leaves no half book. Refuses when the path exists: nothing is ever replaced.
 */
export async function createBookFile(path: string, options: CreateOptions = {}): Promise<OpenBook> {
  return guarded(path, async () => {
    refuseNetworkPath(path)
    refuseLongPath(path)
    if (existsSync(path)) throw new StoreError('book_exists', { path })
    if (!existsSync(dirname(path))) throw new StoreError('directory_not_found', { path: dirname(path) })
    removeAbandonedParts(path)
    const part = `${path}.${randomBytes(4).toString('hex')}.part`
    try {
      await writeNewBook(part, options)
      syncFile(part)
      if (!moveWithoutReplacing(part, path)) throw new StoreError('book_exists', { path })
    } finally {
      removeDatabaseFiles(part)
    }
    return openBookFile(path, options)
  })
}

/**
 * Opens an existing book. In order: path, header, key, owner (application_id), version, structure, settings, migration.
 * @throws StoreError with the code of the first thing that is wrong; the file is left as it was.
 */
export async function openBookFile(path: string, options: OpenOptions = {}): Promise<OpenBook> {
  return guarded(path, async () => {
    refuseNetworkPath(path)
    if (!existsSync(path) || statSync(path).isDirectory()) throw new StoreError('book_not_found', { path })
    refuseLongPath(path)
    const { encrypted } = readBookHeader(path)
    const password = encrypted ? options.password || undefined : undefined
    if (encrypted && password === undefined) throw new StoreError('password_required', { path })
    refuseReadOnly(path)
    if (logPending(path)) {
      if (password !== undefined) mendSealedBeginning(path, password)
      inspectPendingLog(path, password)
    }
    const raw = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT })
    try {
      unlock(raw, password)
      // Before the first read: the lock is then taken by that read and kept, and a second program is told so at once.
      raw.pragma('locking_mode = EXCLUSIVE')
      const found = identify(raw, path, encrypted)
      checkStructure(raw, path)
      configure(raw)
      const book = wrap(path, raw, password)
      if (found < SCHEMA_VERSION) {
        // Every version wrote a line a step. Without them the steps would be taken a second time.
        if (stepsTaken(raw).length < found)
          throw new StoreError('damaged', { path, problem: '升级记录不全', backups: '' })
        await options.beforeMigration?.(book, found)
        await migrateToLatest(book.db)
        giveBackSpace(raw)
      }
      showJournal(raw)
      return book
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

/**
 * Opens a book file for reading only, without changing it or taking it from anyone: for checking copies.
 * @throws StoreError as `openBookFile` does; the caller closes the result.
 */
export function openReadOnly(path: string, password?: string): Database.Database {
  try {
    if (!existsSync(path) || statSync(path).isDirectory()) throw new StoreError('book_not_found', { path })
    const { encrypted } = readBookHeader(path)
    if (encrypted && !password) throw new StoreError('password_required', { path })
    const raw = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })
    try {
      unlock(raw, encrypted ? password : undefined)
      identify(raw, path, encrypted)
      return raw
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}

/** Folds the write-ahead log into the file, so that the file alone is the book. @throws when that cannot be done */
export function foldLog(book: OpenBook): void {
  book.raw.pragma('wal_checkpoint(TRUNCATE)')
}

/**
 * Folds the write-ahead log into the file and lets go of it. On a full disk the log stays beside the file:
 * it holds what was acknowledged and is folded in when the book is next opened.
 */
export async function closeBookFile(book: OpenBook): Promise<void> {
  if (!book.raw.open) return
  try {
    forgetStatistics(book.raw)
    foldLog(book)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')) throw error
  } finally {
    await book.db.destroy()
    if (book.raw.open) book.raw.close()
  }
}

/**
 * Settings of every connection, of a 主管本 too. better-sqlite3 is compiled with WAL at synchronous NORMAL, which loses acknowledged commits on power
 * loss: FULL, asserted.
 */
export function configure(raw: Database.Database): void {
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  const mode = raw.pragma('journal_mode = WAL', { simple: true })
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('recursive_triggers = ON')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  raw.pragma('secure_delete = ON')
  // Instead of 16 MB: pages that do not fit are written twice, to the log and to the file, before a large gesture ends.
  raw.pragma('cache_size = -32000')
  raw.pragma('temp_store = MEMORY')
  raw.pragma('mmap_size = 0')
  raw.pragma('journal_size_limit = 16777216')
  const synchronous = raw.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== 2)
    throw new Error(`durability settings refused: ${String(mode)}/${String(synchronous)}`)
}

/**
 * Every lookup has its index, and without statistics SQLite takes it. With those of a book of one unit it would go through the whole table for each
 * of the thousands that an import brings: they are not gathered, and what an earlier version gathered is let go.
 */
function forgetStatistics(raw: Database.Database): void {
  raw.exec('DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4')
}

/** A step that keeps the same in less leaves the rest of the file empty. Where there is no room to write it anew, it stays as it is. */
function giveBackSpace(raw: Database.Database): void {
  const [free, all] = ['freelist_count', 'page_count'].map((name) => Number(raw.pragma(name, { simple: true })))
  if (free === undefined || all === undefined || free * 4 < all) return
  try {
    raw.exec('VACUUM')
  } catch {
    // The book is whole either way.
  }
}

async function writeNewBook(part: string, options: CreateOptions): Promise<void> {
  reserveFile(part)
  const raw = new Database(part)
  const password = options.password || undefined
  const book = wrap(part, raw, password)
  try {
    unlock(raw, password)
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    configure(raw)
    await migrateToLatest(book.db)
    showJournal(raw)
    await options.initialise?.(book)
    foldLog(book)
  } finally {
    await closeBookFile(book)
  }
}

function wrap(path: string, raw: Database.Database, password: string | undefined): OpenBook {
  const book = {
    path,
    raw,
    encrypted: password !== undefined,
    db: new Kysely<BookDatabase>({ dialect: new BookDialect(raw) }),
    password,
  }
  return Object.defineProperty(book, 'password', { enumerable: false })
}

/** Gives the key, where there is one. */
export function unlock(raw: Database.Database, password: string | undefined): void {
  if (password === undefined) return
  raw.pragma("cipher = 'sqlcipher'")
  raw.key(Buffer.from(password.normalize('NFC'), 'utf8'))
}

/**
 * Reads owner and version without writing. The first read is where a wrong key shows.
 * @returns the file's schema number
 * @throws StoreError `wrong_password`, `not_our_file`, `from_future`, or what is said of our other kind of file
 */
export function identify(
  raw: Database.Database,
  path: string,
  encrypted: boolean,
  { applicationId, schema, other }: FileMark = BOOK_MARK,
): number {
  let owner: unknown
  let version: unknown
  try {
    owner = raw.pragma('application_id', { simple: true })
    version = raw.pragma('user_version', { simple: true })
  } catch (error) {
    if (encrypted && error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')
      throw new StoreError('wrong_password', { path }, error)
    throw error
  }
  if (owner === other.applicationId) throw new StoreError(other.code, { path })
  if (owner !== applicationId || typeof version !== 'number') throw new StoreError('not_our_file', { path })
  if (version > schema) throw new StoreError('from_future', { path, found: version, supported: schema })
  return version
}

/** @throws StoreError `damaged` */
export function checkStructure(raw: Database.Database, path: string): void {
  const problem = quickCheck(raw)
  if (problem !== 'ok') throw new StoreError('damaged', { path, problem: '结构检查未通过', backups: '' })
}

/** A torn word in a table's own definition shows as a plain SQL error, such as an unknown function: that too is damage. */
function quickCheck(raw: Database.Database): unknown {
  try {
    return raw.pragma('quick_check(1)', { simple: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR') return error.message
    throw error
  }
}

function logPending(path: string): boolean {
  return existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
}

/**
 * A log was left by a crash, or put there by someone. Closing a writable connection would fold it into the file,
 * so it is first read without writing: a log that tears the book, or is another book's, is refused and nothing is changed.
 */
function inspectPendingLog(path: string, password: string | undefined): void {
  const hadIndex = existsSync(`${path}-shm`)
  const merged = readWithLog(path, password)
  if (merged === null) return
  try {
    checkStructure(merged, path)
    const before = password === undefined ? originWithoutLog(path) : undefined
    if (before !== undefined && before !== readOrigin(merged))
      throw new StoreError('damaged', { path, problem: '旁边的 -wal 文件不是这本编制本的', backups: '' })
  } finally {
    merged.close()
    if (!hadIndex) rmSync(`${path}-shm`, { force: true })
  }
}

/** Reading beside a log needs a small index file. Null when a full disk has no room for it: the book must open all the same. */
function readWithLog(path: string, password: string | undefined): Database.Database | null {
  try {
    return openReadOnly(path, password)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'disk_full') return null
    throw error
  }
}

/** @throws StoreError `read_only` */
export function refuseReadOnly(path: string): void {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw new StoreError('read_only', { path }, error)
  }
}

/** Clears working files of creations that were cut off long ago. They never had a name of their own. */
function removeAbandonedParts(path: string): void {
  const prefix = `${basename(path)}.`
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{8}\.part(-wal|-shm|-journal)?$/.test(name.slice(prefix.length)))
      continue
    const file = join(dirname(path), name)
    if (Date.now() - statSync(file).mtimeMs > 3_600_000) rmSync(file, { force: true })
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const translated = translateSqliteError(error, path)
    if (translated instanceof StoreError && translated.code === 'damaged')
      throw new StoreError('damaged', { ...translated.details, backups: newestBackupNames(path) }, error)
    throw translated
  }
}
