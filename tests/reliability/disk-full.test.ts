import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backupFolderOf, createBackup, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship, insertPeople } from '../store/invented-township.ts'
import { tell } from './kill-harness.ts'
import { timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R06: the disk fills up in the middle of a command. The command fails by name, nothing of it is stored, and the book works on when there is room. */

const codeOf = (error: unknown, path: string) => {
  const translated = translateSqliteError(error, path)
  return translated instanceof Error && 'code' in translated ? translated.code : 'unknown'
}

const peopleIn = (book: OpenBook) => book.raw.prepare<[], number>('SELECT count(*) FROM person').pluck().get() ?? -1

/** Does an act with so many pages left. @returns how it ended, and people more than before */
async function onFullDisk(book: OpenBook, path: string, pages: number, act: () => Promise<unknown>) {
  const before = peopleIn(book)
  book.raw.pragma(`max_page_count = ${Number(book.raw.pragma('page_count', { simple: true })) + pages}`)
  const ended = await act().then(
    () => 'stored',
    (error: unknown) => codeOf(error, path),
  )
  book.raw.pragma('max_page_count = 1073741823')
  return { ended, more: peopleIn(book) - before }
}

it('so many sizes of a full disk: disk_full, nothing half, and the same command passes once there is room', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, '试验乡.dingbian')
  let book = await createBookFile(path)
  await foundTownship(book)
  const counts = { sizes: timesOf('R06'), refused: 0, stored: 0 }
  for (let size = 0; size < counts.sizes; size += 1) {
    const { ended, more } = await onFullDisk(book, path, size, () => addPeople(book, `s${size}`, 60))
    expect([ended, more]).toEqual(ended === 'stored' ? ['stored', 60] : ['disk_full', 0])
    counts[ended === 'stored' ? 'stored' : 'refused'] += 1
    if (ended !== 'stored') await addPeople(book, `s${size}`, 60)
  }
  const entries = counts.sizes + 1
  expect(await verifyBook(book)).toMatchObject({ ok: true, entries })
  await closeBookFile(book)
  book = await openBookFile(path)
  expect(await verifyBook(book)).toMatchObject({ ok: true, entries })
  tell('disk full', counts)
  expect(counts.refused).toBeGreaterThan(10)
  expect(counts.stored).toBeGreaterThan(10)
  // Control: an act that commits twice is seen to be half there.
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '导入' }
  let half = 0
  for (let size = 0; size < 24 && half === 0; size += 1) {
    const open = book
    const { ended, more } = await onFullDisk(open, path, size, async () => {
      for (const from of [0, 30])
        await commitCommand(open.db, draft, (_, journal) => insertPeople(journal, `t${size}`, from, 30))
    })
    if (ended !== 'stored' && more > 0) half += 1
  }
  expect(half).toBe(1)
  await closeBookFile(book)
  folder.dispose()
  sayRow({
    row: 'R06',
    done: counts.sizes,
    seed: null,
    control: 'failed-as-it-must',
    note: `refused=${counts.refused}`,
  })
})

/** A file system of 4 MiB, where this user may mount one. */
function smallDisk(): { readonly path: string; readonly dispose: () => void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder.path], { stdio: 'ignore' })
  } catch {
    folder.dispose()
    return null
  }
  return {
    path: folder.path,
    dispose: () => {
      execFileSync('umount', [folder.path])
      folder.dispose()
    },
  }
}

it('a really full disk: command and backup fail by name, the book and the earlier copy stay whole', async (context) => {
  const disk = smallDisk()
  if (disk === null) return context.skip('no right to mount a small file system here')
  const path = join(disk.path, '试验乡.dingbian')
  const ballast = join(disk.path, 'ballast')
  let book = await createBookFile(path)
  try {
    await foundTownship(book)
    await addPeople(book, 'a', 50)
    const good = await createBackup(book, {
      reason: '导入前',
      folder: backupFolderOf(path),
      at: '2026-11-22T02:00:00.000Z',
    })
    expect(await addPeople(book, 'b', 2000).catch((error: unknown) => codeOf(error, path))).toBe('disk_full')
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
    fill(ballast)
    await expect(
      createBackup(book, { reason: '退出', folder: backupFolderOf(path), at: '2026-11-22T03:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'backup_failed', details: { problem: '磁盘已满' } })
    expect(await listBackups(backupFolderOf(path))).toEqual([good])
    // What was acknowledged lies in the log; closing cannot fold it in now, and must not fail or lose it.
    await closeBookFile(book)
    book = await openBookFile(path)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
    rmSync(ballast)
    await addPeople(book, 'c', 50)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3 })
  } finally {
    await closeBookFile(book)
    disk.dispose()
  }
  return undefined
})

function fill(path: string): void {
  for (let size = 4 << 20; size >= 4096; size /= 2) {
    try {
      writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // As much as fits.
    }
  }
}
