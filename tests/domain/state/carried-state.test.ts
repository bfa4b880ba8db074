import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { findingsDifference } from '../../../electron/domain/findings/findings-difference.ts'
import { curedBetween } from '../../../electron/domain/findings/finding-states.ts'
import { keyText } from '../../../electron/domain/findings/finding-key.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { deriveBookState, type BookState } from '../../../electron/domain/state/book-state.ts'
import { stateOn } from '../../../electron/domain/state/state-on.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { carriedFrom } from '../../kit/carried-facts.ts'
import { draws } from '../../kit/draws.ts'
import { journalOf } from '../../kit/journal-entries.ts'
import { factsOf, memoryBook, type MemoryBook } from '../../kit/memory-book.ts'
import { PLAYED_TODAY, playInMemory } from '../../kit/play-history.ts'
import { withTownship } from '../../kit/township.ts'

/* What is carried on by what an entry touched is what is worked out from nothing: after every act of random histories. */

const HISTORIES = draws(20)
const ACTS = 25

let base: MemoryBook
beforeAll(() =>
  withTownship(async (book) => {
    base = memoryBook(await loadFacts(book.db), await journalOf(book))
  }),
)

interface Look {
  readonly carried: BookState
  readonly fresh: BookState
}

/** Both states after every act, with those of the act before. `spoil` may change the rows behind the back of what is carried. */
function play(look: (now: Look, before: Look | null) => void, spoil: (facts: FactRows) => void = () => undefined) {
  for (let seed = 1000; seed < 1000 + HISTORIES; seed += 1) {
    let facts = carriedFrom(factsOf(base), null)
    let before: Look | null = null
    playInMemory(base, seed, ACTS, (outcome) => {
      if (outcome.kind !== 'done') return
      facts = carriedFrom(factsOf(outcome.after), facts)
      const carried = stateOn(facts, PLAYED_TODAY)
      void carried.findings
      spoil(facts)
      const now = { carried, fresh: deriveBookState(snapshotAt(structuredClone(facts), PLAYED_TODAY)) }
      look(now, before)
      before = now
    })
  }
}

const PARTS = ['snapshot', 'figures', 'findings', 'roster'] as const

function strayed(spoil?: (facts: FactRows) => void): ReadonlySet<string> {
  const wrong = new Set<string>()
  play(({ carried, fresh }) => {
    for (const part of PARTS) if (!isDeepStrictEqual(carried[part], fresh[part])) wrong.add(part)
  }, spoil)
  return wrong
}

describe('the state of a book carried on by what an entry touched', () => {
  it('is the one worked out from nothing: the facts of the day, figures, findings in their order, lists', () => {
    expect([...strayed()]).toEqual([])
  }, 600_000)

  it('would be caught where something changed unnoticed (control)', () => {
    const spoil = (facts: FactRows) => {
      for (const person of facts.person) Object.assign(person, { name: `${person.name}改` })
    }
    expect(strayed(spoil)).toContain('findings')
  }, 600_000)

  it('says of an entry what it brought and cured as two states worked out from nothing do', () => {
    let differences = 0
    play((now, before) => {
      if (before === null) return
      const [carried, fresh] = (['carried', 'fresh'] as const).map((which) =>
        findingsDifference(before[which].findings, now[which].findings),
      )
      expect(carried).toEqual(fresh)
      const cured = (which: 'carried' | 'fresh') =>
        curedBetween(before[which].findings, now[which].findings).map(keyText)
      expect(cured('carried')).toEqual(cured('fresh'))
      differences += (fresh?.created.length ?? 0) + (fresh?.cured.length ?? 0)
    })
    expect(differences).toBeGreaterThan(HISTORIES * 5)
  }, 600_000)
})
