import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createBook } from '../app/create-book.ts'
import { readBookSummary } from '../app/book-summary.ts'
import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { backupFolderOf, createBackup, listBackups } from '../store/backup.ts'
import type { AppendedEntry } from '../store/journal.ts'
import { createBookFile, openBookFile, type OpenBook } from '../store/open.ts'
import { restoreBook } from '../store/restore.ts'
import { browseFolder } from './browse-folder.ts'
import { defaultBookPath, type Session } from './session.ts'
import { stageSample } from './staged-files.ts'

type Status = Output<'book.status'>

/** What the top bar and the start screen show. */
export async function readStatus(session: Session): Promise<Status> {
  const book = session.book()
  const outside = {
    today: session.clock.today(),
    dataFolder: session.dataFolder,
    recent: recentBooks(session),
    version: session.appVersion,
  }
  if (book === null) {
    return { open: false, name: null, path: null, fileName: null, encrypted: false, packId: null, packTitle: null, entries: 0, head: null, people: 0, units: 0, lastBackup: null, ...outside }
  }
  const last = (await listBackups(backupFolderOf(book.path)))[0]
  return {
    open: true,
    path: book.path,
    fileName: basename(book.path),
    encrypted: book.encrypted,
    ...(await readBookSummary(book.db, session.clock.today())),
    lastBackup: last === undefined ? null : { at: last.at, file: last.file, people: last.people },
    ...outside,
  }
}

/** A new book file with its first entry. The file is only kept when that entry is on the disk. */
export async function createNewBook(input: Input<'book.create'>, session: Session): Promise<Status> {
  const path = resolve(input.path ?? defaultBookPath(session, input.name))
  if (input.password !== undefined && Array.from(input.password).length < 8) throw new OperationError('password_weak')
  const entries: AppendedEntry[] = []
  const book = await createBookFile(path, {
    password: input.password,
    initialise: async (fresh) => {
      entries.push(await createBook(fresh, { name: input.name, pack: input.pack ?? 'none', recordedAt: session.clock.now(), actor: session.actor, newId: session.newId }))
    },
  })
  await session.swap(() => Promise.resolve(book))
  for (const { seq } of entries) session.changed(seq)
  return readStatus(session)
}

/** Opens a book; before a schema step it is copied. The book that was open stays open when this one cannot be. */
export async function openBook(input: Input<'book.open'>, session: Session): Promise<Status> {
  const path = resolve(input.path)
  if (session.book()?.path !== path) {
    const next = await open(session, path, input.password)
    await session.swap(() => Promise.resolve(next))
  }
  return readStatus(session)
}

/** The sample township: made once from the 2006-style plan and the bundled workbook, by the same operations a clerk uses. */
export async function openSample(session: Session): Promise<Status> {
  const path = join(session.dataFolder, '山溪乡（示例）.dingbian')
  if (existsSync(path)) return openBook({ path }, session)
  await createNewBook({ path, name: '山溪乡', pack: 'seed-000' }, session)
  const { fileId } = stageSample(session)
  await session.call('import.commit', { fileId })
  return readStatus(session)
}

export async function closeBook(session: Session): Promise<Status> {
  await session.swap(() => Promise.resolve(null))
  return readStatus(session)
}

/** Puts a verified backup in the place of a book, open or too damaged to open; its present state is kept as a copy first. */
export async function restoreFromBackup(input: Input<'backup.restore'>, session: Session): Promise<Output<'backup.restore'>> {
  const present = session.book()
  const bookPath = input.bookPath === undefined ? present?.path : resolve(input.bookPath)
  if (bookPath === undefined) throw new OperationError('no_book')
  const password = input.password ?? (present?.path === bookPath ? present.password : undefined)
  // Without the copy at exit: it would push the oldest backup out, perhaps the very one to be restored. restoreBook keeps the present state itself.
  await session.swap(() => Promise.resolve(null), { copy: false })
  try {
    const { keptCopy } = await restoreBook({ bookPath, backupPath: resolve(input.path), password, at: session.clock.now(), actor: session.actor })
    await session.swap(() => open(session, bookPath, password))
    return { status: await readStatus(session), keptCopy: keptCopy === '' ? null : keptCopy }
  } catch (error) {
    if (present !== null && session.book() === null) await session.swap(() => open(session, present.path, present.password))
    throw error
  }
}

function open(session: Session, path: string, password: string | undefined): Promise<OpenBook> {
  return openBookFile(path, {
    password,
    beforeMigration: async (book) => {
      await createBackup(book, { reason: '升级前', folder: backupFolderOf(path), at: session.clock.now() })
    },
  })
}

function recentBooks(session: Session): Status['recent'] {
  const { books } = browseFolder(session.dataFolder)
  return books
    .toSorted((left, right) => right.modifiedAt.localeCompare(left.modifiedAt))
    .slice(0, 12)
    .map(({ path, name, modifiedAt }) => ({ path, fileName: name, modifiedAt }))
}
