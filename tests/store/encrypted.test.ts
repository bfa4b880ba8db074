import { randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findEntrance, newSecret, rawKey, setSlot } from '../../electron/store/book-key.ts'
import { backupFolderOf, createBackup, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

const PASSWORD = '山溪乡编制本２０２６'
const AT = '2026-11-22T02:00:00.000Z'
let folder: ReturnType<typeof temporaryFolder>
let path: string
let book: OpenBook

beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder.path, '加密乡.dingbian')
  book = await createBookFile(path, { password: PASSWORD })
  await foundTownship(book)
  await addPeople(book, 'a', 8)
})
afterEach(async () => {
  await closeBookFile(book)
  folder.dispose()
})

/** Every byte below the folder. */
function everything(): Buffer {
  return Buffer.concat(
    readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  )
}

it('opens again with its Chinese password and passes the deep check', async () => {
  await closeBookFile(book)
  book = await openBookFile(path, { password: PASSWORD })
  expect(book.encrypted).toBe(true)
  expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
})

it('is refused with a wrong, an empty or no password, and stays as it was', async () => {
  await closeBookFile(book)
  const before = readFileSync(path)
  await expect(openBookFile(path, { password: '山溪乡编制本2026' })).rejects.toMatchObject({ code: 'wrong_password' })
  await expect(openBookFile(path, { password: '' })).rejects.toMatchObject({ code: 'password_required' })
  await expect(openBookFile(path)).rejects.toMatchObject({ code: 'password_required' })
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('a password for a book without one is simply not needed', async () => {
  const plain = join(folder.path, '明文乡.dingbian')
  await closeBookFile(await createBookFile(plain))
  const opened = await openBookFile(plain, { password: PASSWORD })
  expect(opened.encrypted).toBe(false)
  await closeBookFile(opened)
})

it('neither the file, its log nor its copies hold a name in clear; a book without a password does (the control)', async () => {
  await createBackup(book, { reason: '手动备份', folder: backupFolderOf(path), at: AT })
  expect(everything().includes('虚构a3')).toBe(false)
  expect(everything().includes('党政综合办公室')).toBe(false)
  const plain = await createBookFile(join(folder.path, '明文乡.dingbian'))
  await foundTownship(plain)
  await addPeople(plain, 'a', 8)
  await closeBookFile(plain)
  expect(everything().includes('虚构a3')).toBe(true)
})

it('is backed up under the same password, and the copy cannot be opened without it', async () => {
  const record = await createBackup(book, { reason: '手动备份', folder: backupFolderOf(path), at: AT })
  // Before it is opened as a book: that writes into it, and then its bytes are no longer those that were verified.
  expect(await listBackups(backupFolderOf(path))).toMatchObject([{ people: 8, entries: 2, state: 'verified' }])
  await expect(openBookFile(record.path)).rejects.toMatchObject({ code: 'password_required' })
  const copy = await openBookFile(record.path, { password: PASSWORD })
  expect(await verifyBook(copy)).toMatchObject({ ok: true, entries: 2 })
  await closeBookFile(copy)
})

it('is restored under its password; with a wrong one nothing happens', async () => {
  const record = await createBackup(book, { reason: '手动备份', folder: backupFolderOf(path), at: AT })
  await addPeople(book, 'b', 8)
  await closeBookFile(book)
  await expect(
    restoreBook({ bookPath: path, backupPath: record.path, password: '不是这个密码', at: AT }),
  ).rejects.toMatchObject({ code: 'wrong_password' })
  const { keptCopy } = await restoreBook({ bookPath: path, backupPath: record.path, password: PASSWORD, at: AT })
  book = await openBookFile(path, { password: PASSWORD })
  expect(book.raw.prepare('SELECT count(*) FROM person').pluck().get()).toBe(8)
  const kept = await openBookFile(keptCopy, { password: PASSWORD })
  expect(kept.raw.prepare('SELECT count(*) FROM person').pluck().get()).toBe(16)
  await closeBookFile(kept)
})

it('one destroyed page is reported as damage, not as a wrong password', async () => {
  await closeBookFile(book)
  const content = readFileSync(path)
  content.fill(0x5a, 4096 * 5, 4096 * 6)
  writeFileSync(path, content)
  await expect(openBookFile(path, { password: PASSWORD })).rejects.toMatchObject({ code: 'damaged' })
})

it('printing or serialising an open book does not show its password', () => {
  expect(book.password).toBe(PASSWORD)
  const { raw: _raw, db: _db, ...shown } = book
  expect(inspect(book, { depth: 6 })).not.toContain(PASSWORD)
  expect(JSON.stringify(shown)).not.toContain(PASSWORD)
})

describe('a beginning torn while the log was folded in', () => {
  /** The book as a cut leaves it: its newest entries in the log, its first sectors noise. */
  async function torn(password: string, bytes: number): Promise<string> {
    const target = join(folder.path, '断电乡.dingbian')
    const working = await createBookFile(join(folder.path, '正写.dingbian'), { password })
    await foundTownship(working)
    await closeBookFile(working)
    const again = await openBookFile(working.path, { password })
    await addPeople(again, 'b', 40)
    copyFileSync(again.path, target)
    copyFileSync(`${again.path}-wal`, `${target}-wal`)
    await closeBookFile(again)
    const content = readFileSync(target)
    randomBytes(bytes).copy(content)
    writeFileSync(target, content)
    return target
  }
  async function people(target: string, password: string | undefined): Promise<number> {
    const opened = await openBookFile(target, { password })
    expect(await verifyBook(opened)).toMatchObject({ ok: true })
    const found = opened.raw.prepare('SELECT count(*) FROM person').pluck().get()
    await closeBookFile(opened)
    return Number(found)
  }

  it.each([16, 512, 4096])('of %i bytes: opens from its log with its password', async (bytes) => {
    const target = await torn(PASSWORD, bytes)
    const { password } = await findEntrance(target, { password: PASSWORD }, 1000)
    expect(await people(target, password)).toBe(40)
  })

  it('opens from its log for each of its people', async () => {
    const secret = newSecret()
    const target = await torn(rawKey(secret), 512)
    const person = { id: 'p1', name: '王管理', password: PASSWORD }
    // As the file of keys was before the cut.
    await setSlot(target, secret, person)
    const entrance = await findEntrance(target, { password: PASSWORD }, 1000)
    expect(entrance.personId).toBe('p1')
    expect(await people(target, entrance.password)).toBe(40)
  })

  it('is not mended with a wrong password, nor from the log of another book: both files stay as they were (control)', async () => {
    const target = await torn(PASSWORD, 512)
    const before = everything()
    await expect(findEntrance(target, { password: '不是这个密码呀' }, 1000)).rejects.toMatchObject({
      code: 'wrong_password',
    })
    await expect(openBookFile(target, { password: '不是这个密码呀' })).rejects.toMatchObject({ code: 'wrong_password' })
    // One under the same password, which holds a first page of its own.
    await addPeople(book, 'z', 200)
    copyFileSync(`${path}-wal`, `${target}-wal`)
    const bytes = readFileSync(target)
    await expect(openBookFile(target, { password: PASSWORD })).rejects.toMatchObject({ code: 'wrong_password' })
    expect(readFileSync(target).equals(bytes)).toBe(true)
    expect(before.length).toBeGreaterThan(0)
  })
})
