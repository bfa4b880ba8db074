import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FACT_TABLES } from '../../electron/store/book-database.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from '../store/invented-township.ts'
import { SEED, seeded, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R09: one bit of the closed file flips. Whatever changes in what the program shows is refused at opening or reported by the deep check. */

/** All a screen or a sheet can show: every fact and every line of the journal. */
function shown(book: OpenBook): string {
  const read = (query: string) => {
    try {
      return book.raw.prepare(query).all()
    } catch {
      return 'unreadable'
    }
  }
  return JSON.stringify([
    ...FACT_TABLES.map((table) => read(`SELECT * FROM ${table} ORDER BY id`)),
    read('SELECT * FROM journal ORDER BY seq'),
    read('SELECT seq, ordinal, before_json, after_json FROM journal_change ORDER BY seq, ordinal'),
  ])
}

/** SQLite's own word on the file; a check that breaks off over the damage has not passed it. */
function passesIntegrityCheck(book: OpenBook): boolean {
  try {
    return book.raw.pragma('integrity_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}

const MORE_FOR_CONTROL = 2_000

it('single bits: every change of content is refused or reported', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, '试验乡.dingbian')
  const book = await createBookFile(path)
  await foundTownship(book)
  await addPeople(book, 'a', 25)
  const truth = shown(book)
  await closeBookFile(book)
  const whole = readFileSync(path)
  const random = seeded(SEED)
  const counts = {
    flips: 0,
    refused: 0,
    refusedBadly: 0,
    reported: 0,
    harmless: 0,
    missed: 0,
    integrityCheckBlind: 0,
  }
  const flip = async () => {
    const content = Buffer.from(whole)
    const at = Math.floor(random() * content.length)
    content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(path, content)
    let opened: OpenBook
    try {
      opened = await openBookFile(path)
    } catch (error) {
      counts[error instanceof StoreError && readFileSync(path).equals(content) ? 'refused' : 'refusedBadly'] += 1
      return
    }
    // What changes nothing that is shown need not be noticed.
    if (shown(opened) === truth) counts.harmless += 1
    else {
      if (passesIntegrityCheck(opened)) counts.integrityCheckBlind += 1
      counts[(await verifyBook(opened)).ok ? 'missed' : 'reported'] += 1
    }
    opened.raw.close()
  }
  for (const _ of trials('R09')) {
    counts.flips += 1
    await flip()
  }
  // Few flips may all fall where nothing is shown: the control needs one that SQLite's own check does not see.
  for (let more = 0; more < MORE_FOR_CONTROL && counts.integrityCheckBlind === 0; more += 1) await flip()
  folder.dispose()
  tell('bit rot', counts)
  expect(counts).toMatchObject({ missed: 0, refusedBadly: 0 })
  // The control: SQLite's own check alone would have let some through.
  expect(counts.integrityCheckBlind).toBeGreaterThan(0)
  sayRow({
    row: 'R09',
    done: counts.flips,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `reported=${counts.reported} refused=${counts.refused} integrity_check_blind=${counts.integrityCheckBlind}`,
  })
})
