import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newSecret, rawKey } from '../../electron/store/book-key.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { foundTownship } from '../store/invented-township.ts'
import { SEED, seeded, tell } from './kill-harness.ts'
import { PlayedDisk, readRecord, straceArguments, type Disk, type DiskCall } from './recorded-writes.ts'
import { timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R05: the power is cut. What the program asked of the disk is recorded, and disks are made as a cut at any moment could leave them: flushed
 * writes whole, of the others each sector there, not there or noise. Every such book opens, and holds all that was acknowledged: without a password,
 * with the key of a book of named people, and with one password.
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
  readonly password: string | undefined
}

async function record(level: string, password?: string): Promise<Recording> {
  const name = `${level}${password?.slice(0, 3) ?? ''}`
  const path = join(folder.path, `${name}.dingbian`)
  const log = join(folder.path, `${name}.strace`)
  const book = await createBookFile(path, { password })
  await foundTownship(book)
  await closeBookFile(book)
  const begin = new Map([[basename(path), readFileSync(path)]])
  const child = [process.execPath, join(import.meta.dirname, 'power-child.ts'), path, String(ENTRIES), level]
  if (password !== undefined) child.push(password)
  spawnSync('strace', [...straceArguments(log), ...child], { stdio: 'ignore' })
  return { begin, calls: readRecord(log, path), password }
}

interface Counts {
  images: number
  corrupt: number
  lost: number
  lostEntries: number
  /** Disks whose beginning was torn: only the log can mend them. */
  torn: number
}

/** Cuts of one pass over the record. */
const CUTS_A_PASS = 500

/** Makes a disk for each trial, cut at a random moment of the record. */
async function cutPower({ begin, calls, password }: Recording, total: number, random: () => number): Promise<Counts> {
  const counts: Counts = { images: 0, corrupt: 0, lost: 0, lostEntries: 0, torn: 0 }
  const salt = [...begin.values()][0]?.toString('hex', 0, 16) ?? ''
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
      if (readFileSync(path).toString('hex', 0, 16) !== salt) counts.torn += 1
      if (password === undefined) await countOne(path, played.acked, counts)
      else await countSealed(path, played.acked, counts, password)
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

/** A book with a password can only be opened by the program. */
async function countSealed(path: string, acked: number, counts: Counts, password: string): Promise<void> {
  counts.images += 1
  try {
    const book = await openBookFile(path, { password })
    try {
      const { seq } = await readHead(book.db)
      if (seq < acked) {
        counts.lost += 1
        counts.lostEntries += acked - seq
      } else if (counts.images % DEEP_EVERY === 0 && !(await verifyBook(book)).ok) counts.corrupt += 1
    } finally {
      await closeBookFile(book)
    }
  } catch {
    counts.corrupt += 1
  }
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
  let [made, torn] = [0, 0]
  // A book with named people, and one with a password, as often as leaves some whose beginning is torn.
  for (const [password, times] of [
    [rawKey(newSecret()), Math.ceil(total / 20)],
    ['竹筏与灯塔7', Math.ceil(total / 100)],
  ] as const) {
    const sealed = await cutPower(await record('FULL', password), times, seeded(SEED))
    tell('power loss of a book with a password', { ...sealed })
    // Where the row's minutes are over fewer are cut, and the row says how many.
    expect(sealed).toMatchObject({ corrupt: 0, lost: 0 })
    expect(sealed.images).toBeGreaterThan(0)
    made += sealed.images
    torn += sealed.torn
  }
  // Control: written without waiting for the disk, the same cuts lose what was acknowledged.
  const careless = await cutPower(await record('NORMAL'), 200, seeded(SEED))
  tell('control, not flushed at every commit', { ...careless })
  expect(careless.lost).toBeGreaterThan(0)
  sayRow({
    row: 'R05',
    done: counts.images,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `sealed=${made} of them torn=${torn} control lost=${careless.lost}`,
  })
})
