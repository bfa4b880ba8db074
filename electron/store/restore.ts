import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { RESTORE_OPERATION } from './backup-anchors.ts'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { backupFolderOf, bookStem, noteRestore } from './backup-manifest.ts'
import { clerkTime, createBackup, readHeld, type BackupRecord } from './backup.ts'
import { refuseNetworkPath } from './book-header.ts'
import {
  COMPANIONS,
  copyFileWhole,
  removeDatabaseFiles,
  replaceFile,
  reserveFile,
  syncFile,
  syncFolder,
} from './durable-file.ts'
import { verifyCopy, type Verification } from './integrity.ts'
import { commitCommand } from './journal.ts'
import { closeBookFile, foldLog, openBookFile, openReadOnly, type OpenBook } from './open.ts'
import { bookName, isOtherBook, judgeTarget, type RestoreTarget } from './restore-target.ts'
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
  /** The clerk has been told that the book in its place is another one than the backup's, and wants it replaced. */
  readonly overOther?: boolean
}

export interface RestoreResult {
  /** Where the replaced state is kept: a verified copy, or a folder with the damaged files. Empty when there was no book. */
  readonly keptCopy: string
}

/**
 * Puts a backup in a book's place. What stands there must be a book (`restore-target.ts`), and the same one unless `overOther`;
 * the backup is checked to the last row; the present state is kept as a copy before anything is touched; the new file is made
 * aside and moved over in one step. The journal of the restored book goes on with an entry that says so. The caller has closed the book.
 * @throws StoreError restore_* of the target; backup_not_valid, wrong_password, from_future, busy …; the target is then as it was.
 */
export async function restoreBook(options: RestoreOptions): Promise<RestoreResult> {
  const { bookPath, backupPath, password } = options
  refuseNetworkPath(bookPath)
  if (!existsSync(backupPath)) throw new StoreError('backup_not_valid', { file: backupPath, problem: '找不到这个文件' })
  const target = judgeTarget(options)
  const part = `${bookPath}.restore.part`
  try {
    removeDatabaseFiles(part)
    const backup = await writeCheckedCopy(backupPath, part, password)
    if (isOtherBook(target, backup.origin) && options.overOther !== true)
      throw new StoreError('restore_other_book', {
        path: bookPath,
        present: presentName(target, bookPath),
        backup: backup.name,
      })
    const kept = await keepPresent(target, options)
    noteRestore(backupFolderOf(bookPath), await recordRestore(part, options, kept.entries))
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

function presentName(target: RestoreTarget, bookPath: string): string {
  return ('name' in target ? target.name : null) ?? bookStem(bookPath)
}

interface CheckedBackup {
  readonly origin: string
  readonly name: string
}

/**
 * Writes the backup, with what its log may still hold, as one clean file under its own key, and verifies it there. A copy of an
 * older schema is verified after the steps it lacks: only then are its tables those its journal is compared with.
 */
async function writeCheckedCopy(
  backupPath: string,
  part: string,
  password: string | undefined,
): Promise<CheckedBackup> {
  const file = basename(backupPath)
  const hadIndex = existsSync(`${backupPath}-shm`)
  try {
    const raw = openReadOnly(backupPath, password)
    try {
      const older = Number(raw.pragma('user_version', { simple: true })) < SCHEMA_VERSION
      if (!older) refuseProblems(await verifyCopy(raw), file)
      reserveFile(part)
      raw.prepare('VACUUM INTO ?').run(part)
      const copy = openReadOnly(part, password)
      try {
        if (
          copy.pragma('quick_check(1)', { simple: true }) !== 'ok' ||
          JSON.stringify(readHeld(copy)) !== JSON.stringify(readHeld(raw))
        )
          throw new StoreError('backup_not_valid', { file, problem: '复制出来的内容与备份不一致' })
      } finally {
        copy.close()
      }
      if (older) refuseProblems(await verifyMigrated(part, password), file)
      return { origin: readHeld(raw).origin, name: bookName(raw) ?? bookStem(backupPath) }
    } finally {
      raw.close()
      if (!hadIndex) rmSync(`${backupPath}-shm`, { force: true })
    }
  } catch (error) {
    throw notValid(error, file)
  }
}

/** What a copy turned out to hold when it was put back as a trial. */
export interface Rehearsal {
  readonly people: number
  readonly entries: number
  readonly head: string
}

/**
 * A restore that stops before anything is replaced: the copy is verified to the last row, written out as a file of its own, opened, counted, and
 * that file is taken away. @throws StoreError as `restoreBook` does of a copy that is no good
 */
export async function rehearseRestore(backupPath: string, password?: string): Promise<Rehearsal> {
  const part = `${backupPath}.rehearsal.part`
  try {
    removeDatabaseFiles(part)
    await writeCheckedCopy(backupPath, part, password)
    const copy = openReadOnly(part, password)
    try {
      const { people, entries, head } = readHeld(copy)
      return { people, entries, head }
    } finally {
      copy.close()
    }
  } catch (error) {
    throw translateSqliteError(error, backupPath)
  } finally {
    removeDatabaseFiles(part)
  }
}

function refuseProblems({ problems: [problem] }: Verification, file: string): void {
  if (problem !== undefined) throw new StoreError('backup_not_valid', { file, problem: problem.text })
}

async function verifyMigrated(part: string, password: string | undefined): Promise<Verification> {
  const book = await openBookFile(part, { password })
  try {
    return await verifyCopy(book.raw)
  } finally {
    await closeBookFile(book)
  }
}

/** What kind of file it is tells more than "not valid", so those codes pass; damage is said of the backup, not of the book. */
function notValid(error: unknown, file: string): unknown {
  if (!(error instanceof StoreError)) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    return code === null || !code.startsWith('SQLITE_')
      ? error
      : new StoreError(code === 'SQLITE_FULL' ? 'disk_full' : 'backup_not_valid', { file, problem: '读不完整' }, error)
  }
  const problems: Readonly<Record<string, string>> = {
    damaged: '备份文件已损坏',
    not_our_file: '不是编制本的备份',
    empty_file: '是空文件',
    book_not_found: '不是文件',
  }
  const problem = problems[error.code]
  return problem === undefined ? error : new StoreError('backup_not_valid', { file, problem }, error)
}

interface Kept {
  readonly path: string
  /** Journal entries of the replaced state, where it could still be read. */
  readonly entries: number | null
}

async function keepPresent(target: RestoreTarget, { bookPath, password, at }: RestoreOptions): Promise<Kept> {
  if (target.kind === 'free') return { path: '', entries: null }
  if (target.kind === 'nothing' || target.kind === 'damaged') return { path: keepRaw(bookPath, at), entries: null }
  // Without rotation: the copy that is being restored may be the oldest of the ten.
  const keep = (book: OpenBook) =>
    createBackup(book, { reason: '恢复前', folder: backupFolderOf(bookPath), at, keep: Infinity })
  let kept: BackupRecord | undefined
  const book = await openBookFile(bookPath, {
    password,
    // A book of an older schema is kept as it is, not as the steps make it.
    beforeMigration: async (old) => {
      kept = await keep(old)
    },
  })
  try {
    kept ??= await keep(book)
    return { path: kept.path, entries: kept.entries }
  } finally {
    await closeBookFile(book)
  }
}

/** What cannot be opened is kept byte for byte, log and all, for whoever can still read it. */
function keepRaw(bookPath: string, at: string): string {
  const parent = backupFolderOf(bookPath)
  let folder = join(parent, `damaged-${clerkTime(at)}`)
  for (let copy = 2; existsSync(folder); copy += 1) folder = join(parent, `damaged-${clerkTime(at)}-${copy}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new StoreError('directory_not_found', { path: parent }, error)
  }
  try {
    for (const suffix of ['', ...COMPANIONS]) {
      if (existsSync(bookPath + suffix)) copyFileWhole(bookPath + suffix, join(folder, basename(bookPath) + suffix))
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw isFull(error) ? new StoreError('disk_full', { path: parent }, error) : error
  }
  syncFolder(parent)
  return folder
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}

/** Opens the new file once, which migrates an older one, and says in its journal what happened. */
async function recordRestore(part: string, options: RestoreOptions, replacedEntries: number | null): Promise<string> {
  const book = await openBookFile(part, { password: options.password })
  try {
    const { entries } = readHeld(book.raw)
    const before = replacedEntries === null ? '恢复前的编制本已不能打开' : `恢复前台账有 ${replacedEntries} 条`
    const { entry } = await commitCommand(
      book.db,
      {
        recordedAt: options.at,
        actor: options.actor ?? '经办人',
        operation: RESTORE_OPERATION,
        summary: `从备份 ${basename(options.backupPath)} 恢复：备份的台账有 ${entries} 条，${before}`,
      },
      () => Promise.resolve(),
    )
    foldLog(book)
    return entry.hash
  } finally {
    await closeBookFile(book)
  }
}
