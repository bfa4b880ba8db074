import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBook } from '../../electron/app/book/create-book.ts'
import { readCountyFigures } from '../../electron/app/county/read-county.ts'
import { readPackage } from '../../electron/app/county/read-package.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { closeCountyFile, openCountyFile } from '../../electron/store/county/county-book.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { readSentPackages, readTakenReceipts } from '../../electron/store/package-store.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { countyContext, newCounty } from '../kit/county.ts'
import { seatPeople } from '../kit/people.ts'
import { PLAN_DATE, PLAN_NUMBER } from '../kit/township.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { cycles, runAndKill, seeded, SEED, tell } from './kill-harness.ts'

/* SIGKILL in the middle of each step between a township and its county: a step is there whole or not at all, and done again it is done once. */

const folder = temporaryFolder()
const [book, county, stick] = ['乡.dingbian', '县.dingbian', 'U盘'].map((name) => join(folder.path, name)) as [
  string,
  string,
  string,
]
const random = seeded(SEED)
const OFFICE = '党政综合办公室'
const EVENTS = [
  {
    type: 'quota.increase',
    on: '2026-11-20',
    unit: OFFICE,
    category: 'administrative',
    by: 2,
    document: { number: '县编办〔2026〕8号' },
  },
]

/** What the township's file says of itself. */
async function township() {
  const open = await openBookFile(book)
  try {
    const figures = await readFigures({}, makeContext(open))
    return {
      sound: (await verifyBook(open)).problems,
      seq: (await readHead(open.db)).seq,
      sent: (await readSentPackages(open.db)).length,
      taken: (await readTakenReceipts(open.db)).length,
      quota: figures.totals.reduce((sum, one) => sum + one.quota, 0),
    }
  } finally {
    await closeBookFile(open)
  }
}

async function bureau(path = county) {
  const open = await openCountyFile(path)
  try {
    const count = (table: string) =>
      (open.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { readonly n: number }).n
    const { people, townships } = await readCountyFigures({ by: 'category' }, countyContext(open))
    const rows = { submissions: count('submission'), persons: count('person'), answers: count('answer') }
    return { people, townships, ...rows, entries: count('county_journal') }
  } finally {
    closeCountyFile(open)
  }
}

let child: BundledChild
const step = (args: readonly string[], delay: number) => runAndKill(args, delay, child.path)

async function newBook(path: string, people: number): Promise<void> {
  const made = await createBookFile(path)
  await createBook(made, {
    name: '东乡',
    pack: 'seed-000',
    documentNumber: PLAN_NUMBER,
    documentDate: PLAN_DATE,
    recordedAt: RECORDED_AT,
    actor: '经办人',
    newId: nextId,
  })
  await seatPeople(
    made,
    Array.from({ length: people }, (_, place) => ({
      name: `东${'甲乙丙丁戊'[place]}`,
      unit: OFFICE,
      birth: `198${place}-01-01`,
    })),
  )
  await closeBookFile(made)
}

beforeAll(async () => {
  child = await bundleChild('county-child.ts')
  mkdirSync(stick)
  writeFileSync(join(folder.path, 'events.json'), JSON.stringify(EVENTS))
  await newBook(book, 5)
  closeCountyFile(await newCounty(county))
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

const packages = () => readdirSync(stick).filter((name) => name.endsWith('.dbpkg'))

describe('killed between a township and its county', () => {
  it('making: what is on the stick is whole and on record; nothing is half', async () => {
    let [kills, acked] = [0, 0]
    const first = await step(['make', book, stick], Infinity)
    acked += first.acks.length
    for (let cycle = 0; cycle < cycles(4); cycle += 1) {
      const before = await township()
      const run = await step(['make', book, stick], random() * first.lived * 1.1)
      kills += run.killed ? 1 : 0
      acked += run.acks.length
      const after = await township()
      expect(after.sound).toEqual([])
      expect(after.sent - before.sent).toBe(after.seq - before.seq)
      expect(after.sent).toBeGreaterThanOrEqual(acked)
      expect(after.sent - before.sent).toBeLessThanOrEqual(1)
      for (const name of packages())
        expect(
          readPackage({ name, bytes: readFileSync(join(stick, name)) }, () => undefined).content.parts.people,
        ).toHaveLength(5)
    }
    tell('county make', { kills, acked })
    expect(kills).toBeGreaterThan(0)
  })

  it('receiving: the township is there once or not at all', async () => {
    const [name = ''] = packages()
    const file = join(stick, name)
    let kills = 0
    for (let cycle = 0; cycle < cycles(3); cycle += 1) {
      const run = await step(['receive', county, file], random() * 30)
      kills += run.killed ? 1 : 0
      const after = await bureau()
      expect([0, 1]).toContain(after.submissions)
      expect(after.persons).toBe(after.submissions * 5)
      expect(after.people).toBe(after.persons)
      expect(after.submissions).toBeGreaterThanOrEqual(run.acks.length)
    }
    await step(['receive', county, file], Infinity)
    const once = await bureau()
    await step(['receive', county, file], Infinity)
    expect(await bureau()).toEqual(once)
    expect(once).toMatchObject({ townships: 1, submissions: 1, persons: 5 })
    tell('county receive', { kills })
  })

  it('answering: a receipt that was handed out is on record, each number once', async () => {
    const receipt = join(folder.path, '回执.dbreceipt')
    let [kills, acked] = [0, 0]
    for (let cycle = 0; cycle < cycles(3); cycle += 1) {
      const before = await bureau()
      const run = await step(['answer', county, '东乡', receipt, join(folder.path, 'events.json')], random() * 30)
      kills += run.killed ? 1 : 0
      acked += run.acks.length
      const after = await bureau()
      expect(after.answers - before.answers).toBe(after.entries - before.entries)
      expect(after.answers).toBeGreaterThanOrEqual(acked)
      expect(existsSync(receipt) || run.acks.length === 0).toBe(true)
    }
    await step(['answer', county, '东乡', receipt, join(folder.path, 'events.json')], Infinity)
    expect(existsSync(receipt)).toBe(true)
    tell('county answer', { kills, acked })
  })

  it('taking in: every item of the receipt or none, and never twice', async () => {
    const receipt = join(folder.path, '回执.dbreceipt')
    const before = await township()
    let kills = 0
    for (let cycle = 0; cycle < cycles(3); cycle += 1) {
      const now = await township()
      if (now.taken === 1) break
      const run = await step(['take', book, receipt], random() * 250)
      kills += run.killed ? 1 : 0
      const after = await township()
      expect(after.sound).toEqual([])
      expect(after.quota - before.quota).toBe(after.taken * 2)
      expect(after.seq - before.seq).toBe(after.taken)
      expect(after.taken).toBeGreaterThanOrEqual(run.acks.length)
    }
    if ((await township()).taken === 0) await step(['take', book, receipt], Infinity)
    await expect(step(['take', book, receipt], Infinity)).rejects.toThrow('the child failed by itself')
    expect(await township()).toMatchObject({ sound: [], taken: 1, quota: before.quota + 2, seq: before.seq + 1 })
    tell('county take', { kills })
  })

  it('a locked package of another book, taken over the old one: the old people or the new, never both', async () => {
    const [other, bureauBook, before, place] = ['新乡.dingbian', '改收.dingbian', '旧U盘', '新U盘'].map((name) =>
      join(folder.path, name),
    ) as [string, string, string, string]
    const secret = '上报-口令-2026'
    mkdirSync(before)
    mkdirSync(place)
    await newBook(other, 3)
    closeCountyFile(await newCounty(bureauBook))
    await step(['make', book, before], Infinity)
    const [old = ''] = readdirSync(before)
    await step(['receive', bureauBook, join(before, old)], Infinity)
    await step(['makeLocked', other, place, secret], Infinity)
    const [made = ''] = readdirSync(place)
    const take = ['receiveOther', bureauBook, join(place, made), secret]
    expect(await bureau(bureauBook)).toMatchObject({ submissions: 1, persons: 5 })
    let kills = 0
    for (let cycle = 0; cycle < cycles(3); cycle += 1) {
      const earlier = await bureau(bureauBook)
      // Unlocking takes most of it: a late kill meets the writing.
      const run = await step(take, 300 + random() * 1200)
      kills += run.killed ? 1 : 0
      const after = await bureau(bureauBook)
      expect([earlier.submissions, 2]).toContain(after.submissions)
      expect(after.persons).toBe(after.submissions === 1 ? 5 : 3)
      expect([after.townships, after.people]).toEqual([1, after.persons])
    }
    await step(take, Infinity)
    const once = await bureau(bureauBook)
    await step(take, Infinity)
    expect(await bureau(bureauBook)).toEqual(once)
    expect(once).toMatchObject({ townships: 1, submissions: 2, persons: 3, people: 3 })
    tell('county receive over', { kills })
  })

  it('would be caught (control): a receiving cut in two leaves people of a township that is not there', async () => {
    const open = await openCountyFile(county)
    open.raw.exec('DELETE FROM person WHERE id = (SELECT min(id) FROM person)')
    closeCountyFile(open)
    const { persons, submissions } = await bureau()
    expect(persons).not.toBe(submissions * 5)
  })
})
