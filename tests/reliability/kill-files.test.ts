import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupFolderOf, createBackup, listBackups, type BackupRecord } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from '../store/invented-township.ts'
import { cycles, runAndKill, SEED, seeded, tell } from './kill-harness.ts'

/* R04: kill -9 during a backup, a restore and the first creation. One good book always opens, and no unfinished file passes for a copy. */

let folder: ReturnType<typeof temporaryFolder>
let base: string
let backup: BackupRecord

/** A book of 1,000 people with one backup at 500. */
beforeAll(async () => {
  folder = temporaryFolder()
  base = join(folder.path, 'base')
  mkdirSync(base)
  const path = join(base, '试验乡.dingbian')
  const book = await createBookFile(path)
  await foundTownship(book)
  await addPeople(book, 'a', 500)
  backup = await createBackup(book, { reason: '导入前', folder: backupFolderOf(path), at: '2026-11-22T02:00:00.000Z' })
  await addPeople(book, 'b', 500)
  await closeBookFile(book)
})
afterAll(() => folder.dispose())

/** A new place with the book and its backup as they were. */
function fresh(cycle: number): { readonly place: string; readonly path: string } {
  const place = join(folder.path, `r${cycle}`)
  cpSync(base, place, { recursive: true })
  return { place, path: join(place, '试验乡.dingbian') }
}

async function inspect<R>(path: string, work: (book: OpenBook) => Promise<R>): Promise<R> {
  const book = await openBookFile(path)
  try {
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    return await work(book)
  } finally {
    await closeBookFile(book)
  }
}

const people = (book: OpenBook) => book.raw.prepare<[], number>('SELECT count(*) FROM person').pluck().get() ?? -1

it('30 kills during a backup: the book opens whole, every listed copy is whole', async () => {
  const random = seeded(SEED)
  const counts = { cycles: cycles(30), finished: 0, cut: 0, leftParts: 0 }
  const first = fresh(-1)
  const { lived } = await runAndKill(['backup', first.path, 'done'], Infinity)
  for (let cycle = 0; cycle < counts.cycles; cycle += 1) {
    const { place, path } = fresh(cycle)
    const { acks } = await runAndKill(['backup', path, 'done'], random() * lived * 1.4)
    const listed = await listBackups(backupFolderOf(path))
    expect(listed.some((copy) => copy.file === backup.file)).toBe(true)
    expect(listed.length).toBeGreaterThanOrEqual(1 + acks.length)
    for (const copy of listed) {
      expect(copy.file).toMatch(/\.dingbian$/)
      // A copy outside the place, so that opening it does not change the listed one.
      const opened = join(place, 'copy.dingbian')
      copyFileSync(copy.path, opened)
      expect(await inspect(opened, (book) => Promise.resolve(people(book)))).toBe(
        copy.file === backup.file ? 500 : 1000,
      )
      rmSync(opened)
    }
    if (readdirSync(backupFolderOf(path)).some((name) => name.includes('.part'))) counts.leftParts += 1
    counts[acks.length > 0 ? 'finished' : 'cut'] += 1
    expect(await inspect(path, (book) => Promise.resolve(people(book)))).toBe(1000)
    rmSync(place, { recursive: true })
  }
  tell('kill during backup', counts)
  expect(counts.cut).toBeGreaterThan(0)
})

it('30 kills during a restore: the old book or the new one, never between, and the old state is still there', async () => {
  const random = seeded(SEED + 2)
  const counts = { cycles: cycles(30), old: 0, restored: 0, acked: 0, lost: 0, oldStateGone: 0 }
  const first = fresh(-2)
  const { lived } = await runAndKill(['restore', first.path, join(backupFolderOf(first.path), backup.file)], Infinity)
  for (let cycle = 0; cycle < counts.cycles; cycle += 1) {
    const { place, path } = fresh(cycle)
    const { acks } = await runAndKill(
      ['restore', path, join(backupFolderOf(path), backup.file)],
      random() * lived * 1.4,
    )
    const count = await inspect(path, (book) => Promise.resolve(people(book)))
    expect([500, 1000]).toContain(count)
    counts[count === 500 ? 'restored' : 'old'] += 1
    counts.acked += acks.length
    if (acks.length > 0 && count !== 500) counts.lost += 1
    if (count === 500 && !(await listBackups(backupFolderOf(path))).some((copy) => copy.people === 1000))
      counts.oldStateGone += 1
    rmSync(place, { recursive: true })
  }
  tell('kill during restore', counts)
  expect(counts).toMatchObject({ lost: 0, oldStateGone: 0 })
  expect(counts.old).toBeGreaterThan(0)
})

it('30 kills during the first creation: no book, or a whole one with its first entry', async () => {
  const random = seeded(SEED + 3)
  const counts = { cycles: cycles(30), none: 0, whole: 0, half: 0, lost: 0 }
  const { lived } = await runAndKill(['create', join(folder.path, '量时.dingbian'), 'done'], Infinity)
  for (let cycle = 0; cycle < counts.cycles; cycle += 1) {
    const path = join(folder.path, `新乡${cycle}.dingbian`)
    const { acks } = await runAndKill(['create', path, 'done'], random() * lived * 1.4)
    if (existsSync(path))
      counts[(await inspect(path, async (book) => (await readHead(book.db)).seq)) === 1 ? 'whole' : 'half'] += 1
    else {
      counts.none += 1
      counts.lost += acks.length
      // What the dead one left lying about is not in the way.
      await closeBookFile(await createBookFile(path))
    }
  }
  tell('kill during first creation', counts)
  expect(counts).toMatchObject({ half: 0, lost: 0 })
  expect(counts.none).toBeGreaterThan(0)
})
