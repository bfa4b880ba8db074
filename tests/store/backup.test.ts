import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareWithBackups } from '../../electron/store/backup-anchors.ts'
import { backupFolderOf, createBackup, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'
import { tamper } from './tamper.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
let own: string
let book: OpenBook

const minute = (number: number) => `2026-11-22T02:${String(number).padStart(2, '0')}:00.000Z`
const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder.path, '试验乡.dingbian')
  own = backupFolderOf(path)
  book = await createBookFile(path)
  await foundTownship(book)
  await addPeople(book, 'a', 5)
})
afterEach(async () => {
  await closeBookFile(book)
  folder.dispose()
})

describe('a verified copy', () => {
  it('lies beside the book, holds all of it, and its manifest line says what it holds', async () => {
    const record = await createBackup(book, { reason: '导入前', folder: own, at: minute(0) })
    const head = await readHead(book.db)
    expect(record).toMatchObject({
      file: '试验乡-20261122-100000.dingbian',
      reason: '导入前',
      people: 5,
      entries: 2,
      head: head.hash,
      schema: SCHEMA_VERSION,
      state: 'verified',
    })
    expect(record.sha256).toBe(sha(record.path))
    expect(JSON.parse(readFileSync(join(own, 'backups.json'), 'utf8')).backups).toMatchObject([
      { file: record.file, sha256: record.sha256, bytes: record.bytes, at: minute(0), head: head.hash },
    ])
    expect(await listBackups(own)).toEqual([record])
    const copy = await openBookFile(record.path)
    expect(await verifyBook(copy)).toMatchObject({ ok: true, entries: 2, head: head.hash })
    await closeBookFile(copy)
  })

  it('holds what was committed a moment before, while the log has not been folded in', async () => {
    await addPeople(book, 'b', 300)
    expect(await createBackup(book, { reason: '导入前', folder: own, at: minute(0) })).toMatchObject({
      people: 305,
      entries: 3,
    })
  })

  it('taken while commands go on holds one acknowledged state, none half', async () => {
    const writes = Promise.all(Array.from({ length: 6 }, (_, batch) => addPeople(book, `w${batch}`, 40)))
    const records = await Promise.all(
      Array.from({ length: 4 }, (_, copy) => createBackup(book, { reason: '手动备份', folder: own, at: minute(copy) })),
    )
    await writes
    for (const record of records) {
      expect((record.people - 5) % 40).toBe(0)
      expect(record.entries).toBe(2 + (record.people - 5) / 40)
    }
  })

  it('goes to a folder she names, which must be there, and nothing is rotated out there', async () => {
    const stick = join(folder.path, 'U盘')
    await expect(createBackup(book, { reason: '手动备份', folder: stick, at: minute(0) })).rejects.toMatchObject({
      code: 'directory_not_found',
      details: { path: stick },
    })
    expect(existsSync(stick)).toBe(false)
    mkdirSync(stick)
    for (let copy = 0; copy < 12; copy += 1)
      await createBackup(book, { reason: '手动备份', folder: stick, at: minute(copy) })
    expect(await listBackups(stick)).toHaveLength(12)
  })

  it('made twice in one second gets a second name', async () => {
    const first = await createBackup(book, { reason: '手动备份', folder: own, at: minute(0) })
    const second = await createBackup(book, { reason: '手动备份', folder: own, at: minute(0) })
    expect([first.file, second.file]).toEqual(['试验乡-20261122-100000.dingbian', '试验乡-20261122-100000-2.dingbian'])
  })
})

describe('the last ten', () => {
  it('stay, newest first; the oldest recorded goes, a file nobody recorded does not', async () => {
    mkdirSync(own)
    writeFileSync(join(own, '说明.txt'), '请勿删除')
    for (let copy = 0; copy < 13; copy += 1) await createBackup(book, { reason: '退出', folder: own, at: minute(copy) })
    const listed = await listBackups(own)
    expect(listed.map((record) => record.at)).toEqual(Array.from({ length: 10 }, (_, index) => minute(12 - index)))
    expect(readdirSync(own).filter((name) => name.endsWith('.dingbian'))).toHaveLength(10)
    expect(existsSync(join(own, '说明.txt'))).toBe(true)
  })

  it('always hold the one just made, also when the clock was set back', async () => {
    for (let copy = 0; copy < 10; copy += 1)
      await createBackup(book, { reason: '退出', folder: own, at: minute(copy + 10) })
    const late = await createBackup(book, { reason: '退出', folder: own, at: '2020-01-01T00:00:00.000Z' })
    expect(existsSync(late.path)).toBe(true)
    expect(await listBackups(own)).toHaveLength(10)
  })
})

describe('a copy that cannot be made', () => {
  it('leaves the book, the earlier copies and no unfinished file', async () => {
    const good = await createBackup(book, { reason: '导入前', folder: own, at: minute(0) })
    // SQLite refuses to copy in the middle of a transaction.
    book.raw.exec('BEGIN')
    await expect(createBackup(book, { reason: '导入前', folder: own, at: minute(1) })).rejects.toMatchObject({
      code: 'backup_failed',
    })
    book.raw.exec('ROLLBACK')
    expect(await listBackups(own)).toEqual([good])
    expect(readdirSync(own).toSorted()).toEqual(['backups.json', good.file].toSorted())
    expect((await createBackup(book, { reason: '导入前', folder: own, at: minute(1) })).entries).toBe(2)
  })

  it('an unfinished copy of a backup that was cut off is neither listed nor kept', async () => {
    mkdirSync(own)
    writeFileSync(join(own, '试验乡-20261122-090000.dingbian.part'), 'half')
    expect(await listBackups(own)).toEqual([])
    await createBackup(book, { reason: '导入前', folder: own, at: minute(0) })
    expect(readdirSync(own).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('a folder that is a file is refused by name', async () => {
    const file = join(folder.path, '不是文件夹')
    writeFileSync(file, '')
    await expect(createBackup(book, { reason: '手动备份', folder: file, at: minute(0) })).rejects.toMatchObject({
      code: 'directory_not_found',
    })
  })

  it.skipIf(process.getuid?.() === 0)(
    'a folder without write permission is refused (skipped for root, whom permissions do not bind)',
    async () => {
      const locked = join(folder.path, '只读')
      mkdirSync(locked)
      chmodSync(locked, 0o500)
      await expect(createBackup(book, { reason: '手动备份', folder: locked, at: minute(0) })).rejects.toMatchObject({
        code: 'directory_not_found',
      })
    },
  )
})

describe('the list', () => {
  it('shows a book the manifest does not know, and says so; other files are not backups', async () => {
    const record = await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    copyFileSync(record.path, join(own, '手工复制.dingbian'))
    writeFileSync(join(own, '花名册.dingbian'), '不是编制本')
    const listed = await listBackups(own)
    expect(
      listed
        .map(({ file, state, people, entries }) => ({ file, state, people, entries }))
        .toSorted((a, b) => a.file.localeCompare(b.file)),
    ).toEqual(
      [
        { file: '手工复制.dingbian', state: 'unlisted', people: 5, entries: 2 },
        { file: record.file, state: 'verified', people: 5, entries: 2 },
      ].toSorted((a, b) => a.file.localeCompare(b.file)),
    )
  })

  it('does not list a copy that is gone, and marks one whose size changed', async () => {
    const gone = await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    const grown = await createBackup(book, { reason: '退出', folder: own, at: minute(1) })
    rmSync(gone.path)
    appendFileSync(grown.path, 'x')
    expect((await listBackups(own)).map(({ file, state }) => ({ file, state }))).toEqual([
      { file: grown.file, state: 'changed' },
    ])
  })

  it('survives a torn manifest: copies are still listed, the torn one is kept aside, and the check says it', async () => {
    const record = await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    writeFileSync(join(own, 'backups.json'), '{"backups": [{"file"')
    expect((await listBackups(own)).map((copy) => copy.file)).toEqual([record.file])
    expect(await compareWithBackups(book)).toMatchObject([{ text: '备份清单 backups.json 读不出来，无法与备份核对' }])
    await createBackup(book, { reason: '退出', folder: own, at: minute(1) })
    expect(readFileSync(join(own, 'backups-damaged-20261122-100100.json'), 'utf8')).toBe('{"backups": [{"file"')
    expect(await listBackups(own)).toHaveLength(2)
  })

  it('a manifest cannot be used to reach files outside its folder', async () => {
    await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    writeFileSync(
      join(own, 'backups.json'),
      readFileSync(join(own, 'backups.json'), 'utf8').replace('试验乡-20261122-100000.dingbian', '../试验乡.dingbian'),
    )
    for (let copy = 1; copy < 13; copy += 1) await createBackup(book, { reason: '退出', folder: own, at: minute(copy) })
    expect(existsSync(path)).toBe(true)
  })
})

describe('heads written down in the manifest show what the chain alone cannot', () => {
  const cutTail = [
    `DELETE FROM holding WHERE id LIKE 'h-b-%'`,
    `DELETE FROM post_version WHERE id LIKE 'sv-b-%'`,
    `DELETE FROM post WHERE id LIKE 's-b-%'`,
    `DELETE FROM person_version WHERE id LIKE 'v-b-%'`,
    `DELETE FROM person WHERE id LIKE 'p-b-%'`,
    'DELETE FROM journal_row WHERE seq = 3',
    'DELETE FROM journal WHERE seq = 3',
  ]

  async function reopenAfter(...statements: readonly string[]): Promise<void> {
    await closeBookFile(book)
    tamper(path, ...statements)
    book = await openBookFile(path)
  }

  it('a tail cut off cleanly passes the chain and fails against the manifest', async () => {
    await addPeople(book, 'b', 3)
    const { file } = await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    expect(await compareWithBackups(book)).toEqual([])
    await reopenAfter(...cutTail)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
    expect(await compareWithBackups(book)).toEqual([
      { seq: 3, text: `备份 ${file} 的台账有 3 条，现在没有第 3 条：末尾被截去` },
    ])
  })

  it('a tail cut off and written again differently', async () => {
    await addPeople(book, 'b', 3)
    const { file } = await createBackup(book, { reason: '退出', folder: own, at: minute(0) })
    await reopenAfter(...cutTail)
    await addPeople(book, 'c', 3)
    expect((await verifyBook(book)).ok).toBe(true)
    expect(await compareWithBackups(book)).toEqual([{ seq: 3, text: `台账第 3 条与备份 ${file} 的不同：之后被改写过` }])
  })

  it('the whole journal written anew', async () => {
    const { file } = await createBackup(book, { reason: '退出', folder: own, at: '2026-12-01T00:00:00.000Z' })
    await closeBookFile(book)
    rmSync(path)
    book = await createBookFile(path)
    await foundTownship(book)
    expect((await verifyBook(book)).ok).toBe(true)
    expect(await compareWithBackups(book)).toEqual([{ seq: 1, text: `台账第一条与备份 ${file} 的不同：台账被重写过` }])
  })

  it('another book made later under the same name is not accused', async () => {
    await createBackup(book, { reason: '退出', folder: own, at: '2026-01-01T00:00:00.000Z' })
    await closeBookFile(book)
    rmSync(path)
    book = await createBookFile(path)
    await foundTownship(book)
    expect(await compareWithBackups(book)).toEqual([])
  })
})
