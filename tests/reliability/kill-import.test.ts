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
import { cycles, runAndKill, SEED, seeded, tell } from './kill-harness.ts'

/* Kill -9 during the import of a workbook of 2,000 people: the whole workbook is in, or none of it, and the book passes the deep check. */

const PEOPLE = 2000
let folder: ReturnType<typeof temporaryFolder>
let base: string
let workbook: string

beforeAll(async () => {
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
afterAll(() => folder.dispose())

it('100 kills: the whole workbook or nothing, nothing acknowledged is lost, the chain holds', async () => {
  const random = seeded(SEED)
  const counts = { cycles: 1 + cycles(100), none: 0, all: 0, partial: 0, acked: 0, lost: 0, broken: 0, copyMissing: 0 }
  let life = 0
  for (let cycle = 0; cycle < counts.cycles; cycle += 1) {
    const place = join(folder.path, `c${cycle}`)
    const path = join(place, '试验乡.dingbian')
    mkdirSync(place)
    copyFileSync(base, path)
    // The first run is not killed: it tells how long one takes.
    const { acks, lived } = await runAndKill(['import', path, workbook], cycle === 0 ? Infinity : random() * life * 1.3)
    if (cycle === 0) life = lived
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
    counts[whole ? 'all' : none ? 'none' : 'partial'] += 1
    counts.acked += acks.length
    if (acks.length > 0 && !whole) counts.lost += 1
    if (!ok) counts.broken += 1
    if (
      whole &&
      (await listBackups(backupFolderOf(path))).filter((copy) => copy.state === 'verified' && copy.people === 0)
        .length !== 1
    )
      counts.copyMissing += 1
    rmSync(place, { recursive: true })
  }
  tell('kill during import of 2,000 people', counts)
  expect(counts).toMatchObject({ partial: 0, lost: 0, broken: 0, copyMissing: 0 })
  expect(counts.none).toBeGreaterThan(0)
  // One is the run that was let finish.
  expect(counts.all).toBeGreaterThan(1)
}, 600_000)
