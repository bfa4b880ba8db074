import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { runAndKill, SEED, seeded, tell } from './kill-harness.ts'
import { timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R01: kill -9 while a clerk works. What was answered is in the book, an act is whole or not there, the chain holds. */

let folder: ReturnType<typeof temporaryFolder>
let base: string
let child: BundledChild
/** Milliseconds of a clerk's sixty acts, unkilled. */
let life = 0
/** Two children at a time: one starts while the other dies. */
const AT_ONCE = 2
const FRESH_AFTER = 20
/** Acts of one clerk, unkilled. */
const ACTS = 60

beforeAll(async () => {
  folder = temporaryFolder()
  const open = openCore(folder.path)
  base = (await smallTownship(open)).path
  await open.core.close()
  child = await bundleChild('mixed-child.ts')
  const trial = join(folder.path, 'trial')
  mkdirSync(trial)
  copyFileSync(base, join(trial, '试验乡.dingbian'))
  life = (await runAndKill([trial, join(trial, '试验乡.dingbian'), '1'], Infinity, child.path)).lived
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

interface Counts {
  cycles: number
  acked: number
  stored: number
  lost: number
  broken: number
  internal: number
}

/** Kills `total` clerks at random moments and counts what their books then hold. */
async function killClerks(total: number, when: 'after' | 'early', seed: number): Promise<Counts> {
  const counts: Counts = { cycles: 0, acked: 0, stored: 0, lost: 0, broken: 0, internal: 0 }
  let next = 0
  const worker = async (desk: number) => {
    const random = seeded(seed + desk)
    const place = join(folder.path, `${when}${desk}`)
    const path = join(place, '试验乡.dingbian')
    for (let cycle = next; cycle < total; cycle = next) {
      next += 1
      if (counts.cycles % FRESH_AFTER < AT_ONCE) {
        rmSync(place, { recursive: true, force: true })
        mkdirSync(place)
        copyFileSync(base, path)
      }
      const { acks } = await runAndKill(
        [place, path, String(seed + cycle), when],
        random() * (life / ACTS) * 3,
        child.path,
        Math.floor(random() * 8),
      )
      const book = await openBookFile(path)
      const stored = new Set(book.raw.prepare<[], string>('SELECT id FROM request').pluck().all())
      counts.cycles += 1
      counts.internal += acks.filter((ack) => ack === 'internal').length
      counts.acked += acks.length
      counts.stored += [...stored].filter((id) => id.startsWith(`mixed-child-${seed + cycle}.`)).length
      counts.lost += acks.filter((ack) => ack !== 'internal' && !stored.has(ack)).length
      // The deep check plays every entry again and compares all tables with it: an act of which a part is there cannot pass.
      if (!(await verifyBook(book)).ok) counts.broken += 1
      await closeBookFile(book)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, desk) => worker(desk)))
  return counts
}

it('nothing acknowledged is lost, no act is half done, the chain holds', async () => {
  const total = timesOf('R01')
  const counts = await killClerks(total, 'after', SEED)
  tell('kill during mixed commands', { ...counts })
  expect(counts).toMatchObject({ cycles: total, lost: 0, broken: 0, internal: 0 })
  // The kills fell among commands.
  expect(counts.acked).toBeGreaterThan(total)
  // Control: whoever acknowledges before the commit is caught.
  let early = 0
  for (let attempt = 0; attempt < 5 && early === 0; attempt += 1)
    early += (await killClerks(2, 'early', SEED + 100_000 + attempt)).lost
  expect(early).toBeGreaterThan(0)
  sayRow({
    row: 'R01',
    done: counts.cycles,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `acknowledged=${counts.acked}`,
  })
})
