import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { entryEvidenceRule } from '../../../electron/domain/rules/national/e2-entry-evidence.ts'
import { packById, parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { PACK_IDS } from '../../../electron/domain/rules/packs/pack-ids.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { ruleByPerson, type PersonRule } from '../../../electron/domain/rules/rule-by-person.ts'
import type { Rule } from '../../../electron/domain/rules/rule.ts'
import { stateOn } from '../../../electron/domain/state/state-on.ts'
import type { BookSnapshot } from '../../../electron/domain/model/book-snapshot.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { carriedFrom } from '../../kit/carried-facts.ts'
import { draws } from '../../kit/draws.ts'
import { journalOf } from '../../kit/journal-entries.ts'
import { factsOf, memoryBook, type MemoryBook } from '../../kit/memory-book.ts'
import { PLAYED_TODAY, playInMemory } from '../../kit/play-history.ts'
import { withTownship } from '../../kit/township.ts'

/* What a rule says again of whom an entry has not touched is what it would say if it were asked anew: after every act of random histories. */

/** Of the township that is played. */
const PACK = PACK_IDS.jiangxiTownship
const HISTORIES = draws(40)
const ACTS = 25

let base: MemoryBook
beforeAll(() =>
  withTownship(async (book) => {
    base = memoryBook(await loadFacts(book.db), await journalOf(book))
  }),
)

const inputOf = (snapshot: BookSnapshot) => ({
  snapshot,
  figures: computeFigures(snapshot),
  index: indexSnapshot(snapshot),
  parameters: parameterValues(packById(PACK)?.parameters ?? {}),
  standing: { ineligible: new Set<string>(), overQuota: [] },
})

/** Plays histories, each book made from the one before by what the act changed; `look` gets the carried and the fresh snapshot. */
function play(look: (carried: BookSnapshot, fresh: BookSnapshot) => void): void {
  for (let seed = 0; seed < HISTORIES; seed += 1) {
    let facts = carriedFrom(factsOf(base), null)
    playInMemory(base, seed, ACTS, (outcome) => {
      if (outcome.kind !== 'done') return
      facts = carriedFrom(factsOf(outcome.after), facts)
      look(stateOn(facts, PLAYED_TODAY).snapshot, snapshotAt(structuredClone(facts), PLAYED_TODAY))
    })
  }
}

/** Rules that say something else of the carried book than of the fresh one. */
function strayed(rules: readonly Rule[], before: () => void = () => undefined): ReadonlySet<string> {
  const wrong = new Set<string>()
  play((carried, fresh) => {
    before()
    const [one, other] = [inputOf(carried), inputOf(fresh)]
    for (const rule of rules) if (!isDeepStrictEqual(rule.check(one), rule.check(other))) wrong.add(rule.id)
  })
  return wrong
}

const brokenRule = (ofPerson: PersonRule['ofPerson']): Rule =>
  ruleByPerson({ ...(entryEvidenceRule as unknown as PersonRule), id: 'broken', ofPerson })

describe('rules of one person', () => {
  it('say of a book carried on by what was changed what they say of a fresh one; so do all others', () => {
    expect([...strayed(RULES.filter((rule) => rule.pack === null || rule.pack === PACK))]).toEqual([])
  }, 600_000)

  it('would be caught saying what hangs on more than the person (control)', () => {
    let acts = 0
    const counting = brokenRule(({ person }) => [{ personId: person.id, text: `${acts}`, remedy: '' }])
    expect([...strayed([counting], () => void (acts += 1))]).toEqual(['broken'])
  }, 600_000)

  it('are stopped when they ask for anybody else', () => {
    const { index, snapshot } = inputOf(stateOn(factsOf(base), PLAYED_TODAY).snapshot)
    const unitId = snapshot.units[0]?.id ?? ''
    const asks = [
      brokenRule((_, input) => [{ text: input.index.person('somebody else')?.name ?? '', remedy: '' }]),
      brokenRule((_, input) => [{ text: input.index.unit(unitId)?.name ?? '', remedy: '' }]),
      brokenRule((_, input) => [{ text: `${input.index.present.length}`, remedy: '' }]),
    ]
    const somebody = {
      person: { id: 'p', name: '试' },
      holdings: [],
      counted: undefined,
      seats: [],
      file: undefined,
      grade: undefined,
      exits: [],
    } as unknown as (typeof index.present)[number]
    for (const rule of asks)
      expect(() => rule.check({ ...inputOf(snapshot), index: { ...index, present: [somebody] } })).toThrow(
        'a rule of one person asked for',
      )
  })
})
