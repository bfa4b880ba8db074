import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { backupFolderOf, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { bigWorkbook } from '../kit/big-workbook.ts'
import { temporaryFolder } from '../kit/book.ts'
import { foundTownship } from '../store/invented-township.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { runAndKill, SEED, seeded, tell } from './kill-harness.ts'
import { lane, timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R02: kill -9 during the import of a workbook of 2,000 people: the whole workbook is in, or none of it, and the book passes the deep check. */

/** As many as a large township has; fewer where the lane is short. */
const PEOPLE = lane() === 'suite' ? 400 : 2000
let folder: ReturnType<typeof temporaryFolder>
let base: string
let workbook: string
let child: BundledChild

beforeAll(async () => {
  child = await bundleChild('kill-child.ts')
  folder = temporaryFolder()
  base = join(folder.path, '底本.dingbian')
  workbook = join(folder.path, 'workbook.json')
  const book = await createBookFile(base)
  await foundTownship(book)
  await closeBookFile(book)
  const file = { id: 'f', name: '花名册.xlsx', bytes: bigWorkbook({ people: PEOPLE, units: 40 }) }
  writeFileSync(
    workbook,
    JSON.stringify(
      await createExcelPort().parse(file, { signal: new AbortController().signal, report: () => undefined }),
    ),
  )
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

interface Counts {
  cycles: number
  none: number
  all: number
  partial: number
  acked: number
  lost: number
  broken: number
  copyMissing: number
}

/**
 * Kills so many writers of one book each, at a moment of their life. The first is let finish: it tells how long one takes.
 * @param when part of a life, from the beginning of the writing
 */
async function killWriters(words: (path: string) => readonly string[], total: number, when: () => number) {
  const counts: Counts = { cycles: 0, none: 0, all: 0, partial: 0, acked: 0, lost: 0, broken: 0, copyMissing: 0 }
  let life = Infinity
  for (const cycle of trials('R02', total + 1)) {
    const place = join(folder.path, `c${cycle}`)
    const path = join(place, '试验乡.dingbian')
    mkdirSync(place)
    copyFileSync(base, path)
    const { acks, lived } = await runAndKill(words(path), cycle === 0 ? Infinity : when() * life, child.path)
    if (cycle === 0) life = lived
    else await countOne(path, acks.length, counts)
    rmSync(place, { recursive: true })
  }
  return counts
}

async function countOne(path: string, acked: number, counts: Counts): Promise<void> {
  const book = await openBookFile(path)
  const one = (query: string) => book.raw.prepare<[], number>(query).pluck().get() ?? -1
  const [people, versions, holdings, entries] = [
    one('SELECT count(*) FROM person'),
    one('SELECT count(*) FROM person_version'),
    one('SELECT count(*) FROM holding'),
    one('SELECT count(*) FROM journal'),
  ]
  const { ok } = await verifyBook(book)
  await closeBookFile(book)
  const whole = people === PEOPLE && versions === PEOPLE && holdings === PEOPLE && entries === 2
  const none = people === 0 && versions === 0 && holdings === 0 && entries === 1
  counts.cycles += 1
  counts[whole ? 'all' : none ? 'none' : 'partial'] += 1
  counts.acked += acked
  if (acked > 0 && !whole) counts.lost += 1
  if (!ok) counts.broken += 1
  const copies = whole ? await listBackups(backupFolderOf(path)) : []
  if (whole && copies.filter((copy) => copy.state === 'verified' && copy.people === 0).length !== 1)
    counts.copyMissing += 1
}

it('the whole workbook or nothing, nothing acknowledged is lost, the chain holds', async () => {
  const total = timesOf('R02')
  const random = seeded(SEED)
  const counts = await killWriters(
    (path) => ['import', path, workbook],
    total,
    () => random() * 1.3,
  )
  tell(`kill during import of ${PEOPLE} people`, { ...counts })
  expect(counts).toMatchObject({ partial: 0, lost: 0, broken: 0, copyMissing: 0 })
  // The moment of the commit lay inside the range of the kills.
  expect(Math.min(counts.none, counts.all)).toBeGreaterThan(0)
  // Control: the same rows in four commits are seen as partial. In the middle of its life, where three of the four lie.
  const control = await killWriters(
    (path) => ['writeInParts', path, 'whole', String(PEOPLE)],
    Math.max(6, total / 10),
    () => 0.2 + random() * 0.3,
  )
  tell('control, four commits', { ...control })
  expect(control.partial).toBeGreaterThan(0)
  sayRow({
    row: 'R02',
    done: counts.cycles,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `acknowledged=${counts.acked}`,
  })
})
