import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createBook } from '../app/book/create-book.ts'
import { readBookSummary } from '../app/book/read-summary.ts'
import { passwordWeakness } from '../vocabulary/access.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Input, Output } from '../contract/operations.ts'
import { backupFolderOf, createBackup, newestVerified } from '../store/backup.ts'
import type { AppendedEntry } from '../store/journal.ts'
import type { Entrance } from '../store/book-key.ts'
import { createBookFile, openBookFile, type OpenBook } from '../store/open.ts'
import { restoreBook } from '../store/restore.ts'
import { signIn } from './access.ts'
import { browseFolder } from './browse-folder.ts'
import { readPreferences, rememberBook } from './preferences.ts'
import { defaultBookPath, nobody, type Session } from './session.ts'
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
    return {
      open: false,
      name: null,
      path: null,
      fileName: null,
      encrypted: false,
      packId: null,
      packTitle: null,
      entries: 0,
      head: null,
      people: 0,
      units: 0,
      clock: null,
      lastBackup: null,
      ...outside,
    }
  }
  const last = newestVerified(book, session.clock.now())
  return {
    open: true,
    path: book.path,
    fileName: basename(book.path),
    encrypted: book.encrypted,
    ...(await readBookSummary(book.db, session.clock)),
    lastBackup: last === null ? null : { at: last.at, file: last.file, people: last.people },
    ...outside,
  }
}

/** A new book file with its first entry. The file is only kept when that entry is on the disk. */
export async function createNewBook(input: Input<'book.create'>, session: Session): Promise<Status> {
  const path = resolve(input.path ?? defaultBookPath(session, input.name))
  const why = input.password === undefined ? null : passwordWeakness(input.password, [input.name])
  if (why !== null) throw new Refusal('password_weak', { why })
  const entries: AppendedEntry[] = []
  const book = await createBookFile(path, {
    password: input.password,
    initialise: async (fresh) => {
      entries.push(
        await createBook(fresh, {
          name: input.name,
          pack: input.pack ?? 'none',
          documentNumber: filled(input.documentNumber),
          documentDate: input.documentDate,
          documentIssuer: filled(input.documentIssuer),
          recordedAt: session.clock.now(),
          actor: session.actor,
          newId: session.newId,
        }),
      )
    },
  })
  await session.swap(() => Promise.resolve(book))
  Object.assign(session.access, nobody())
  for (const { seq } of entries) session.changed(seq)
  if (session.remembersBooks) rememberBook(session.dataFolder, path)
  return readStatus(session)
}

/** Opens a book; before a schema step it is copied. The book that was open stays open when this one cannot be. */
export async function openBook(input: Input<'book.open'>, session: Session): Promise<Status> {
  const path = resolve(input.path)
  if (session.book()?.path !== path) {
    const entrance = await session.entrance(path, input)
    const next = await open(session, path, entrance.password)
    await session.swap(() => Promise.resolve(next))
    try {
      await signIn(session, next, entrance)
    } catch (error) {
      await session.swap(() => Promise.resolve(null), { copy: false })
      throw error
    }
  }
  if (session.remembersBooks) rememberBook(session.dataFolder, path)
  return readStatus(session)
}

/** The sample township: made once from the 2006-style plan and the bundled workbook, by the same operations a clerk uses. */
export async function openSample(session: Session): Promise<Status> {
  const path = join(session.dataFolder, '山溪乡（示例）.dingbian')
  if (existsSync(path)) return openBook({ path }, session)
  await createNewBook({ path, name: '山溪乡', pack: 'seed-000', ...SAMPLE_PLAN }, session)
  const { fileId } = stageSample(session)
  await session.call('import.commit', { fileId })
  return readStatus(session)
}

/** A book or a backup handed in as a file: the file itself stays where it is. What turns out to be no book is not kept. */
export async function adoptBook(input: Input<'book.adopt'>, session: Session): Promise<Output<'book.adopt'>> {
  const file = session.staged.get(input.fileId)
  if (file === undefined) throw new Refusal('file_expired')
  const path = freePath(session, file.name.replace(/\.dingbian$/u, ''))
  writeFileSync(path, file.bytes, { flag: 'wx', mode: 0o600 })
  try {
    await openBook({ path }, session)
    return { path, opened: true }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'password_required') {
      if (session.remembersBooks) rememberBook(session.dataFolder, path)
      return { path, opened: false }
    }
    rmSync(path, { force: true })
    throw error
  }
}

/** 山溪乡.dingbian, or 山溪乡（2）.dingbian where that is taken. */
function freePath(session: Session, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = defaultBookPath(session, number === 1 ? name : `${name}（${number}）`)
    if (!existsSync(path)) return path
  }
}

export async function closeBook(session: Session): Promise<Status> {
  await session.swap(() => Promise.resolve(null))
  Object.assign(session.access, nobody())
  return readStatus(session)
}

/** Puts a verified backup in the place of a book, open or too damaged to open; its present state is kept as a copy first. */
export async function restoreFromBackup(
  input: Input<'backup.restore'>,
  session: Session,
): Promise<Output<'backup.restore'>> {
  const present = session.book()
  const bookPath = input.bookPath === undefined ? present?.path : resolve(input.bookPath)
  if (bookPath === undefined) throw new Refusal('no_book')
  const { signedIn } = session.access
  const entrance = await restoreEntrance(input, session, bookPath, present)
  const { password } = entrance
  // Without the copy at exit: it would push the oldest backup out, perhaps the very one to be restored. restoreBook keeps the present state itself.
  await session.swap(() => Promise.resolve(null), { copy: false })
  try {
    const { keptCopy } = await restoreBook({
      bookPath,
      backupPath: resolve(input.path),
      password,
      at: session.clock.now(),
      actor: session.actor,
      overOther: input.overOther === true,
    })
    await session.swap(() => open(session, bookPath, password))
    const restored = session.book()
    if (restored !== null) {
      // Whoever restored stays signed in, also in a copy from before she was a user.
      session.access.signedIn = signedIn
      await signIn(session, restored, { ...entrance, personId: entrance.personId ?? signedIn?.me.id ?? null })
    }
    return { status: await readStatus(session), keptCopy: keptCopy === '' ? null : keptCopy }
  } catch (error) {
    if (present !== null && session.book() === null)
      await session.swap(() => open(session, present.path, present.password))
    throw error
  }
}

/** What opens both the copy and the book: the key of the open book, or what was typed. */
async function restoreEntrance(
  input: Input<'backup.restore'>,
  session: Session,
  bookPath: string,
  present: OpenBook | null,
): Promise<Entrance> {
  const { signedIn } = session.access
  if (input.password === undefined)
    return {
      password: present?.path === bookPath ? present.password : undefined,
      personId: signedIn?.me.id ?? null,
      secret: signedIn?.secret ?? null,
      wrongBefore: 0,
    }
  // A copy that is no book is told by the restore itself, in its own words.
  return session.entrance(resolve(input.path), input).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && ENTRANCE_CODES.has(String(error.code))) throw error
    return { password: input.password, personId: null, secret: null, wrongBefore: 0 }
  })
}

const ENTRANCE_CODES: ReadonlySet<string> = new Set(['too_many_tries', 'person_required'])

function open(session: Session, path: string, password: string | undefined): Promise<OpenBook> {
  return openBookFile(path, {
    password,
    beforeMigration: async (book) => {
      await createBackup(book, { reason: '升级前', folder: backupFolderOf(path), at: session.clock.now() })
    },
  })
}

const MOST_RECENT = 12

/** Those she opened, wherever they lie, the last one first; then what else lies in the data folder, newest first. */
function recentBooks(session: Session): Status['recent'] {
  const opened = readPreferences(session.dataFolder).books.flatMap((path) => bookAt(path) ?? [])
  const known = new Set(opened.map((book) => book.path))
  const found = browseFolder(session.dataFolder)
    .books.filter(({ path }) => !known.has(path))
    .toSorted((left, right) => right.modifiedAt.localeCompare(left.modifiedAt))
    .map(({ path, name, modifiedAt }) => ({ path, fileName: name, modifiedAt }))
  return [...opened, ...found].slice(0, MOST_RECENT)
}

/** Null: moved, deleted, or on a stick that is not plugged in. */
function bookAt(path: string): Status['recent'][number] | null {
  try {
    const found = statSync(path)
    return found.isFile() ? { path, fileName: basename(path), modifiedAt: found.mtime.toISOString() } : null
  } catch {
    return null
  }
}

/** The invented township's own plan, as its workbook names it. */
const SAMPLE_PLAN = { documentNumber: '山编办〔2006〕12号', documentDate: '2006-11-01' } as const

/** An emptied field says nothing. */
function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}
