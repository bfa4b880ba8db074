import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { refusalText } from '../../electron/vocabulary/refusals.ts'
import { backupFolderOf, createBackup } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

/* A restore writes over a book and over nothing else: each kind of target a slip of the hand can name. */

const AT = '2026-11-22T06:00:00.000Z'
const PASSWORD = '一二三四五六七八'
const PAGE = 4096

let kit: ReturnType<typeof temporaryFolder>
/** Sources, made once: a plain book with a copy, another township's, an encrypted one with a copy. */
let plain: string
let plainCopy: string
let other: string
let secret: string
let secretCopy: string

async function makeBook(path: string, seed: string, password?: string): Promise<string> {
  const book = await createBookFile(path, { password })
  await foundTownship(book)
  await addPeople(book, seed, 6)
  const copy = await createBackup(book, { reason: '手动备份', folder: kit.path, at: AT })
  await closeBookFile(book)
  return copy.path
}

beforeAll(async () => {
  kit = temporaryFolder()
  plain = join(kit.path, '甲乡.dingbian')
  other = join(kit.path, '乙乡.dingbian')
  secret = join(kit.path, '丙乡.dingbian')
  plainCopy = await makeBook(plain, 'a')
  await makeBook(other, 'b')
  secretCopy = await makeBook(secret, 'c', PASSWORD)
})
afterAll(() => kit.dispose())

let folder: ReturnType<typeof temporaryFolder>
let target: string
beforeEach(() => {
  folder = temporaryFolder()
  target = join(folder.path, '甲乡.dingbian')
})
afterEach(() => folder.dispose())

interface Way {
  readonly bookPath?: string
  readonly backupPath?: string
  readonly password?: string
  readonly overOther?: boolean
}

function restore(way: Way = {}) {
  return restoreBook({ bookPath: target, backupPath: plainCopy, at: AT, ...way })
}

/** Every name below a folder with kind, rights and content; a link says where it leads. */
function everything(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => {
      const stats = lstatSync(join(path, name))
      const content = stats.isFile() ? readFileSync(join(path, name)).toString('base64') : ''
      return [name, `${stats.mode.toString(8)} ${stats.mtimeMs} ${content}`]
    }),
  )
}

/** Tries it: the refusal's code, after holding that nothing whatever changed. */
async function refused(way: Way = {}): Promise<string> {
  const before = everything(folder.path)
  const said = await restore(way).then(
    () => ({ code: 'restored' }),
    (error: unknown) => error,
  )
  if (!(said instanceof StoreError)) return said instanceof Error ? `${said.name}: ${said.message}` : 'restored'
  expect(everything(folder.path)).toEqual(before)
  // Every refusal has its Chinese sentence, with nothing left blank.
  expect(refusalText(said.code, said.details)).toMatch(/^[^—{]*[。]$/)
  return said.code
}

/** Restores, and holds that the book now is whole and goes on from the copy. */
async function accepted(way: Way = {}): Promise<string> {
  const { keptCopy } = await restore(way)
  const book = await openBookFile(way.bookPath ?? target, { password: way.password })
  try {
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3 })
  } finally {
    await closeBookFile(book)
  }
  expect(readdirSync(folder.path).filter((name) => /part|-wal|-shm/.test(name))).toEqual([])
  return keptCopy
}

/** A file with a stretch of it overwritten. */
function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

function otherDatabase(path: string, applicationId: number): void {
  const raw = new Database(path)
  raw.exec(`PRAGMA application_id = ${applicationId}; CREATE TABLE salary (name TEXT, amount INTEGER)`)
  raw.exec(`INSERT INTO salary VALUES ('张', 1)`)
  raw.close()
}

const workbook = join(import.meta.dirname, '../../electron/sample/山溪乡花名册.xlsx')

describe('another kind of file is refused', () => {
  it.each([
    ['a workbook', () => copyFileSync(workbook, target), 'not_our_file'],
    [
      'an old workbook',
      () => writeFileSync(target, Buffer.from('d0cf11e0a1b11ae1'.padEnd(20000, '0'), 'hex')),
      'not_our_file',
    ],
    ['a text', () => writeFileSync(target, '这是一份说明。\n'.repeat(2000)), 'not_our_file'],
    ['a short text', () => writeFileSync(target, '不是编制本'), 'not_our_file'],
    [
      'a page of HTML',
      () => writeFileSync(target, `<html>${'<tr><td>1</td></tr>'.repeat(1000)}</html>`),
      'not_our_file',
    ],
    [
      'a PDF',
      () => writeFileSync(target, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(9000)])),
      'not_our_file',
    ],
    [
      'a picture',
      () => writeFileSync(target, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(9000)])),
      'not_our_file',
    ],
    ["another program's database", () => otherDatabase(target, 0), 'not_our_file'],
    ["another program's database with a mark", () => otherDatabase(target, 0x12345678), 'not_our_file'],
    ['noise, no password given', () => writeFileSync(target, randomBytes(90_000)), 'password_required'],
    ['one byte', () => writeFileSync(target, 'x'), 'not_our_file'],
    [
      'the beginning of a database and no more',
      () => writeFileSync(target, readFileSync(plain).subarray(0, 40)),
      'not_our_file',
    ],
    [
      'zeros first, then something unknown',
      () => writeFileSync(target, Buffer.concat([Buffer.alloc(8 * PAGE), randomBytes(20_000)])),
      'restore_target_unknown',
    ],
  ])('%s', async (_, make, code) => {
    make()
    chmodSync(target, 0o644)
    expect(await refused()).toBe(code)
  })

  it('noise, with a password: it is not said to be damaged', async () => {
    writeFileSync(target, randomBytes(90_000))
    expect(await refused({ backupPath: secretCopy, password: PASSWORD })).toBe('restore_other_password')
  })

  it('another file stays another file although copies of a book of that name lie beside it', async () => {
    copyFileSync(plain, target)
    await accepted()
    for (const make of [
      () => copyFileSync(workbook, target),
      () => writeFileSync(target, '说明\n'.repeat(3000)),
      () => writeFileSync(target, randomBytes(50_000)),
    ]) {
      make()
      expect(await refused()).not.toBe('restored')
    }
  })
})

describe('what is no file is refused, and does not keep her waiting', () => {
  it('a folder', async () => {
    mkdirSync(target)
    writeFileSync(join(target, '内.txt'), 'x')
    expect(await refused()).toBe('restore_target_kind')
  })

  it('a folder that is not there', async () => {
    expect(await refused({ bookPath: join(folder.path, '没有', '甲乡.dingbian') })).toBe('directory_not_found')
  })

  it('a path through a file', async () => {
    writeFileSync(join(folder.path, '文件'), 'x')
    expect(await refused({ bookPath: join(folder.path, '文件', '甲乡.dingbian') })).toBe('directory_not_found')
  })

  it.skipIf(process.platform === 'win32')('a pipe, as target and as backup', async () => {
    execFileSync('mkfifo', [target])
    expect(await refused()).toBe('restore_target_kind')
    const free = join(folder.path, '乙乡.dingbian')
    expect(await refused({ bookPath: free, backupPath: target })).toBe('backup_not_valid')
    await expect(openBookFile(target)).rejects.toMatchObject({ code: 'not_our_file' })
  })

  it.skipIf(process.platform === 'win32')('a socket', async () => {
    const holder = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(target)}, () => console.log('up'))`,
    ])
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    expect(await refused()).toBe('restore_target_kind')
    holder.kill()
  })

  it.skipIf(!existsSync('/dev/null'))('a device behind a link', async () => {
    symlinkSync('/dev/null', target)
    expect(await refused()).toBe('restore_target_kind')
    expect(await refused({ bookPath: '/dev/null' })).toBe('restore_target_name')
  })

  it.each([
    ['to a workbook', workbook],
    ['to nothing', '/没有/这个文件'],
  ])('a link %s', async (_, to) => {
    symlinkSync(to, target)
    expect(await refused()).toBe('restore_target_kind')
  })

  it('a link to a book: the book itself is to be named', async () => {
    const real = join(folder.path, '真的.dingbian')
    copyFileSync(plain, real)
    symlinkSync(real, target)
    expect(await refused()).toBe('restore_target_kind')
  })

  it('a file used as a folder of copies', async () => {
    copyFileSync(plain, target)
    writeFileSync(backupFolderOf(target), '')
    expect(await refused()).toBe('directory_not_found')
  })
})

describe('a name that is not a book’s is refused', () => {
  it.each(['工资.xlsx', '甲乡', '甲乡.dingbian.txt', '.dingbian', '甲乡.db', ' .dingbian'])('%s', async (name) => {
    const bookPath = join(folder.path, name)
    expect(await refused({ bookPath })).toBe('restore_target_name')
    copyFileSync(workbook, bookPath)
    expect(await refused({ bookPath })).toBe('restore_target_name')
  })

  it('even where a book lies under it', async () => {
    const bookPath = join(folder.path, '甲乡.bak')
    copyFileSync(plain, bookPath)
    expect(await refused({ bookPath })).toBe('restore_target_name')
  })
})

describe('a book that is not to be replaced is refused', () => {
  it('a newer one', async () => {
    const bytes = readFileSync(plain)
    bytes.writeUInt32BE(SCHEMA_VERSION + 1, 60)
    writeFileSync(target, bytes)
    expect(await refused()).toBe('from_future')
  })

  it('one with a password, and none given', async () => {
    copyFileSync(secret, target)
    expect(await refused()).toBe('password_required')
  })

  it('one with another password', async () => {
    copyFileSync(secret, target)
    expect(await refused({ password: '不是这个密码呀' })).toBe('restore_other_password')
  })

  it('one that is open elsewhere', async () => {
    copyFileSync(plain, target)
    const book = await openBookFile(target)
    await expect(restore()).rejects.toMatchObject({ code: 'busy' })
    await closeBookFile(book)
  })

  it('the backup itself', async () => {
    copyFileSync(plain, target)
    expect(await refused({ backupPath: target })).toBe('restore_same_file')
  })

  it("another township's, named, until she confirms", async () => {
    copyFileSync(other, target)
    expect(await refused()).toBe('restore_other_book')
    await expect(restore()).rejects.toMatchObject({ details: { path: target, present: '试验乡', backup: '试验乡' } })
    const kept = await accepted({ overOther: true })
    expect(existsSync(kept)).toBe(true)
  })

  it("another township's that is torn, where it still says whose it is", async () => {
    copyFileSync(other, target)
    const size = readFileSync(target).length
    // The last pages hold rows; the journal's beginning is still readable.
    overwrite(target, size - 2 * PAGE, randomBytes(2 * PAGE))
    expect(await refused()).toBe('restore_other_book')
    await accepted({ overOther: true })
  })
})

describe('a book, whole, old or damaged, is replaced and kept', () => {
  it('the same book (control: what every refusal above leaves as it was is seen to change here)', async () => {
    copyFileSync(plain, target)
    const before = everything(folder.path)
    expect(await accepted()).toMatch(/甲乡-20261122-140000\.dingbian$/)
    expect(everything(folder.path)).not.toEqual(before)
  })

  it('a free name', async () => expect(await accepted()).toBe(''))

  it('an empty file and one of zeros: nothing is in them', async () => {
    writeFileSync(target, '')
    expect(await accepted()).toContain('damaged-')
    writeFileSync(target, Buffer.alloc(5 * PAGE))
    expect(await accepted()).toContain('damaged-')
  })

  const TEARS: readonly (readonly [string, (size: number) => readonly [number, Uint8Array]])[] = [
    ['its first page zeroed', () => [0, Buffer.alloc(PAGE)]],
    ['its first page noise', () => [0, randomBytes(PAGE)]],
    ['its name gone', () => [0, Buffer.alloc(16)]],
    ['all but its first page zeroed', (size) => [PAGE, Buffer.alloc(size - PAGE)]],
    ['all but its first page noise', (size) => [PAGE, randomBytes(size - PAGE)]],
  ]
  it.each(TEARS)('one with %s', async (_, tear) => {
    copyFileSync(plain, target)
    const [at, bytes] = tear(readFileSync(target).length)
    overwrite(target, at, bytes)
    const torn = readFileSync(target)
    const kept = await accepted()
    expect(readFileSync(join(kept, '甲乡.dingbian')).equals(torn)).toBe(true)
  })

  it('one whose first page begins as a text does is refused: it may be one', async () => {
    copyFileSync(plain, target)
    overwrite(target, 0, Buffer.from('乱'.repeat(1365)))
    expect(await refused()).toBe('not_our_file')
  })

  it('one cut off in the middle', async () => {
    writeFileSync(target, readFileSync(plain).subarray(0, 30_000))
    expect(await accepted()).toContain('damaged-')
  })

  it('one of which only the list of its copies knows', async () => {
    copyFileSync(plain, target)
    await accepted()
    writeFileSync(target, Buffer.concat([Buffer.alloc(PAGE), randomBytes(50_000)]))
    expect(await accepted()).toContain('damaged-')
  })

  const SECRET_TEARS: readonly (readonly [string, (size: number) => readonly [number, Uint8Array]])[] = [
    ['the first page after its salt gone', () => [16, randomBytes(PAGE - 16)]],
    ['the first page with its salt gone', () => [0, randomBytes(PAGE)]],
    ['the first page zeroed', () => [0, Buffer.alloc(PAGE)]],
    ['a later page gone', () => [9 * PAGE, randomBytes(PAGE)]],
  ]
  it.each(SECRET_TEARS)('an encrypted one with %s is known by the seals of its other pages', async (_, tear) => {
    copyFileSync(secret, target)
    const [at, bytes] = tear(readFileSync(target).length)
    overwrite(target, at, bytes)
    expect(await refused({ backupPath: secretCopy, password: '不是这个密码呀' })).not.toBe('restored')
    expect(await accepted({ backupPath: secretCopy, password: PASSWORD })).not.toBe('')
  })
})
