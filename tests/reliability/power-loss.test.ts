import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { foundTownship } from '../store/invented-township.ts'
import { SEED, seeded, tell } from './kill-harness.ts'
import { PlayedDisk, readRecord, straceArguments, type Disk, type DiskCall } from './recorded-writes.ts'
import { timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R05: the power is cut. What the program asked of the disk is recorded, and disks are made as a cut at any moment could leave them: flushed
 * writes whole, of the others each sector there, not there or noise. Every such book opens, and holds all that was acknowledged.
 */

const ENTRIES = 160
/** So many disks also pass the deep check. */
const DEEP_EVERY = 40
const tracing = spawnSync('strace', ['--version'], { stdio: 'ignore' }).status === 0

let folder: ReturnType<typeof temporaryFolder>
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => folder.dispose())

interface Recording {
  readonly begin: Disk
  readonly calls: readonly DiskCall[]
}

async function record(level: string): Promise<Recording> {
  const path = join(folder.path, `${level}.dingbian`)
  const log = join(folder.path, `${level}.strace`)
  const book = await createBookFile(path)
  await foundTownship(book)
  await closeBookFile(book)
  const begin = new Map([[basename(path), readFileSync(path)]])
  const child = [process.execPath, join(import.meta.dirname, 'power-child.ts'), path, String(ENTRIES), level]
  spawnSync('strace', [...straceArguments(log), ...child], { stdio: 'ignore' })
  return { begin, calls: readRecord(log, path) }
}

interface Counts {
  images: number
  corrupt: number
  lost: number
  lostEntries: number
}

/** Cuts of one pass over the record. */
const CUTS_A_PASS = 500

/** Makes a disk for each trial, cut at a random moment of the record. */
async function cutPower({ begin, calls }: Recording, total: number, random: () => number): Promise<Counts> {
  const counts: Counts = { images: 0, corrupt: 0, lost: 0, lostEntries: 0 }
  const path = join(folder.path, 'cut.dingbian')
  const left = trials('R05', total)
  for (let pass = 0; counts.images === pass * CUTS_A_PASS && counts.images < total; pass += 1) {
    const number = Math.min(CUTS_A_PASS, total - counts.images)
    const cuts = Array.from({ length: number }, () => Math.floor(random() * calls.length)).toSorted((a, b) => a - b)
    const played = new PlayedDisk(begin)
    let done = 0
    for (const cut of cuts) {
      if (left.next().done === true) break
      for (const call of calls.slice(done, cut)) played.play(call)
      done = cut
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
      for (const [file, content] of played.cut(random)) writeFileSync(path + (/-\w+$/.exec(file)?.[0] ?? ''), content)
      await countOne(path, played.acked, counts)
    }
  }
  return counts
}

async function countOne(path: string, acked: number, counts: Counts): Promise<void> {
  counts.images += 1
  const seq = headOf(path)
  if (seq === null) counts.corrupt += 1
  else if (seq < acked) {
    counts.lost += 1
    counts.lostEntries += acked - seq
  } else if ((counts.images % DEEP_EVERY === 0 || beginningTorn(path)) && !(await passes(path))) counts.corrupt += 1
}

/** Such a disk only the log can mend: the program must find that out before SQLite does. */
function beginningTorn(path: string): boolean {
  return readFileSync(path).toString('latin1', 0, 15) !== 'SQLite format 3'
}

/** The newest entry, the log played over the file as a reader does; null where the two are not sound. */
function headOf(path: string): number | null {
  try {
    const raw = new Database(path, { readonly: true })
    try {
      if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null
      return raw.prepare<[], number>('SELECT max(seq) FROM journal').pluck().get() ?? 0
    } finally {
      raw.close()
    }
  } catch {
    return null
  }
}

async function passes(path: string): Promise<boolean> {
  const book = await openBookFile(path)
  try {
    return (await verifyBook(book)).ok
  } finally {
    await closeBookFile(book)
  }
}

it.runIf(tracing)('every disk a cut leaves opens and holds what was acknowledged', async () => {
  const total = timesOf('R05')
  const recording = await record('FULL')
  expect(recording.calls.filter((call) => call.kind === 'ack')).toHaveLength(ENTRIES)
  const counts = await cutPower(recording, total, seeded(SEED))
  tell('power loss', { ...counts, calls: recording.calls.length })
  expect(counts).toMatchObject({ corrupt: 0, lost: 0 })
  // Control: written without waiting for the disk, the same cuts lose what was acknowledged.
  const careless = await cutPower(await record('NORMAL'), 200, seeded(SEED))
  tell('control, not flushed at every commit', { ...careless })
  expect(careless.lost).toBeGreaterThan(0)
  sayRow({
    row: 'R05',
    done: counts.images,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `control lost=${careless.lost}`,
  })
})
