import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareWithBackups } from '../../electron/store/backup-anchors.ts'
import { backupFolderOf, createBackup, listBackups, newestVerified } from '../../electron/store/backup.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { addPeople, foundTownship } from './invented-township.ts'
import { tamper } from './tamper.ts'

/* A copy is called 已校验 only while its bytes are those that were verified; what the copies say of the journal cannot be talked out of. */

let folder: ReturnType<typeof temporaryFolder>
let path: string
let own: string
let book: OpenBook
const LATER = '2099-01-01T00:00:00.000Z'
const hour = (count: number) => new Date(Date.parse('2026-11-22T02:00:00.000Z') + count * 3_600_000).toISOString()

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

describe('已校验', () => {
  it('is said of none of a hundred destroyed copies', async () => {
    const good = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    const bytes = readFileSync(good.path)
    const roll = dice(7)
    let verified = 0
    for (let round = 0; round < 100; round += 1) {
      const broken = Buffer.from(bytes)
      const at = roll.below(bytes.length)
      if (round % 3 === 0) broken[at] = (broken[at] ?? 0) ^ (1 << roll.below(8))
      else if (round % 3 === 1) broken.fill(0, at, Math.min(bytes.length, at + 1 + roll.below(100_000)))
      else bytes.copy(broken, at, 0, Math.min(4096, bytes.length - at))
      if (broken.equals(bytes)) continue
      // In place and of the same length, as a bad sector does it.
      writeFileSync(good.path, broken)
      if (newestVerified(book, LATER) !== null || (await listBackups(own))[0]?.state === 'verified') verified += 1
    }
    expect(verified).toBe(0)
    writeFileSync(good.path, bytes)
    expect(newestVerified(book, LATER)?.file).toBe(good.file)
  })

  it('the latest is never a stray book, one of the time to come, or another township’s', async () => {
    const good = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    copyFileSync(good.path, join(own, '拷来的.dingbian'))
    await createBackup(book, { reason: '退出', folder: own, at: hour(500) })
    expect(newestVerified(book, hour(1))?.file).toBe(good.file)
    const other = await createBookFile(join(folder.path, '别的乡.dingbian'))
    expect(newestVerified(other, LATER)).toBeNull()
    await closeBookFile(other)
  })
})

it('copies thin out by hour, day and month, and a busy morning pushes none of them out', async () => {
  for (const at of [-24 * 60, -24 * 40, -24 * 3, -24 * 2, -5])
    await createBackup(book, { reason: '退出', folder: own, at: hour(at) })
  for (let count = 0; count < 14; count += 1)
    await createBackup(book, {
      reason: '导入前',
      folder: own,
      at: new Date(Date.parse(hour(0)) + count * 60_000).toISOString(),
    })
  const kept = (await listBackups(own)).map((record) => record.at)
  for (const at of [-24 * 60, -24 * 40, -24 * 3, -24 * 2, -5]) expect(kept).toContain(hour(at))
  expect(kept).toHaveLength(15)
})

describe('what cannot be talked out', () => {
  const cutTail = [
    `DELETE FROM holding WHERE id LIKE 'h-b-%'`,
    `DELETE FROM post_version WHERE id LIKE 'sv-b-%'`,
    `DELETE FROM post WHERE id LIKE 's-b-%'`,
    `DELETE FROM person_version WHERE id LIKE 'v-b-%'`,
    `DELETE FROM person WHERE id LIKE 'p-b-%'`,
    'DELETE FROM journal_row WHERE seq = 3',
    'DELETE FROM journal WHERE seq = 3',
  ]
  const forged = `INSERT INTO journal SELECT 3, '2036-01-01T00:00:00.000Z', actor, 'backup.restore', NULL, NULL, NULL, '从备份恢复', NULL, 0,
    changes_digest, hash, printf('%064d', 1) FROM journal WHERE seq = 2`

  async function cut(...more: readonly string[]): Promise<string> {
    await addPeople(book, 'b', 3)
    const { file } = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    await closeBookFile(book)
    tamper(path, ...cutTail, ...more)
    book = await openBookFile(path)
    return file
  }
  const said = async () => (await compareWithBackups(book)).map((problem) => problem.text).join()

  it('a forged entry of a restore, of whatever day', async () => {
    const file = await cut(forged)
    expect(await said()).toContain(`台账第 3 条与备份 ${file} 的不同`)
  })

  it('a real restore of before excuses nothing that is cut after it; nor does one of another book, or of a list of before', async () => {
    const old = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    await closeBookFile(book)
    await restoreBook({ bookPath: path, backupPath: old.path, at: hour(1) })
    book = await openBookFile(path)
    await addPeople(book, 'b', 3)
    const { file, entries } = await createBackup(book, { reason: '退出', folder: own, at: hour(2) })
    await closeBookFile(book)
    tamper(
      path,
      ...cutTail.slice(0, 5),
      `DELETE FROM journal_row WHERE seq = ${entries}`,
      `DELETE FROM journal WHERE seq = ${entries}`,
    )
    book = await openBookFile(path)
    expect(await said()).toContain(`备份 ${file} 的台账有 ${entries} 条`)
    // Somebody adds the copy to the list of what a restore excuses, under an entry this book never had.
    const manifest = join(own, 'backups.json')
    const list = JSON.parse(readFileSync(manifest, 'utf8')) as { restores: readonly object[] }
    const forge = (restores: unknown) => writeFileSync(manifest, JSON.stringify({ ...list, restores }))
    forge([...list.restores, { head: 'f'.repeat(64), files: [file] }])
    expect(await said()).toContain('末尾被截去')
    // A list of a version that wrote no restores down: the one it can tell by its kept copy excuses what was there then, no later one.
    forge(undefined)
    expect(await said()).toContain('末尾被截去')
  })

  it('the list of copies taken away, or the copy struck from it', async () => {
    const file = await cut()
    const manifest = join(own, 'backups.json')
    const { backups } = JSON.parse(readFileSync(manifest, 'utf8')) as { backups: readonly { readonly file: string }[] }
    writeFileSync(manifest, JSON.stringify({ format: 1, backups: backups.filter((record) => record.file !== file) }))
    expect(await said()).toContain('末尾被截去')
    rmSync(manifest)
    expect(await said()).toMatch(/清单被删去.*末尾被截去/)
  })

  it('a copy edited, or changed for another', async () => {
    const first = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    await addPeople(book, 'b', 3)
    const second = await createBackup(book, { reason: '退出', folder: own, at: hour(1) })
    renameSync(second.path, first.path)
    expect(await said()).toContain(`备份 ${first.file} 与清单不符`)
  })

  it('a real restore excuses what it took away, also one made while the clock was years ahead; what is cut later is named', async () => {
    const old = await createBackup(book, { reason: '退出', folder: own, at: hour(0) })
    await addPeople(book, 'b', 3)
    await createBackup(book, { reason: '退出', folder: own, at: hour(1) })
    await closeBookFile(book)
    await restoreBook({ bookPath: path, backupPath: old.path, at: '2036-01-01T00:00:00.000Z' })
    book = await openBookFile(path)
    expect(await compareWithBackups(book)).toEqual([])
    await addPeople(book, 'c', 3)
    await createBackup(book, { reason: '退出', folder: own, at: hour(2) })
    await closeBookFile(book)
    tamper(
      path,
      ...cutTail.slice(0, 5).map((text) => text.replace('-b-', '-c-')),
      'DELETE FROM journal_row WHERE seq = 4',
      'DELETE FROM journal WHERE seq = 4',
    )
    book = await openBookFile(path)
    expect(await said()).toContain('末尾被截去')
  })
})
