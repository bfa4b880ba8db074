import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { runAndKill, SEED, seeded, tell } from './kill-harness.ts'
import { timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R01: kill -9 while a clerk works. What was answered is in the book, an act is whole or not there, the chain holds. */

let folder: ReturnType<typeof temporaryFolder>
let base: string
let child: BundledChild
/** Milliseconds between two acknowledgements, unkilled. */
let pace = 0
/** Two children at a time: one starts while the other dies. */
const AT_ONCE = 2
/** Clerks who share a child, each with her own book: a start costs more than fifty acts, and one kill is a trial for each. */
const CLERKS = 5
const FRESH_AFTER = 20
/** More acts than any clerk lives to do. */
const ACTS = 60

beforeAll(async () => {
  folder = temporaryFolder()
  const open = openCore(folder.path)
  base = (await smallTownship(open)).path
  await open.core.close()
  child = await bundleChild('mixed-child.ts')
  const place = join(folder.path, 'trial')
  freshBooks(place)
  const trial = await runAndKill([place, String(CLERKS), '1', '8'], Infinity, child.path)
  pace = trial.lived / trial.acks.length
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

const bookOf = (place: string, clerk: number) => join(place, String(clerk), '试验乡.dingbian')

function freshBooks(place: string): void {
  rmSync(place, { recursive: true, force: true })
  for (let clerk = 0; clerk < CLERKS; clerk += 1) {
    mkdirSync(join(place, String(clerk)), { recursive: true })
    copyFileSync(base, bookOf(place, clerk))
  }
}

interface Counts {
  cycles: number
  kills: number
  acked: number
  stored: number
  lost: number
  broken: number
  internal: number
}

/** Kills `total` clerks at random moments and counts what their books then hold. */
async function killClerks(total: number, when: 'after' | 'early', seed: number): Promise<Counts> {
  const counts: Counts = { cycles: 0, kills: 0, acked: 0, stored: 0, lost: 0, broken: 0, internal: 0 }
  const left = trials('R01', Math.ceil(total / CLERKS))
  const worker = async (desk: number) => {
    const random = seeded(seed + desk)
    const place = join(folder.path, `${when}${desk}`)
    let uses = 0
    for (const cycle of left) {
      if (uses % FRESH_AFTER === 0) freshBooks(place)
      uses += 1
      const turn = seed + cycle * CLERKS
      const { acks, killed } = await runAndKill(
        [place, String(CLERKS), String(turn), String(ACTS), when],
        random() * pace * 2 * CLERKS,
        child.path,
        Math.floor(random() * 4 * CLERKS),
      )
      counts.kills += killed ? 1 : 0
      counts.internal += acks.filter((ack) => ack === 'internal').length
      for (let clerk = 0; clerk < CLERKS; clerk += 1)
        await countOne(bookOf(place, clerk), `mixed-child-${turn + clerk}.`, acks, counts)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, desk) => worker(desk)))
  return counts
}

/** @param mark what the numbers of this clerk's requests begin with */
async function countOne(path: string, mark: string, acks: readonly string[], counts: Counts): Promise<void> {
  const own = acks.filter((ack) => ack.startsWith(mark))
  const book = await openBookFile(path)
  const stored = new Set(book.raw.prepare<[], string>('SELECT id FROM request').pluck().all())
  counts.cycles += 1
  counts.acked += own.length
  counts.stored += [...stored].filter((id) => id.startsWith(mark)).length
  counts.lost += own.filter((ack) => !stored.has(ack)).length
  // The deep check plays every entry again and compares all tables with it: an act of which a part is there cannot pass.
  if (!(await verifyBook(book)).ok) counts.broken += 1
  await closeBookFile(book)
}

it('nothing acknowledged is lost, no act is half done, the chain holds', async () => {
  const total = timesOf('R01')
  const counts = await killClerks(total, 'after', SEED)
  tell('kill during mixed commands', { ...counts })
  expect(counts).toMatchObject({ lost: 0, broken: 0, internal: 0 })
  // The kills fell among commands.
  expect(counts.kills).toBe(counts.cycles / CLERKS)
  expect(counts.acked).toBeGreaterThan(counts.cycles)
  // Control: whoever acknowledges before the commit is caught.
  let early = 0
  for (let attempt = 0; attempt < 5 && early === 0; attempt += 1)
    early += (await killClerks(CLERKS, 'early', SEED + 100_000 + attempt)).lost
  expect(early).toBeGreaterThan(0)
  sayRow({
    row: 'R01',
    done: counts.cycles,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `kills=${counts.kills} acknowledged=${counts.acked} stored=${counts.stored}`,
  })
})
