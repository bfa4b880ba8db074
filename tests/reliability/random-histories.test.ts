import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { isRefusalCode } from '../../electron/vocabulary/refusals.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import { replayFacts } from '../../electron/store/replay-journal.ts'
import { readHead } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { makeContext, TODAY } from '../kit/context.ts'
import { dice, type Dice } from '../kit/dice.ts'
import { disagreements } from '../kit/figures-recounted.ts'
import { daysTried, wrongChanges } from '../kit/history-checks.ts'
import { journalOf } from '../kit/journal-entries.ts'
import { beginHistory, nextAct, type Act } from '../kit/random-history.ts'
import { replayEntries, stateText, type Row, type Tables } from '../kit/recount.ts'
import { withTownship } from '../kit/township.ts'
import { tamper } from '../store/tamper.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { lane } from './rows.ts'

/*
 * The same histories as tests/app/ledger-histories.test.ts on real book files, through the operations a clerk calls: names, rules
 * and gates, one transaction an act, the journal, undo and redo as they are. HISTORY_SEED=n repeats from n on.
 */

/** On files each act costs ten times what it costs in memory, where `tests/app/ledger-histories.test.ts` plays many more. */
const HISTORIES = lane() === 'suite' ? 50 : 200
const ACTS = 18
const FIRST_SEED = Number(process.env['HISTORY_SEED'] ?? 0) + 10_000

const tally: Record<string, number> = {}
const count = (what: string, by = 1) => {
  tally[what] = (tally[what] ?? 0) + by
}
afterAll(() => {
  process.stdout.write(`random histories on files from seed ${FIRST_SEED}: ${JSON.stringify(tally)}\n`)
})

/** All facts as the file holds them, in one hash. */
async function stateHash(book: OpenBook): Promise<string> {
  return createHash('sha256')
    .update(stateText(tablesOf(await loadFacts(book.db))))
    .digest('hex')
}

function tablesOf(facts: Awaited<ReturnType<typeof loadFacts>>): Tables {
  return new Map(
    Object.entries(facts).map(([table, rows]) => [
      table,
      new Map((rows as readonly unknown[] as readonly Row[]).map((row) => [String(row['id']), row])),
    ]),
  )
}

/** Does what the clerk does. A refusal with a code of the contract is an answer; anything else is a fault. */
async function attempt(book: OpenBook, act: Act): Promise<string | null> {
  try {
    if (act.kind === 'event')
      await addEvent({ event: act.event, correction: act.correction }, makeContext(book, { operation: 'event.add' }))
    else if (act.kind === 'undo')
      await undoEntry(act.seq === null ? {} : { seq: act.seq }, makeContext(book, { operation: 'journal.undo' }))
    else await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
    count(`${act.kind === 'event' ? act.event.type : act.kind} ✓`)
    return null
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
    if (!isRefusalCode(code) || code === 'internal') throw error
    count(`refused ${code}`)
    return code
  }
}

async function play(book: OpenBook, seed: number): Promise<readonly string[]> {
  const [chance, aside] = [dice(seed), dice(seed + 1_000_000)]
  const faults: string[] = []
  let state = beginHistory()
  for (let turn = 0; turn < ACTS; turn += 1) {
    const before = await readHead(book.db)
    const next = nextAct(await loadFacts(book.db), state, before.seq, chance)
    state = next.state
    const refused = await attempt(book, next.act)
    if (refused !== null && (await readHead(book.db)).seq !== before.seq)
      faults.push(`refused with ${refused}, yet an entry was written`)
    // What rests on rules alone must never be left to the file.
    if (refused === 'overlap' || refused === 'rule_violation')
      faults.push(
        `${next.act.kind === 'event' ? next.act.event.type : next.act.kind}: only the file refused it (${refused})`,
      )
    if (refused === null && next.act.kind === 'event' && aside.chance(0.25)) faults.push(...(await thereAndBack(book)))
  }
  return [...faults, ...(await wrongInTheEnd(book, aside))]
}

async function thereAndBack(book: OpenBook): Promise<readonly string[]> {
  const after = await stateHash(book)
  await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
  const changed = (await stateHash(book)) !== after
  await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
  count('there and back')
  return [
    ...(changed ? [] : ['the undo changed nothing']),
    ...((await stateHash(book)) === after ? [] : ['undo and redo leave another state']),
  ]
}

async function wrongInTheEnd(book: OpenBook, chance: Dice): Promise<readonly string[]> {
  const faults: string[] = []
  const verified = await verifyBook(book)
  if (!verified.ok) faults.push(...verified.problems.map((problem) => problem.text))
  const [facts, entries] = [await loadFacts(book.db), await journalOf(book)]
  const journal = replayEntries(entries)
  if (stateText(journal) !== stateText(tablesOf(facts))) faults.push('the tables are not the journal')
  if (!isDeepStrictEqual(await replayFacts(book.db, { seq: verified.entries }), facts))
    faults.push('the program’s own replay is not the tables')
  const then = chance.below(verified.entries) + 1
  if (stateText(replayEntries(entries, then)) !== stateText(tablesOf(await replayFacts(book.db, { seq: then }))))
    faults.push(`the replays up to ${then} differ`)
  const days = daysTried(facts, chance, 3)
  for (const day of days) faults.push(...disagreements(computeFigures(await loadSnapshot(book.db, day)), journal, day))
  count('days', days.length)
  faults.push(
    ...wrongChanges(facts, journal, ...firstAndLast([chance.pick(days) ?? TODAY, chance.pick(days) ?? TODAY])),
  )
  // The screen's own figures of today.
  const shown = await readFigures({ asOf: TODAY }, makeContext(book))
  const counted = computeFigures(await loadSnapshot(book.db, TODAY))
  if (
    shown.lines.map((line) => [line.quota, line.actual, line.over]).join(';') !==
    counted.lines.map((line) => [line.quota, line.actual, line.over]).join(';')
  )
    faults.push('the screen shows other figures')
  return faults
}

function firstAndLast(days: readonly [string, string]): [string, string] {
  const [one, other] = days
  return one < other ? [one, other] : [other, one]
}

it('so many histories on real files', { timeout: 900_000 }, async () => {
  const started = performance.now()
  const faulty: string[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES && faulty.length < 10; seed += 1) {
    await withTownship(async (book) => {
      faulty.push(...(await play(book, seed)).slice(0, 3).map((fault) => `seed ${seed}: ${fault}`))
    })
  }
  count('milliseconds', Math.round(performance.now() - started))
  expect(faulty).toEqual([])
  const done = Object.keys(tally).filter((name) => name.endsWith('✓')).length
  expect(done).toBeGreaterThan(35)
  expect(tally['days']).toBeGreaterThan(HISTORIES * 20)
})

it('a holding changed behind the journal is caught', () =>
  withTownship(async (book) => {
    let open = book
    for (
      let seed = FIRST_SEED;
      (await open.db.selectFrom('holding').select('id').where('occupies_quota', '=', 1).execute()).length === 0;
      seed += 1
    )
      await play(open, seed)
    await closeBookFile(open)
    expect(
      tamper(
        book.path,
        `UPDATE holding SET valid_from = date(valid_from, '-40 days') WHERE id = (SELECT min(id) FROM holding WHERE occupies_quota = 1)`,
      ),
    ).toBe(1)
    open = await openBookFile(book.path)
    expect((await wrongInTheEnd(open, dice(1))).length).toBeGreaterThan(1)
    await closeBookFile(open)
  }))
