import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupFolderOf, createBackup, listBackups, type BackupRecord } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from '../store/invented-township.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { runAndKill, SEED, seeded, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R04: kill -9 during a backup, a restore and the first creation. One good book always opens, and no unfinished file passes for a copy. */

let folder: ReturnType<typeof temporaryFolder>
let base: string
let backup: BackupRecord
let child: BundledChild

/** People in the one backup, and in the book. */
const EARLIER = 150
const NOW = 300

beforeAll(async () => {
  child = await bundleChild('kill-child.ts')
  folder = temporaryFolder()
  base = join(folder.path, 'base')
  mkdirSync(base)
  const path = join(base, '试验乡.dingbian')
  const book = await createBookFile(path)
  await foundTownship(book)
  await addPeople(book, 'a', EARLIER)
  backup = await createBackup(book, { reason: '导入前', folder: backupFolderOf(path), at: '2026-11-22T02:00:00.000Z' })
  await addPeople(book, 'b', NOW - EARLIER)
  await closeBookFile(book)
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

/** A new place with the book and its backup as they were. */
function fresh(cycle: number): { readonly place: string; readonly path: string } {
  const place = join(folder.path, `r${cycle}`)
  cpSync(base, place, { recursive: true })
  return { place, path: join(place, '试验乡.dingbian') }
}

const run = (words: readonly string[], delay: number) => runAndKill(words, delay, child.path)

async function inspect<R>(path: string, work: (book: OpenBook) => Promise<R>): Promise<R> {
  const book = await openBookFile(path)
  try {
    if (!(await verifyBook(book)).ok) throw new Error('does not verify')
    return await work(book)
  } finally {
    await closeBookFile(book)
  }
}

const people = (book: OpenBook) => book.raw.prepare<[], number>('SELECT count(*) FROM person').pluck().get() ?? -1
const peopleIn = (path: string) => inspect(path, (book) => Promise.resolve(people(book))).catch(() => -1)

/** @returns what is wrong after a killed backup; '' for nothing */
async function wrongAfterBackup(path: string, acked: number): Promise<string> {
  const listed = await listBackups(backupFolderOf(path))
  if (!listed.some((copy) => copy.file === backup.file)) return 'the earlier copy is gone'
  if (listed.length < 1 + acked) return 'an acknowledged copy is not listed'
  for (const copy of listed) {
    if (!copy.file.endsWith('.dingbian')) return `${copy.file} is listed`
    // A copy outside the place, so that opening it does not change the listed one.
    const opened = join(folder.path, 'copy.dingbian')
    copyFileSync(copy.path, opened)
    const holds = await peopleIn(opened)
    rmSync(opened)
    if (holds !== (copy.file === backup.file ? EARLIER : NOW)) return `the copy ${copy.file} holds ${holds}`
  }
  return (await peopleIn(path)) === NOW ? '' : 'the book itself'
}

/** @returns what is wrong after a killed restore; '' for nothing */
async function wrongAfterRestore(path: string, acked: number): Promise<string> {
  const count = existsSync(path) ? await peopleIn(path) : -1
  if (count !== EARLIER && count !== NOW) return `between: ${count} people`
  if (acked > 0 && count !== EARLIER) return 'acknowledged and not there'
  const copies = await listBackups(backupFolderOf(path))
  return count === EARLIER && !copies.some((copy) => copy.people === NOW) ? 'the state before it is gone' : ''
}

/** @returns what is wrong after a killed creation; '' for nothing */
async function wrongAfterCreation(path: string, acked: number): Promise<string> {
  if (existsSync(path)) {
    const entries = await inspect(path, async (book) => (await readHead(book.db)).seq).catch(() => -1)
    return entries === 1 ? '' : `half: ${entries} entries`
  }
  if (acked > 0) return 'acknowledged and not there'
  // What the dead one left lying about is not in the way.
  await closeBookFile(await createBookFile(path))
  return ''
}

const done: number[] = []

it('kills during a backup: the book opens whole, every listed copy is whole', async () => {
  const random = seeded(SEED)
  const counts = { cycles: 0, finished: 0, cut: 0, leftParts: 0 }
  const wrong: string[] = []
  const { lived } = await run(['backup', fresh(-1).path, 'done'], Infinity)
  for (const cycle of trials('R04')) {
    counts.cycles += 1
    const { place, path } = fresh(cycle)
    const { acks } = await run(['backup', path, 'done'], random() * lived * 1.4)
    const problem = await wrongAfterBackup(path, acks.length)
    if (problem !== '') wrong.push(`${cycle}: ${problem}`)
    if (readdirSync(backupFolderOf(path)).some((name) => name.includes('.part'))) counts.leftParts += 1
    counts[acks.length > 0 ? 'finished' : 'cut'] += 1
    rmSync(place, { recursive: true })
  }
  tell('kill during backup', counts)
  expect(wrong).toEqual([])
  expect(counts.cut).toBeGreaterThan(0)
  done.push(counts.cycles)
})

it('kills during a restore: the old book or the new one, never between, and the old state is still there', async () => {
  const random = seeded(SEED + 2)
  const counts = { cycles: 0, old: 0, restored: 0, acked: 0 }
  const wrong: string[] = []
  const first = fresh(-2)
  const restore = (path: string) => ['restore', path, join(backupFolderOf(path), backup.file)]
  const { lived } = await run(restore(first.path), Infinity)
  for (const cycle of trials('R04')) {
    counts.cycles += 1
    const { place, path } = fresh(cycle)
    const { acks } = await run(restore(path), random() * lived * 1.4)
    const problem = await wrongAfterRestore(path, acks.length)
    if (problem !== '') wrong.push(`${cycle}: ${problem}`)
    counts[(await peopleIn(path)) === EARLIER ? 'restored' : 'old'] += 1
    counts.acked += acks.length
    rmSync(place, { recursive: true })
  }
  tell('kill during restore', counts)
  expect(wrong).toEqual([])
  expect(counts.old).toBeGreaterThan(0)
  done.push(counts.cycles)
})

it('kills during the first creation: no book, or a whole one with its first entry', async () => {
  const random = seeded(SEED + 3)
  const counts = { cycles: 0, none: 0, whole: 0 }
  const wrong: string[] = []
  const { lived } = await run(['create', join(folder.path, '量时.dingbian'), 'done'], Infinity)
  for (const cycle of trials('R04')) {
    counts.cycles += 1
    const path = join(folder.path, `新乡${cycle}.dingbian`)
    const { acks } = await run(['create', path, 'done'], random() * lived * 1.4)
    counts[existsSync(path) ? 'whole' : 'none'] += 1
    const problem = await wrongAfterCreation(path, acks.length)
    if (problem !== '') wrong.push(`${cycle}: ${problem}`)
  }
  tell('kill during first creation', counts)
  expect(wrong).toEqual([])
  expect(counts.none).toBeGreaterThan(0)
  done.push(counts.cycles)
})

it('control: the same three done carelessly, straight into the file, are each seen', async () => {
  const tries = 5
  const seen = { backup: 0, restore: 0, creation: 0 }
  for (let cycle = 0; cycle < tries; cycle += 1) {
    // The careless writer waits between its pieces for longer than this in all.
    const delay = 40 + 20 * cycle
    const { place, path } = fresh(1000 + cycle)
    const one = await run(['carelessBackup', path, 'done'], delay)
    if ((await wrongAfterBackup(path, one.acks.length)).startsWith('the copy ')) seen.backup += 1
    rmSync(place, { recursive: true })
    const again = fresh(2000 + cycle)
    const copy = join(backupFolderOf(again.path), backup.file)
    const two = await run(['carelessly', again.path, copy], delay)
    if ((await wrongAfterRestore(again.path, two.acks.length)).startsWith('between')) seen.restore += 1
    rmSync(again.place, { recursive: true })
    const fresher = join(folder.path, `又一乡${cycle}.dingbian`)
    const three = await run(['carelessly', fresher, join(base, '试验乡.dingbian')], delay)
    if ((await wrongAfterCreation(fresher, three.acks.length)).startsWith('half')) seen.creation += 1
  }
  tell('control, straight into the file', seen)
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  expect(done).toHaveLength(3)
  sayRow({ row: 'R04', done: Math.min(...done), seed: SEED, control: 'failed-as-it-must', note: 'each of three' })
})
