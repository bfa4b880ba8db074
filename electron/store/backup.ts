import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import {
  BOOK_EXTENSION,
  backupFolderOf,
  bookStem,
  noteElsewhere,
  readManifest,
  writeManifest,
  type ElsewhereRecord,
  type ManifestRecord,
} from './backup-manifest.ts'
import { readBookHeader } from './book-header.ts'
import { GENESIS } from './canonical.ts'
import { fileSha256, removeDatabaseFiles, replaceFile, reserveFile, syncFile } from './durable-file.ts'
import { carryKeys, isRawKey } from './key-file.ts'
import { openReadOnly, type OpenBook } from './open.ts'
import { StoreError, translateSqliteError } from './store-error.ts'

export { backupFolderOf } from './backup-manifest.ts'

/*
 * A copy counts only after it was opened again and holds what the book holds. A live database file is never copied
 * byte by byte (55 of 60 such copies were bad); VACUUM INTO writes one consistent state, under the same key.
 */

export interface BackupRecord extends ManifestRecord {
  readonly path: string
  /** `unlisted`: a book in the folder that the manifest does not know; `changed`: its bytes are not those that were verified. */
  readonly state: 'verified' | 'unlisted' | 'changed'
}

export interface BackupOptions {
  /** Why, in the clerk's words: 导入前. No personal data: it stands in the manifest. */
  readonly reason: string
  /** Where to. The book's own folder (`backupFolderOf`) is made when missing, any other must exist. */
  readonly folder: string
  /** UTC instant, ISO. */
  readonly at: string
  /** How many recorded copies stay in the folder. Default: ten in the book's own folder, all elsewhere. */
  readonly keep?: number
  readonly fileName?: string
}

const KEEP = 10

/**
 * Makes a verified copy of an open book. Other work on the book waits; call it outside a transaction.
 * @throws StoreError directory_not_found, or backup_failed: then only its own unfinished file was removed.
 */
export async function createBackup(book: OpenBook, options: BackupOptions): Promise<BackupRecord> {
  const own = options.folder === backupFolderOf(book.path)
  const folder = writableFolder(options.folder, own)
  return book.db.connection().execute(async () => {
    if (own) removeAbandonedParts(folder, book.path)
    const file = freeName(
      folder,
      options.fileName ?? `${bookStem(book.path)}-${clerkTime(options.at)}${BOOK_EXTENSION}`,
    )
    const path = join(folder, file)
    const held = writeVerifiedCopy(book, path)
    // A copy nobody has the key of is none.
    if (book.password !== undefined && isRawKey(book.password)) carryKeys(book.path, folder, book.password)
    const record: ManifestRecord = {
      file,
      at: options.at,
      reason: options.reason,
      bytes: statSync(path).size,
      sha256: fileSha256(path),
      ...held,
    }
    const records = [...readManifest(folder).records.filter((other) => other.file !== file), record]
    writeManifest(
      folder,
      rotate(folder, records, file, options.keep ?? (own ? KEEP : Infinity)),
      `backups-damaged-${clerkTime(options.at)}.json`,
    )
    if (!own) noteElsewhere(backupFolderOf(book.path), { ...record, folder, sameDisk: onSameDisk(book.path, folder) })
    return { ...record, path, state: 'verified' }
  })
}

function onSameDisk(bookPath: string, folder: string): boolean {
  return statSync(dirname(bookPath)).dev === statSync(folder).dev
}

/** The newest copy of this book in another place, as it was when it was made; null: there never was one. */
export function lastElsewhere(bookPath: string): ElsewhereRecord | null {
  return readManifest(backupFolderOf(bookPath)).elsewhere
}

/** Copies of a folder, newest first: those of the manifest that are there, and books it does not know. */
export async function listBackups(folder: string, password?: string): Promise<readonly BackupRecord[]> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  const { records } = readManifest(folder)
  const listed: BackupRecord[] = []
  for (const record of records) {
    const path = join(folder, record.file)
    if (!existsSync(path)) continue
    listed.push({ ...record, path, state: isAsVerified(path, record) ? 'verified' : 'changed' })
    // Reading the next one may take a while: what waits goes first.
    await new Promise((resume) => setImmediate(resume))
  }
  const known = new Set(records.map((record) => record.file))
  const unlisted = readdirSync(folder)
    .filter((name) => name.endsWith(BOOK_EXTENSION) && !known.has(name))
    .flatMap((name) => describeUnlisted(folder, name, password))
  return [...listed, ...unlisted].toSorted((a, b) => b.at.localeCompare(a.at) || b.file.localeCompare(a.file))
}

/** The newest copy of this very book whose bytes are those that were verified; null where there is none. Reads no more copies than it must. */
export function newestVerified(book: OpenBook, now: string): BackupRecord | null {
  const folder = backupFolderOf(book.path)
  const { origin } = readHeld(book.raw)
  const candidates = readManifest(folder)
    .records.filter((record) => record.origin === origin && record.at <= now)
    .toSorted((a, b) => b.at.localeCompare(a.at))
  for (const record of candidates) {
    const path = join(folder, record.file)
    if (existsSync(path) && isAsVerified(path, record)) return { ...record, path, state: 'verified' }
  }
  return null
}

/** A digest holds for so long without the file being read again, as long as the file system says nothing has touched it. */
const DIGEST_HOLDS_MS = 10 * 60_000
const digests = new Map<string, { readonly mark: string; readonly sha256: string; readonly readAt: number }>()

function isAsVerified(path: string, record: ManifestRecord): boolean {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path)
  if (size !== record.bytes) return false
  const mark = [size, mtimeMs, ctimeMs, ino].join(':')
  const known = digests.get(path)
  const fresh = known?.mark === mark && performance.now() - known.readAt < DIGEST_HOLDS_MS
  const sha256 = fresh ? known.sha256 : digestOf(path)
  if (!fresh) digests.set(path, { mark, sha256, readAt: performance.now() })
  return sha256 === record.sha256
}

/** '' for a file that cannot be read to its end. */
function digestOf(path: string): string {
  try {
    return fileSha256(path)
  } catch {
    return ''
  }
}

/** 20261122-100000 in China Standard Time: what the clerk's clock showed. */
export function clerkTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[-:]/g, '')
    .replace('T', '-')
}

type Held = Pick<ManifestRecord, 'people' | 'entries' | 'head' | 'origin' | 'schema'>

/** What a book file holds: compared between source and copy, and written into the manifest. */
export function readHeld(raw: Database.Database): Held {
  const number = (query: string) => raw.prepare<[], number>(query).pluck().get() ?? 0
  const hash = (query: string) => raw.prepare<[], string>(query).pluck().get() ?? GENESIS
  return {
    people: number('SELECT count(*) FROM person'),
    entries: number('SELECT count(*) FROM journal'),
    head: hash('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1'),
    origin: hash('SELECT hash FROM journal WHERE seq = 1'),
    schema: Number(raw.pragma('user_version', { simple: true })),
  }
}

function writeVerifiedCopy(book: OpenBook, path: string): Held {
  const part = `${path}.part`
  try {
    reserveFile(part)
    book.raw.prepare('VACUUM INTO ?').run(part)
    const held = readHeld(book.raw)
    const copy = openReadOnly(part, book.password)
    try {
      if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new StoreError('backup_failed', { problem: '副本结构检查未通过' })
      if (JSON.stringify(readHeld(copy)) !== JSON.stringify(held))
        throw new StoreError('backup_failed', { problem: '副本与原件的条数不一致' })
    } finally {
      copy.close()
    }
    syncFile(part)
    replaceFile(part, path)
    return held
  } catch (error) {
    removeDatabaseFiles(part)
    throw backupFailure(error)
  }
}

function backupFailure(error: unknown): StoreError {
  const translated = translateSqliteError(error, '')
  if (!(translated instanceof StoreError))
    return new StoreError('backup_failed', { problem: systemProblem(error) }, error)
  if (translated.code === 'backup_failed') return translated
  const problems: Readonly<Record<string, string>> = {
    disk_full: '磁盘已满',
    damaged: '页面损坏',
    read_only: '不能写入备份文件夹',
    busy: '文件正被占用',
  }
  return new StoreError('backup_failed', { problem: problems[translated.code] ?? translated.code }, error)
}

function systemProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '未知原因'
  return code === 'ENOSPC' ? '磁盘已满' : code
}

function writableFolder(folder: string, own: boolean): string {
  try {
    if (own && existsSync(dirname(folder))) mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) throw new StoreError('directory_not_found', { path: folder })
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    throw new StoreError('directory_not_found', { path: folder }, error)
  }
}

/** Unfinished copies of a backup that was cut off. Only this process holds the book, so none of them is in use. */
function removeAbandonedParts(folder: string, bookPath: string): void {
  const prefix = `${bookStem(bookPath)}-`
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && /\.dingbian\.part(-wal|-shm|-journal)?$/.test(name))
      rmSync(join(folder, name), { force: true })
  }
}

function freeName(folder: string, wanted: string): string {
  const stem = bookStem(wanted)
  for (let copy = 1; ; copy += 1) {
    const name = `${stem}${copy === 1 ? '' : `-${copy}`}${BOOK_EXTENSION}`
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, `${name}.part`))) return name
  }
}

/**
 * Thins the recorded copies: the newest `keep`, and in the book's own folder the last of every hour of a day, of every day of a fortnight, of
 * every month of two years. Never the one just verified, never a file the manifest does not know.
 */
function rotate(
  folder: string,
  records: readonly ManifestRecord[],
  newest: string,
  keep: number,
): readonly ManifestRecord[] {
  const present = records.filter((record) => existsSync(join(folder, record.file)))
  const ordered = present
    .filter((record) => record.file !== newest)
    .toSorted((a, b) => b.at.localeCompare(a.at) || b.entries - a.entries)
  const thinned = lastOfSpans(present)
  const dropped = new Set(
    ordered
      .slice(Math.max(0, keep - 1))
      .map((record) => record.file)
      .filter((file) => !thinned.has(file)),
  )
  for (const file of dropped) rmSync(join(folder, file), { force: true })
  return present.filter((record) => !dropped.has(record.file))
}

const HOUR = 3_600_000
/** Hour, day and month by China Standard Time, and how far back each is kept. */
const SPANS = [
  { letters: 13, back: 24 * HOUR },
  { letters: 10, back: 14 * 24 * HOUR },
  { letters: 7, back: 731 * 24 * HOUR },
]

function lastOfSpans(records: readonly ManifestRecord[]): ReadonlySet<string> {
  const times = records.map((record) => Date.parse(record.at))
  const now = Math.max(...times)
  const ordered = records.toSorted((a, b) => b.at.localeCompare(a.at))
  const last = new Set<string>()
  for (const { letters, back } of SPANS) {
    const seen = new Set<string>()
    for (const record of ordered) {
      const at = Date.parse(record.at)
      const span = new Date(at + 8 * HOUR).toISOString().slice(0, letters)
      if (now - at > back || seen.has(span)) continue
      seen.add(span)
      last.add(record.file)
    }
  }
  return last
}

function describeUnlisted(folder: string, file: string, password?: string): readonly BackupRecord[] {
  const path = join(folder, file)
  try {
    const { encrypted } = readBookHeader(path)
    const base = {
      file,
      path,
      at: statSync(path).mtime.toISOString(),
      reason: '清单里没有登记',
      bytes: statSync(path).size,
      sha256: '',
      state: 'unlisted' as const,
    }
    if (encrypted && password === undefined)
      return [{ ...base, people: 0, entries: 0, head: '', origin: '', schema: 0 }]
    const raw = openReadOnly(path, password)
    try {
      return [{ ...base, ...readHeld(raw) }]
    } finally {
      raw.close()
    }
  } catch {
    // Not a book, or not readable as one: not something to restore from.
    return []
  }
}
