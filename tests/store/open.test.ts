import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupFolderOf, createBackup } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string

const SAMPLE = join(import.meta.dirname, '../../electron/sample/山溪乡花名册.xlsx')

/** Every file of the folder with its hash: what must be the same after a refusal. */
function contents(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return [file, createHash('sha256').update(readFileSync(file)).digest('hex')]
      }),
  )
}

/**
 * Tries to open: the refusal's code and details, whether every file stayed as it was, and whether an answer came at all, without waiting for
 * a lock to be let go.
 */
async function refusal(target: string): Promise<Readonly<Record<string, unknown>>> {
  const before = JSON.stringify(contents())
  const started = performance.now()
  const { code, details } = await openBookFile(target).then(
    () => ({ code: 'opened', details: {} }),
    (error: unknown) => (error instanceof StoreError ? error : { code: String(error), details: {} }),
  )
  return {
    code,
    ...details,
    untouched: JSON.stringify(contents()) === before,
    prompt: performance.now() - started < 120_000,
  }
}

/** What every refusal must be, whatever its reason. */
const refused = (code: string, details: Readonly<Record<string, unknown>> = {}) => ({
  code,
  untouched: true,
  prompt: true,
  ...details,
})

/** Overwrites bytes in place. */
function overwrite(file: string, at: number, bytes: Buffer): void {
  const content = readFileSync(file)
  bytes.copy(content, at)
  writeFileSync(file, content)
}

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, '试验乡.dingbian')
})
afterEach(() => folder.dispose())

async function makeBook(target = path, password?: string): Promise<void> {
  const book = await createBookFile(target, { password })
  await foundTownship(book)
  await addPeople(book, 'a', 60)
  await closeBookFile(book)
}

/** A book as a crash leaves it: `batches` commits are only in the log. */
async function makeCrashedBook(target: string, batch: string): Promise<void> {
  const working = `${target}.working`
  const book = await createBookFile(working)
  await foundTownship(book)
  await closeBookFile(book)
  const again = await openBookFile(working)
  await addPeople(again, batch, 60)
  copyFileSync(working, target)
  copyFileSync(`${working}-wal`, `${target}-wal`)
  await closeBookFile(again)
  rmSync(working)
}

describe('what is not a book is refused by what it is, and nothing is written', () => {
  it('a missing path, whose file is not created', async () =>
    expect(await refusal(path)).toMatchObject(refused('book_not_found')))

  it('a folder', async () => {
    mkdirSync(path)
    expect(await refusal(path)).toMatchObject(refused('book_not_found'))
  })

  it('an empty file', async () => {
    writeFileSync(path, '')
    expect(await refusal(path)).toMatchObject(refused('empty_file'))
  })

  it.each([
    ['a text file', Buffer.from('姓名,身份证号\n'.repeat(900))],
    ['a short binary file', Buffer.from([1, 2, 3])],
    [
      'a picture',
      Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47]),
        Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 256)),
      ]),
    ],
  ])('%s', async (_, content) => {
    writeFileSync(path, content)
    expect(await refusal(path)).toMatchObject(refused('not_our_file'))
  })

  it('a workbook', async () => {
    copyFileSync(SAMPLE, path)
    expect(await refusal(path)).toMatchObject(refused('not_our_file'))
  })

  it('the database of another program, also one with a log waiting beside it', async () => {
    const other = new Database(path)
    other.pragma('journal_mode = WAL')
    other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)')
    copyFileSync(path, join(folder.path, 'crashed.dingbian'))
    copyFileSync(`${path}-wal`, join(folder.path, 'crashed.dingbian-wal'))
    other.close()
    expect(await refusal(path)).toMatchObject(refused('not_our_file'))
    expect(await refusal(join(folder.path, 'crashed.dingbian'))).toMatchObject(refused('not_our_file'))
  })

  it.each(['\\\\服务器\\共享\\山溪乡.dingbian', '//server/share/a.dingbian', '\\\\?\\UNC\\server\\share\\a.dingbian'])(
    'a network path %s, before anything is looked at',
    async (network) => expect(await refusal(network)).toMatchObject(refused('network_path')),
  )
})

describe('a book that cannot be opened is left as it is', () => {
  it('control: one that can be opened is seen to be, and so is a changed file', async () => {
    await makeBook()
    const before = contents()
    expect(await refusal(path)).toMatchObject({ code: 'opened' })
    overwrite(path, 200, Buffer.from([1]))
    expect(contents()).not.toEqual(before)
  })

  it('from a newer version', async () => {
    await makeBook()
    overwrite(path, 60, Buffer.from([0, 0, 0, 99]))
    expect(await refusal(path)).toMatchObject(refused('from_future', { found: 99, supported: SCHEMA_VERSION }))
  })

  it('with its header zeroed, or the whole file', async () => {
    await makeBook()
    overwrite(path, 0, Buffer.alloc(16))
    expect(await refusal(path)).toMatchObject(refused('damaged', { backups: '（没有找到备份）' }))
    writeFileSync(path, Buffer.alloc(statSync(path).size))
    expect(await refusal(path)).toMatchObject(refused('damaged'))
  })

  it('with one letter torn in a table definition', async () => {
    await makeBook()
    overwrite(path, readFileSync(path).indexOf('length(trim(name))'), Buffer.from('hength'))
    expect(await refusal(path)).toMatchObject(refused('damaged'))
  })

  it('with its version put back and the record of its steps gone: they would be taken a second time', async () => {
    await makeBook()
    const raw = new Database(path)
    raw.pragma('user_version = 5')
    raw.exec('DELETE FROM kysely_migration')
    raw.close()
    expect(await refusal(path)).toMatchObject(refused('damaged', { problem: '升级记录不全' }))
  })

  it('with its version put back alone, as a cut right after its steps leaves it, is opened with a copy made before, and is what it was', async () => {
    await makeBook()
    const raw = new Database(path)
    raw.pragma('user_version = 5')
    raw.close()
    const seen: number[] = []
    const book = await openBookFile(path, {
      beforeMigration: (_, from) => {
        seen.push(from)
        return Promise.resolve()
      },
    })
    expect(seen).toEqual([5])
    expect(book.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(await verifyBook(book)).toMatchObject({ ok: true })
    await closeBookFile(book)
  })

  it('with pages destroyed, naming the newest backups', async () => {
    const book = await createBookFile(path)
    await foundTownship(book)
    await addPeople(book, 'a', 60)
    const older = await createBackup(book, {
      reason: '退出',
      folder: backupFolderOf(path),
      at: '2026-11-20T02:00:00.000Z',
    })
    const newer = await createBackup(book, {
      reason: '退出',
      folder: backupFolderOf(path),
      at: '2026-11-21T02:00:00.000Z',
    })
    await closeBookFile(book)
    overwrite(path, 4096 * 3, Buffer.alloc(4096 * 30, 0x5a))
    expect(await refusal(path)).toMatchObject(refused('damaged', { backups: `${newer.file}、${older.file}` }))
  })

  it('cut short', async () => {
    await makeBook()
    writeFileSync(path, readFileSync(path).subarray(0, 4096 * 9 + 100))
    expect(await refusal(path)).toMatchObject(refused('damaged'))
  })

  it('in use by another program: said within about three seconds, and the other goes on', async () => {
    await makeBook()
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-book.ts'), path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    try {
      await once(holder.stdout, 'data')
      expect(await refusal(path)).toMatchObject(refused('busy'))
      holder.stdin.write('go on\n')
      expect(String((await once(holder.stdout, 'data'))[0])).toBe('added\n')
    } finally {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    }
    const book = await openBookFile(path)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3 })
    await closeBookFile(book)
  })

  it.skipIf(process.getuid?.() === 0)(
    'read-only: said at opening, not at the first save (root is asked below: permissions do not bind it)',
    async () => {
      await makeBook()
      chmodSync(path, 0o444)
      expect(await refusal(path)).toMatchObject(refused('read_only'))
    },
  )

  it.runIf(process.getuid?.() === 0)('read-only, for a child that gave up root', async (context) => {
    await makeBook()
    chmodSync(path, 0o444)
    chmodSync(folder.path, 0o777)
    chownSync(path, 65_534, 65_534)
    const child = spawnSync(process.execPath, [join(import.meta.dirname, 'open-unprivileged.ts'), path], {
      uid: 65_534,
      gid: 65_534,
      encoding: 'utf8',
    })
    context.skip(child.status !== 0, 'a child without root cannot run here')
    expect(child.stdout).toBe('read_only')
  })
})

describe('a log left by a crash', () => {
  it('is folded in: what was acknowledged is there', async () => {
    await makeCrashedBook(path, 'a')
    const book = await openBookFile(path)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
    await closeBookFile(book)
  })

  it('is read where folding it in was cut and tore the beginning of the file', async () => {
    await makeCrashedBook(path, 'a')
    overwrite(path, 0, randomBytes(512))
    const book = await openBookFile(path)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
    await closeBookFile(book)
    expect(readFileSync(path).toString('latin1', 0, 15)).toBe('SQLite format 3')
  })

  it('does not make a book of what is none (control): a workbook, noise, and the beginning torn beside a twin’s log', async () => {
    const other = join(folder.path, '别的乡.dingbian')
    await makeCrashedBook(other, 'b')
    copyFileSync(`${other}-wal`, `${path}-wal`)
    copyFileSync(SAMPLE, path)
    expect(await refusal(path)).toMatchObject(refused('not_our_file'))
    writeFileSync(path, Buffer.alloc(65_536, 'noise'))
    expect(await refusal(path)).toMatchObject(refused('not_our_file'))
    await makeCrashedBook(`${path}.2`, 'a')
    copyFileSync(`${path}.2`, path)
    overwrite(path, 0, randomBytes(512))
    expect(await refusal(path)).toMatchObject(refused('damaged'))
  })

  it('of another book is refused, and neither file is touched', async () => {
    const other = join(folder.path, '别的乡.dingbian')
    await makeCrashedBook(path, 'a')
    await makeCrashedBook(other, 'b')
    copyFileSync(`${other}-wal`, `${path}-wal`)
    expect(await refusal(path)).toMatchObject(refused('damaged'))
  })

  it('of a twin of the book, which fits page by page, is refused too', async () => {
    const other = join(folder.path, '别的乡.dingbian')
    await makeBook(path)
    // The twin's whole content is in its log: folded in, it would become the book, and every check of structure would pass.
    const twin = await createBookFile(other)
    await foundTownship(twin)
    await addPeople(twin, 'z', 60)
    twin.raw.exec('VACUUM')
    copyFileSync(`${other}-wal`, `${path}-wal`)
    await closeBookFile(twin)
    expect(await refusal(path)).toMatchObject(refused('damaged', { problem: '旁边的 -wal 文件不是这本编制本的' }))
  })

  it('that was deleted leaves the book at an earlier entry, whole', async () => {
    await makeCrashedBook(path, 'a')
    rmSync(`${path}-wal`)
    const book = await openBookFile(path)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 1 })
    await closeBookFile(book)
  })
})

describe('a new book', () => {
  it('never replaces a file', async () => {
    writeFileSync(path, '她的文件')
    await expect(createBookFile(path)).rejects.toMatchObject({ code: 'book_exists', details: { path } })
    expect(readFileSync(path, 'utf8')).toBe('她的文件')
  })

  it('gets its name only when its first entry is in; a failure leaves nothing behind', async () => {
    await expect(
      createBookFile(path, {
        initialise: async (book) => {
          await foundTownship(book)
          expect(existsSync(path)).toBe(false)
          throw new Error('no such pack')
        },
      }),
    ).rejects.toThrow('no such pack')
    expect(readdirSync(folder.path)).toEqual([])
    const book = await createBookFile(path, { initialise: async (fresh) => void (await foundTownship(fresh)) })
    expect((await readHead(book.db)).seq).toBe(1)
    await closeBookFile(book)
  })

  it('in a folder that is not there is refused', () =>
    expect(createBookFile(join(folder.path, '没有', 'a.dingbian'))).rejects.toMatchObject({
      code: 'directory_not_found',
    }))

  it('is one file once closed', async () => {
    await makeBook()
    expect(readdirSync(folder.path)).toEqual(['试验乡.dingbian'])
  })

  it('looks its rows up by their indexes, however few there were when an earlier version closed it', async () => {
    const plan = ({ raw }: OpenBook) =>
      raw.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT name FROM unit_version WHERE unit_id = ''").get()
    const byIndex = { detail: expect.stringMatching(/^SEARCH unit_version USING .*unit_version_unit/u) as string }
    await makeBook()
    const book = await openBookFile(path)
    expect(plan(book)).toMatchObject(byIndex)
    // What earlier versions noted when they closed a book of the township alone.
    book.raw.exec("ANALYZE; DELETE FROM sqlite_stat4; UPDATE sqlite_stat1 SET stat = '1 1' WHERE tbl = 'unit_version'")
    book.raw.exec('ANALYZE sqlite_schema')
    expect(plan(book)).not.toMatchObject(byIndex)
    await closeBookFile(book)
    const again = await openBookFile(path)
    expect(plan(again)).toMatchObject(byIndex)
    await closeBookFile(again)
  })

  it('writes through to the disk before it acknowledges: WAL, synchronous FULL, and the lock kept', async () => {
    const book = await createBookFile(path)
    expect(book.raw.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(book.raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(book.raw.pragma('locking_mode', { simple: true })).toBe('exclusive')
    expect(book.raw.pragma('foreign_keys', { simple: true })).toBe(1)
    await closeBookFile(book)
  })
})
