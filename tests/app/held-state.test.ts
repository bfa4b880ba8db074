import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { correctPeople } from '../../electron/app/people/correct-people.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readBookState } from '../../electron/app/read-book-state.ts'
import { snapshotAt } from '../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { deriveBookState } from '../../electron/domain/state/book-state.ts'
import { FACT_TABLES, type FactRows } from '../../electron/store/book-database.ts'
import { readHead } from '../../electron/store/journal.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { isRefusalCode } from '../../electron/vocabulary/refusals.ts'
import { makeContext, TODAY } from '../kit/context.ts'
import { dice } from '../kit/dice.ts'
import { daysTried } from '../kit/history-checks.ts'
import { seatPeople } from '../kit/people.ts'
import { beginHistory, nextAct, type Act } from '../kit/random-history.ts'
import { withTownship } from '../kit/township.ts'

/* What a program holds of its book is what another one, just started, would read from the file: after every act of random histories. */

const HISTORIES = 6
const ACTS = 16
const FIRST_SEED = Number(process.env['HISTORY_SEED'] ?? 0) + 20_000

/** The tables as they are in the file, whatever is held. */
function inTheFile(book: OpenBook): FactRows {
  return Object.fromEntries(
    FACT_TABLES.map((table) => [table, book.raw.prepare(`select * from ${table} order by rowid`).all()]),
  ) as unknown as FactRows
}

async function attempt(book: OpenBook, act: Act): Promise<boolean> {
  try {
    if (act.kind === 'event') {
      const input = { event: act.event, correction: act.correction }
      await previewEvent(input, makeContext(book))
      await addEvent(input, makeContext(book, { operation: 'event.add' }))
    } else if (act.kind === 'undo')
      await undoEntry(act.seq === null ? {} : { seq: act.seq }, makeContext(book, { operation: 'journal.undo' }))
    else await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && isRefusalCode(error.code) && error.code !== 'internal'))
      throw error
    return false
  }
}

async function wrongNow(book: OpenBook, days: readonly string[]): Promise<readonly string[]> {
  const fresh = inTheFile(book)
  const faults = isDeepStrictEqual(await loadFacts(book.db), fresh) ? [] : ['other rows are held than the file has']
  for (const day of days) {
    const [held, anew] = [await readBookState(book.db, day), deriveBookState(snapshotAt(fresh, day))]
    for (const part of ['snapshot', 'figures', 'findings', 'roster'] as const)
      if (!isDeepStrictEqual(held[part], anew[part])) faults.push(`${day}: other ${part} than worked out anew`)
  }
  return faults
}

describe('what is held of a book', () => {
  it(
    'is what the file says after every act, and follows from it on every day asked',
    { timeout: 600_000 },
    async () => {
      const faults: string[] = []
      let done = 0
      for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed += 1)
        await withTownship(async (book) => {
          const chance = dice(seed)
          let state = beginHistory()
          for (let turn = 0; turn < ACTS; turn += 1) {
            const facts = await loadFacts(book.db)
            const next = nextAct(facts, state, (await readHead(book.db)).seq, chance)
            state = next.state
            const taken = await attempt(book, next.act)
            done += Number(taken)
            if (!taken && (await loadFacts(book.db)) !== facts) faults.push(`${seed}/${turn}: read again for a refusal`)
            const days = [TODAY, ...daysTried(facts, chance, 2)]
            faults.push(...(await wrongNow(book, days)).map((fault) => `${seed}/${turn}: ${fault}`))
          }
        })
      expect(faults.slice(0, 5)).toEqual([])
      expect(done).toBeGreaterThan((HISTORIES * ACTS) / 3)
    },
  )

  it('is what was held before, where an entry is taken back, and what was held after, where it is done again', () =>
    withTownship(async (book) => {
      const people = await seatPeople(book, [{ name: '试甲', unit: '财政所', category: 'institution' }])
      const before = await readBookState(book.db, TODAY)
      const fields = { nativePlace: '试县', remark: '改过' }
      const rows = people.map((personId) => ({ personId, fields }))
      await correctPeople({ rows }, makeContext(book, { operation: 'people.correct' }))
      const after = await readBookState(book.db, TODAY)
      expect(after).not.toBe(before)
      await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
      expect(await readBookState(book.db, TODAY)).toBe(before)
      await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
      expect(await readBookState(book.db, TODAY)).toBe(after)
      expect(await wrongNow(book, [TODAY])).toEqual([])
    }))

  it('is not believed when something was written behind the journal (control)', () =>
    withTownship(async (book) => {
      const before = await readBookState(book.db, TODAY)
      expect(await readBookState(book.db, TODAY)).toBe(before)
      book.raw.exec(`update unit_version set name = '改了名的' where name = '财政所'`)
      const after = await readBookState(book.db, TODAY)
      expect(after.snapshot.units.map((unit) => unit.name)).toContain('改了名的')
      expect(await wrongNow(book, [TODAY])).toEqual([])
    }))
})
