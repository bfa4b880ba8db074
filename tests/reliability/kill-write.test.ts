import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { foundTownship } from '../store/invented-township.ts'
import { cycles, runAndKill, SEED, seeded, tell } from './kill-harness.ts'

/* R02: kill -9 while 2,000 people are written. All of them or none, whatever was acknowledged is there, the book passes the deep check. */

const ROWS = 2000
let folder: ReturnType<typeof temporaryFolder>
let base: string

beforeAll(async () => {
  folder = temporaryFolder()
  base = join(folder.path, '底本.dingbian')
  const book = await createBookFile(base)
  await foundTownship(book)
  await closeBookFile(book)
})
afterAll(() => folder.dispose())

interface Counts {
  none: number
  all: number
  partial: number
  acked: number
  lost: number
  broken: number
}

/** Kills `total` writers of one kind at random moments over their life and counts what the book then holds. */
async function killWriters(job: string, total: number, random: () => number): Promise<Counts> {
  const path = join(folder.path, '试验乡.dingbian')
  const counts: Counts = { none: 0, all: 0, partial: 0, acked: 0, lost: 0, broken: 0 }
  let life = 0
  for (let cycle = 0; cycle < total; cycle += 1) {
    // The same book goes through five crashes, then a fresh one: the deep check reads all of it every time.
    if (cycle % 5 === 0) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
      copyFileSync(base, path)
    }
    if (life === 0) {
      life = (await runAndKill([job, path, 'whole', String(ROWS)], Infinity)).lived
      copyFileSync(base, path)
    }
    const batch = `c${cycle}`
    const { acks } = await runAndKill([job, path, batch, String(ROWS)], random() * life * 1.5)
    const book = await openBookFile(path)
    const stored = ['person:p', 'person_version:v', 'post:s', 'post_version:sv', 'holding:h'].map((pair) => {
      const [table, kind] = pair.split(':')
      return (
        book.raw
          .prepare<[], number>(`SELECT count(*) FROM ${table} WHERE id LIKE '${kind}-${batch}-%'`)
          .pluck()
          .get() ?? -1
      )
    })
    const entries = book.raw
      .prepare<[], number>(`SELECT count(*) FROM journal_change WHERE row_id LIKE 'p-${batch}-%'`)
      .pluck()
      .get()
    const whole = stored.every((count) => count === ROWS) && entries === ROWS
    const empty = stored.every((count) => count === 0) && entries === 0
    if (whole) counts.all += 1
    else if (empty) counts.none += 1
    else counts.partial += 1
    if (acks.length > 0) counts.acked += 1
    if (acks.length > 0 && !whole) counts.lost += 1
    if (!(await verifyBook(book)).ok) counts.broken += 1
    await closeBookFile(book)
  }
  return counts
}

it('30 kills: all rows or none, nothing acknowledged is lost, the chain holds', async () => {
  const total = cycles(30)
  const counts = await killWriters('write', total, seeded(SEED))
  tell('kill while writing 2,000 people', { cycles: total, ...counts })
  expect(counts).toMatchObject({ partial: 0, lost: 0, broken: 0 })
  // Both outcomes were seen, so the moment of the commit lay inside the range of the kills.
  expect(counts.none).toBeGreaterThan(0)
  expect(counts.all).toBeGreaterThan(0)
}, 600_000)

it('control: the same rows in four commits are caught as partial', async () => {
  const total = cycles(10)
  const random = seeded(SEED + 1)
  // In the middle of its life, where three of the four commits lie.
  const counts = await killWriters('writeInParts', total, () => 0.2 + random() * 0.3)
  tell('control, four commits', { cycles: total, ...counts })
  expect(counts.partial).toBeGreaterThan(0)
})
