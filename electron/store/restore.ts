import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RESTORE_OPERATION } from './backup-anchors.ts'
import { backupFolderOf } from './backup-manifest.ts'
import { clerkTime, createBackup, readHeld } from './backup.ts'
import { refuseNetworkPath } from './book-header.ts'
import { COMPANIONS, copyFileWhole, removeDatabaseFiles, replaceFile, reserveFile, syncFile, syncFolder } from './durable-file.ts'
import { verifyCopy } from './integrity.ts'
import { commitCommand } from './journal.ts'
import { closeBookFile, foldLog, openBookFile, openReadOnly } from './open.ts'
import { StoreError, translateSqliteError } from './store-error.ts'

export interface RestoreOptions {
  readonly bookPath: string
  readonly backupPath: string
  /** The password of both, where they carry one. */
  readonly password?: string | undefined
  /** UTC instant, ISO. */
  readonly at: string
  /** Who restores: stands in the journal. */
  readonly actor?: string
}

export interface RestoreResult {
  /** Where the replaced state is kept: a verified copy, or a folder with the damaged files. Empty when there was no book. */
  readonly keptCopy: string
}

/**
 * Puts a backup in a book's place. The backup is checked to the last row first; the present state is kept as a copy before
 * anything is touched; the new file is made aside and moved over in one step. The journal of the restored book goes on with
 * an entry that says so. The caller has closed the book.
 * @throws StoreError backup_not_valid, wrong_password, from_future, busy …; the present book is then as it was.
 */
export async function restoreBook(options: RestoreOptions): Promise<RestoreResult> {
  const { bookPath, backupPath, password, at } = options
  refuseNetworkPath(bookPath)
  if (!existsSync(backupPath)) throw new StoreError('backup_not_valid', { file: backupPath, problem: '找不到这个文件' })
  const part = `${bookPath}.restore.part`
  removeDatabaseFiles(part)
  try {
    await writeCheckedCopy(backupPath, part, password)
    const kept = await keepPresent(bookPath, password, at)
    await recordRestore(part, options, kept.entries)
    syncFile(part)
    // The log of the replaced file must not meet the new one; its content is in the kept copy by now.
    for (const suffix of COMPANIONS) rmSync(bookPath + suffix, { force: true })
    replaceFile(part, bookPath)
    return { keptCopy: kept.path }
  } catch (error) {
    throw translateSqliteError(error, bookPath)
  } finally {
    removeDatabaseFiles(part)
  }
}

/** Verifies the backup and writes it, with what its log may still hold, as one clean file under its own key. */
async function writeCheckedCopy(backupPath: string, part: string, password: string | undefined): Promise<void> {
  const file = basename(backupPath)
  const hadIndex = existsSync(`${backupPath}-shm`)
  try {
    const raw = openReadOnly(backupPath, password)
    try {
      const verification = await verifyCopy(raw)
      const [problem] = verification.problems
      if (problem !== undefined) throw new StoreError('backup_not_valid', { file, problem: problem.text })
      reserveFile(part)
      raw.prepare('VACUUM INTO ?').run(part)
      const copy = openReadOnly(part, password)
      try {
        if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok' || JSON.stringify(readHeld(copy)) !== JSON.stringify(readHeld(raw))) throw new StoreError('backup_not_valid', { file, problem: '复制出来的内容与备份不一致' })
      } finally {
        copy.close()
      }
    } finally {
      raw.close()
      if (!hadIndex) rmSync(`${backupPath}-shm`, { force: true })
    }
  } catch (error) {
    throw notValid(error, file)
  }
}

/** What kind of file it is tells more than "not valid", so those codes pass; damage is said of the backup, not of the book. */
function notValid(error: unknown, file: string): unknown {
  if (!(error instanceof StoreError)) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    return code === null || !code.startsWith('SQLITE_') ? error : new StoreError(code === 'SQLITE_FULL' ? 'disk_full' : 'backup_not_valid', { file, problem: '读不完整' }, error)
  }
  const problems: Readonly<Record<string, string>> = { damaged: '备份文件已损坏', not_our_file: '不是编制本的备份', empty_file: '是空文件', book_not_found: '不是文件' }
  const problem = problems[error.code]
  return problem === undefined ? error : new StoreError('backup_not_valid', { file, problem }, error)
}

interface Kept {
  readonly path: string
  /** Journal entries of the replaced state, where it could still be read. */
  readonly entries: number | null
}

async function keepPresent(bookPath: string, password: string | undefined, at: string): Promise<Kept> {
  if (!existsSync(bookPath)) return { path: '', entries: null }
  try {
    const book = await openBookFile(bookPath, { password })
    try {
      // Without rotation: the copy that is being restored may be the oldest of the ten.
      const kept = await createBackup(book, { reason: '恢复前', folder: backupFolderOf(bookPath), at, keep: Infinity })
      return { path: kept.path, entries: kept.entries }
    } finally {
      await closeBookFile(book)
    }
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'busy' || error.code === 'directory_not_found')) throw error
    return { path: keepRaw(bookPath, at), entries: null }
  }
}

/** What cannot be opened is kept byte for byte, log and all, for whoever can still read it. */
function keepRaw(bookPath: string, at: string): string {
  const parent = backupFolderOf(bookPath)
  let folder = join(parent, `damaged-${clerkTime(at)}`)
  for (let copy = 2; existsSync(folder); copy += 1) folder = join(parent, `damaged-${clerkTime(at)}-${copy}`)
  mkdirSync(folder, { recursive: true })
  for (const suffix of ['', ...COMPANIONS]) {
    if (existsSync(bookPath + suffix)) copyFileWhole(bookPath + suffix, join(folder, basename(bookPath) + suffix))
  }
  syncFolder(parent)
  return folder
}

/** Opens the new file once, which migrates an older one, and says in its journal what happened. */
async function recordRestore(part: string, options: RestoreOptions, replacedEntries: number | null): Promise<void> {
  const book = await openBookFile(part, { password: options.password })
  try {
    const { entries } = readHeld(book.raw)
    const before = replacedEntries === null ? '恢复前的编制本已不能打开' : `恢复前台账有 ${replacedEntries} 条`
    await commitCommand(
      book.db,
      { recordedAt: options.at, actor: options.actor ?? '经办人', operation: RESTORE_OPERATION, summary: `从备份 ${basename(options.backupPath)} 恢复：备份的台账有 ${entries} 条，${before}` },
      () => Promise.resolve(),
    )
    foldLog(book)
  } finally {
    await closeBookFile(book)
  }
}
