import { existsSync, lstatSync, readlinkSync, rmSync, statSync, type Stats } from 'node:fs'
import { basename, dirname } from 'node:path'
import type Database from 'better-sqlite3-multiple-ciphers'
import { BOOK_EXTENSION, backupFolderOf, bookStem, readManifest } from './backup-manifest.ts'
import { readHeld } from './backup.ts'
import { isBlank, isOtherKind, readBookHeader, refuseNetworkPath, wordsOfABook } from './book-header.ts'
import { GENESIS } from './canonical.ts'
import { hasPageOf, saltOf } from './cipher-pages.ts'
import { COMPANIONS } from './durable-file.ts'
import { openReadOnly } from './open.ts'
import { StoreError, translateSqliteError } from './store-error.ts'

/*
 * What stands at the path a backup is to be put at. A restore writes over a book of this program, whole, older or damaged, and
 * over nothing else. Everything here only reads: a refusal leaves the file, its rights and its folder as they were.
 *
 * A damaged file is taken for a book when one of these proves it:
 *  1. our mark stands in its first page, in the clear;
 *  2. a page of it holds the words of our tables (a plain book whose first page is gone);
 *  3. a page of it bears the seal of the password given, with its own salt or that of the backup (an encrypted one);
 *  4. the list of copies beside it names copies of it, and it does not begin as another kind of file does.
 * An empty file and one of zeros only are no book, but there is nothing in them to lose. Whatever else stands there is refused:
 * the clerk can move it away, and then restore to a free name.
 */

export type RestoreTarget =
  | { readonly kind: 'free' }
  | { readonly kind: 'nothing' }
  /** A whole book, of this schema or an older one. */
  | { readonly kind: 'book'; readonly origin: string | null; readonly name: string }
  /** `origin` and `name` where they can still be read, or were written down beside it. */
  | { readonly kind: 'damaged'; readonly origin: string | null; readonly name: string | null }

interface Asked {
  readonly bookPath: string
  readonly backupPath: string
  readonly password?: string | undefined
}

/**
 * @throws StoreError restore_target_name, directory_not_found, restore_target_kind, not_our_file, from_future, busy,
 * password_required, restore_other_password, restore_target_unknown
 */
export function judgeTarget({ bookPath, backupPath, password }: Asked): RestoreTarget {
  refuseNetworkPath(bookPath)
  const name = basename(bookPath).toLowerCase().trim()
  if (!name.endsWith(BOOK_EXTENSION) || name === BOOK_EXTENSION)
    throw new StoreError('restore_target_name', { path: bookPath })
  const folder = dirname(bookPath)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new StoreError('directory_not_found', { path: folder })
  const found = lstatSync(bookPath, { throwIfNoEntry: false })
  if (found === undefined) return { kind: 'free' }
  if (!found.isFile()) throw new StoreError('restore_target_kind', { path: bookPath, what: kindOf(found, bookPath) })
  if (sameFile(found, backupPath)) throw new StoreError('restore_same_file', { path: bookPath })
  if (isBlank(bookPath)) return { kind: 'nothing' }
  return leavingNoCompanion(bookPath, () => read({ bookPath, backupPath, password }))
}

/** Whether the two files belong to different books, as far as either says. */
export function isOtherBook(target: RestoreTarget, backupOrigin: string): boolean {
  if (target.kind === 'free' || target.kind === 'nothing') return false
  return target.origin !== null && backupOrigin !== GENESIS && target.origin !== backupOrigin
}

function kindOf(found: Stats, path: string): string {
  if (found.isSymbolicLink()) return `指向 ${readlinkSync(path)} 的链接`
  if (found.isDirectory()) return '文件夹'
  return found.isFIFO() ? '管道' : found.isSocket() ? '套接字' : '设备'
}

function sameFile(found: Stats, backupPath: string): boolean {
  const backup = statSync(backupPath, { throwIfNoEntry: false })
  return backup !== undefined && backup.ino === found.ino && backup.dev === found.dev && found.ino !== 0
}

function read({ bookPath, backupPath, password }: Asked): RestoreTarget {
  try {
    const raw = openReadOnly(bookPath, password)
    try {
      const { origin, name } = whoseBook(raw, bookPath)
      return soundEnough(raw)
        ? { kind: 'book', origin, name: name ?? bookStem(bookPath) }
        : { kind: 'damaged', origin, name }
    } finally {
      raw.close()
    }
  } catch (error) {
    if (!(error instanceof StoreError))
      throw isForbidden(error) ? new StoreError('read_only', { path: bookPath }, error) : error
    if (!isOurs(error, { bookPath, backupPath, password })) throw refusal(error, { bookPath, backupPath, password })
    return { kind: 'damaged', ...recordedBeside(bookPath) }
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
}

/** The refusals of opening that speak of what the file is, not of damage, and what they mean for a file that would be replaced. */
function refusal(error: StoreError, { bookPath: path, backupPath, password }: Asked): StoreError {
  // A password that opens neither of the two is a slip of the hand, and says nothing of the book.
  if (error.code === 'wrong_password')
    return opens(backupPath, password) ? new StoreError('restore_other_password', { path }, error) : error
  return error.code === 'damaged' ? new StoreError('restore_target_unknown', { path }, error) : error
}

function opens(path: string, password: string | undefined): boolean {
  return leavingNoCompanion(path, () => {
    try {
      openReadOnly(path, password).close()
      return true
    } catch (error) {
      return !(error instanceof StoreError && error.code === 'wrong_password')
    }
  })
}

function isOurs(error: StoreError, { bookPath, backupPath, password }: Asked): boolean {
  switch (error.code) {
    // The first page is blank or lost its beginning; or it is ours and a later page is not.
    case 'damaged':
      return (
        hasMark(bookPath) ||
        wordsOfABook(bookPath) ||
        sealed(bookPath, backupPath, password) ||
        (recordedBeside(bookPath).known && !isOtherKind(bookPath))
      )
    case 'wrong_password':
      return wordsOfABook(bookPath) || sealed(bookPath, backupPath, password)
    // No password was given: an encrypted file says nothing. A plain book with a first page of noise still does.
    case 'password_required':
      return wordsOfABook(bookPath)
    // A first page that is neither ours nor noise.
    case 'not_our_file':
      return !isOtherKind(bookPath) && (wordsOfABook(bookPath) || sealed(bookPath, backupPath, password))
    default:
      return false
  }
}

function hasMark(path: string): boolean {
  try {
    readBookHeader(path)
    return true
  } catch (error) {
    return error instanceof StoreError && error.code === 'damaged' && error.details['marked'] === 1
  }
}

function sealed(bookPath: string, backupPath: string, password: string | undefined): boolean {
  if (!password) return false
  return (
    hasPageOf(bookPath, password, saltOf(bookPath)) ||
    (existsSync(backupPath) && statSync(backupPath).isFile() && hasPageOf(bookPath, password, saltOf(backupPath)))
  )
}

function soundEnough(raw: Database.Database): boolean {
  try {
    return raw.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    const translated = translateSqliteError(error, '')
    if (translated instanceof StoreError && translated.code !== 'damaged') throw translated
    return false
  }
}

/** First entry and name, each where it can be read. */
function whoseBook(
  raw: Database.Database,
  path: string,
): { readonly origin: string | null; readonly name: string | null } {
  const recorded = recordedBeside(path)
  try {
    const { origin } = readHeld(raw)
    return { origin: origin === GENESIS ? null : origin, name: bookName(raw) }
  } catch (error) {
    const translated = translateSqliteError(error, path)
    if (translated instanceof StoreError && translated.code === 'busy') throw translated
    return { origin: recorded.origin, name: recorded.name }
  }
}

/** The township's name as the book has it; null in a book without its first entry. */
export function bookName(raw: Database.Database): string | null {
  return raw.prepare<[], string>('SELECT name FROM book').pluck().get() ?? null
}

interface Recorded {
  readonly known: boolean
  readonly origin: string | null
  readonly name: string | null
}

/** What the list of copies in the book's own folder says of the book of that name: its newest copy tells whose it was. */
function recordedBeside(path: string): Recorded {
  const stem = bookStem(path)
  const newest = readManifest(backupFolderOf(path))
    .records.filter((record) => record.file.startsWith(`${stem}-`))
    .toSorted((a, b) => b.at.localeCompare(a.at))[0]
  return newest === undefined
    ? { known: false, origin: null, name: null }
    : { known: true, origin: newest.origin === GENESIS ? null : newest.origin, name: stem }
}

/** Reading a book beside its log makes an index file; one that was not there before goes again. */
function leavingNoCompanion<R>(path: string, work: () => R): R {
  const there = COMPANIONS.filter((suffix) => existsSync(path + suffix))
  try {
    return work()
  } finally {
    for (const suffix of COMPANIONS) if (!there.includes(suffix)) rmSync(path + suffix, { force: true })
  }
}
