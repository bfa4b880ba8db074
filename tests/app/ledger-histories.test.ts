import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVENT_TITLES } from '../../electron/vocabulary/events.ts'
import type { FactWrite } from '../../electron/domain/ledger/planning/event-plan.ts'
import { planEvent } from '../../electron/domain/ledger/events/index.ts'
import { changeSheet } from '../../electron/domain/ledger/told/change-sheet.ts'
import type { FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { dice, type Dice } from '../kit/dice.ts'
import { wrongSums } from '../kit/event-arithmetic.ts'
import { daysTried, wrongChanges, wrongFigures } from '../kit/history-checks.ts'
import { journalOf } from '../kit/journal-entries.ts'
import { factsOf, memoryBook, type MemoryBook } from '../kit/memory-book.ts'
import { lastSeq, playInMemory, redo, undo, type Outcome, type Planner } from '../kit/play-history.ts'
import { replayEntries, stateText } from '../kit/recount.ts'
import { withTownship } from '../kit/township.ts'

/*
 * Histories nobody would write: mostly possible events on a township of pack seed-000, late, early and on each other's days, with undos and
 * redos between them. A history is its seed: HISTORY_SEED=n repeats from n on.
 */

const HISTORIES = 2_000
const ACTS = 30
const FIRST_SEED = Number(process.env['HISTORY_SEED'] ?? 0)

const tally: Record<string, number> = {}
const count = (what: string, by = 1) => {
  tally[what] = (tally[what] ?? 0) + by
}

let base: MemoryBook
beforeAll(() =>
  withTownship(async (book) => {
    base = memoryBook(await loadFacts(book.db), await journalOf(book))
  }),
)
afterAll(() => {
  process.stdout.write(`random histories from seed ${FIRST_SEED}: ${JSON.stringify(tally)}\n`)
})

/** What one history shows to be wrong: nothing, if the program is right. */
function faultsOf(seed: number, plan: Planner = planEvent): readonly string[] {
  const chance = dice(seed + 1_000_000)
  const faults: string[] = []
  const states: MemoryBook[] = [base]
  const book = playInMemory(
    base,
    seed,
    ACTS,
    (outcome) => {
      count(
        outcome.kind === 'done'
          ? `${outcome.name} ✓`
          : outcome.kind === 'refused'
            ? `refused ${outcome.code}`
            : 'refused by the file',
      )
      if (outcome.kind === 'file') faults.push(`${outcome.name}: only the file refused it: ${outcome.why}`)
      if (outcome.kind !== 'done') return
      states.push(outcome.after)
      if (outcome.event === null) return
      const sums = wrongSums(outcome.event, outcome.before.store, outcome.after.store)
      if (sums !== null) faults.push(sums)
      if (chance.chance(0.3)) faults.push(...thereAndBack(outcome))
    },
    plan,
  )
  const facts = factsOf(book)
  const days = daysTried(facts, chance)
  count('days', days.length)
  faults.push(
    ...wrongFigures(facts, replayEntries(book.entries), days),
    ...wrongReplays(states, chance),
    ...wrongSheets(facts, book, days, chance),
  )
  return faults
}

/** Undo leaves what was before, redo what was after. */
function thereAndBack({ name, before, after }: Extract<Outcome, { kind: 'done' }>): readonly string[] {
  const back = undo(after, lastSeq(after))
  if (back.kind !== 'done') return [`${name}: the entry just made cannot be taken back`]
  const again = redo(back.after)
  if (again.kind !== 'done') return [`${name}: what was taken back cannot be done again`]
  count('there and back')
  return [
    ...(stateText(back.after.store) === stateText(before.store) ? [] : [`${name}: the undo leaves another state`]),
    ...(stateText(again.after.store) === stateText(after.store) ? [] : [`${name}: the redo leaves another state`]),
  ]
}

/** The tables after any entry are the journal up to it. */
function wrongReplays(states: readonly MemoryBook[], chance: Dice): readonly string[] {
  const last = states.at(-1)
  return [last, chance.pick(states), chance.pick(states)].flatMap((state) => {
    if (state === undefined || last === undefined) return []
    count('replays')
    return stateText(replayEntries(last.entries, lastSeq(state))) === stateText(state.store)
      ? []
      : [`the journal up to ${lastSeq(state)} is not what the tables were then`]
  })
}

function wrongSheets(facts: FactRows, book: MemoryBook, days: readonly string[], chance: Dice): readonly string[] {
  return Array.from({ length: 3 }, () => [chance.pick(days) ?? '', chance.pick(days) ?? ''].sort()).flatMap(
    ([from = '', to = '']) => {
      count('change sheets')
      return wrongChanges(facts, book.store, from, to)
    },
  )
}

it(
  'figures are the recount, sheets balance, undo and redo come back, tables are the replay: 2,000 histories',
  { timeout: 600_000 },
  () => {
    const started = performance.now()
    const faulty: string[] = []
    for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES && faulty.length < 10; seed += 1)
      faulty.push(
        ...faultsOf(seed)
          .slice(0, 3)
          .map((fault) => `seed ${seed}: ${fault}`),
      )
    count('milliseconds', Math.round(performance.now() - started))
    expect(faulty).toEqual([])
    // Histories whose events were all refused would prove nothing.
    const seldom = [...Object.keys(EVENT_TITLES), 'undo', 'redo'].filter(
      (name) => (tally[`${name} ✓`] ?? 0) < HISTORIES / 40,
    )
    expect(seldom).toEqual([])
    expect(tally['days']).toBeGreaterThan(HISTORIES * 30)
  },
)

const dropping =
  (wanted: (write: FactWrite) => boolean): Planner =>
  (event, ledger, tools) => {
    const planned = planEvent(event, ledger, tools)
    if ('refusal' in planned) return planned
    const dropped = planned.writes.findIndex(wanted)
    return { ...planned, writes: planned.writes.filter((_, index) => index !== dropped) }
  }

it.each<readonly [string, Planner]>([
  ['never begins a holding', dropping((write) => write.op === 'insert' && write.table === 'holding')],
  ['never ends one', dropping((write) => write.op === 'update' && write.table === 'holding')],
  ['forgets a 核定 number', dropping((write) => write.op === 'insert' && write.table === 'quota')],
  ['leaves a 核定 number as it was', dropping((write) => write.op === 'update' && write.table === 'quota')],
  ['leaves a post where it was', dropping((write) => write.table === 'post_version')],
  ['keeps no seat for an approval', dropping((write) => write.table === 'entry_approval')],
  [
    'counts everybody who is counted a day too long',
    (event, ledger, tools) => {
      const planned = planEvent(event, ledger, tools)
      if ('refusal' in planned || event.type !== 'exit') return planned
      return {
        ...planned,
        writes: planned.writes.map((write) =>
          write.op === 'update' &&
          write.table === 'holding' &&
          write.set.valid_to !== undefined &&
          write.set.valid_to !== null
            ? { ...write, set: { ...write.set, valid_to: '2029-12-31' } }
            : write,
        ),
      }
    },
  ],
])('a planner that %s is caught', (_, broken) => {
  const caught = Array.from({ length: 40 }, (__, seed) => faultsOf(seed, broken)).filter((faults) => faults.length > 0)
  expect(caught.length).toBeGreaterThan(3)
})

it('a doctored holding is named by the change sheet, and found by the recount', () => {
  let named = 0
  for (let seed = 0; seed < 30; seed += 1) {
    const book = playInMemory(base, seed, ACTS, () => undefined)
    const facts = factsOf(book)
    const victim = facts.holding.find(
      (row) => row.occupies_quota === 1 && row.valid_to === null && row.valid_from < '2026-01-01',
    )
    if (victim === undefined) continue
    // Somebody took the post out of the file: the holding still says its person is counted.
    const doctored: FactRows = {
      ...facts,
      post_version: facts.post_version.filter((row) => row.post_id !== victim.post_id),
    }
    const sheet = changeSheet(doctored, '2000-01-01', '2030-01-01')
    expect(sheet.faults.map((fault) => fault.holdingId)).toContain(victim.id)
    expect(sheet.categories.some((line) => !line.balanced)).toBe(true)
    expect(wrongFigures(doctored, replayEntries(book.entries), ['2026-11-22'])).not.toEqual([])
    named += 1
  }
  expect(named).toBeGreaterThan(20)
})
