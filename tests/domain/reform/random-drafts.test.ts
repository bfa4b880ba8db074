import { afterAll, beforeAll, expect, it } from 'vitest'
import { DRAFT_EVENTS, type DraftStepType } from '../../../electron/vocabulary/reform.ts'
import { planEvent } from '../../../electron/domain/ledger/events/index.ts'
import type { EventTools } from '../../../electron/domain/ledger/planning/event-plan.ts'
import { draftBook } from '../../../electron/domain/reform/draft-book.ts'
import type { KeptStep, ReformStep } from '../../../electron/domain/reform/reform-step.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { dice } from '../../kit/dice.ts'
import { draws } from '../../kit/draws.ts'
import { daysTried, wrongChanges, wrongFigures } from '../../kit/history-checks.ts'
import { journalOf } from '../../kit/journal-entries.ts'
import { commit, factsOf, memoryBook, WriteRefused, type MemoryBook } from '../../kit/memory-book.ts'
import { lastSeq, PLAYED_TODAY, playInMemory, undo } from '../../kit/play-history.ts'
import { randomEvent } from '../../kit/random-event.ts'
import { replayEntries, stateText } from '../../kit/recount.ts'
import { withTownship } from '../../kit/township.ts'

/*
 * Drafts nobody would write, on townships with a past of their own: whatever of a draft can be done is taken into force as one entry. Figures are
 * the recount, the change sheet balances, and one undo leaves what was before. A draft is its seed: DRAFT_SEED=n repeats from n on.
 */

const DRAFTS = draws(250)
const STEPS = 40
const FIRST_SEED = Number(process.env['DRAFT_SEED'] ?? 0)
const DAY = '2027-03-01'

const tally: Record<string, number> = {}
const count = (what: string) => {
  tally[what] = (tally[what] ?? 0) + 1
}
afterAll(() => process.stdout.write(`random drafts from seed ${FIRST_SEED}: ${JSON.stringify(tally)}\n`))

let base: MemoryBook
beforeAll(() =>
  withTownship(async (book) => {
    base = memoryBook(await loadFacts(book.db), await journalOf(book))
  }),
)

const isDraftType = (type: string): type is DraftStepType => DRAFT_EVENTS.some((event) => event === type)

/** A draft of steps made each on what those before it left, so that most of them can be done; some on purpose in the wrong order. */
function randomDraft(book: MemoryBook, seed: number, tools: EventTools): readonly KeptStep[] {
  const chance = dice(seed + 5_000_000)
  const frame = { on: DAY, document: { number: '试改〔2027〕1号' } }
  let present = factsOf(book)
  const steps: KeptStep[] = []
  for (let turn = 0; steps.length < STEPS && turn < STEPS * 12; turn += 1) {
    const event = randomEvent({ facts: present, on: DAY, dice: chance, turn: 500 + seed * 31 + turn })
    if (!isDraftType(event.type)) continue
    const { on: _on, ...rest } = event
    const step: KeptStep = { id: `s${steps.length}`, step: rest as ReformStep, said: '' }
    const tried = draftBook(present, [step], frame, tools)
    if (tried.outcomes[0]?.state === 'conflict' && chance.chance(0.8)) continue
    present = tried.facts
    steps.push(step)
  }
  return chance.chance(0.2) ? steps.toReversed() : steps
}

function faultsOf(seed: number): readonly string[] {
  let ids = 0
  const tools: EventTools = {
    today: PLAYED_TODAY,
    recordedAt: '2026-11-22T02:00:00.000Z',
    newId: () => `d-${String((ids += 1)).padStart(6, '0')}`,
  }
  const book = playInMemory(base, seed, 25, () => undefined, planEvent)
  const steps = randomDraft(book, seed, tools)
  const frame = { on: DAY, document: { number: '试改〔2027〕1号' } }
  const draft = draftBook(factsOf(book), steps, frame, tools)
  for (const [place, { state }] of draft.outcomes.entries()) {
    const type = steps[place]?.step.type ?? ''
    count(state === 'conflict' ? 'refused' : `${type} ✓`)
  }
  let after: MemoryBook
  try {
    after = commit(book, 'reform.force', draft.writes)
  } catch (error) {
    if (error instanceof WriteRefused) return [`only the file refused it: ${error.message}`]
    throw error
  }
  count('in force')
  const back = undo(after, lastSeq(after))
  const facts = factsOf(after)
  const chance = dice(seed + 9_000_000)
  return [
    ...(back.kind === 'done' && stateText(back.after.store) === stateText(book.store)
      ? []
      : ['the undo does not leave what was before']),
    ...wrongFigures(facts, replayEntries(after.entries), daysTried(facts, chance, 2)),
    ...wrongChanges(facts, after.store, addDays(DAY, -1), DAY),
    ...wrongChanges(facts, after.store, '2026-01-01', '2027-12-31'),
  ]
}

it('whatever can be done of a draft is one entry that balances and can be taken back', { timeout: 300_000 }, () => {
  const faulty: string[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + DRAFTS && faulty.length < 5; seed += 1)
    faulty.push(
      ...faultsOf(seed)
        .slice(0, 3)
        .map((fault) => `seed ${seed}: ${fault}`),
    )
  expect(faulty).toEqual([])
  // Drafts whose steps were all refused would prove nothing.
  expect(DRAFT_EVENTS.filter((type) => (tally[`${type} ✓`] ?? 0) < DRAFTS / 50)).toEqual([])
})
