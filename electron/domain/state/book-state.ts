import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, RosterEntry } from '../model/finding.ts'
import { holdingsByPerson } from '../model/holding-groups.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'
import { peopleById, postsById } from '../model/snapshot-lookups.ts'
import { once, onceInSteps } from '../model/once.ts'
import { computeFigures, recomputeFigures } from '../quota/figures.ts'
import { splitRoster } from '../roster/split-roster.ts'
import { checkInSteps, recheckInSteps } from '../rules/check-book.ts'

/** The book on one day: the facts and everything that follows from them. Every figure on every screen and sheet comes from here. */
export interface BookState {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
  readonly findings: readonly Finding[]
  readonly roster: readonly RosterEntry[]
}

/** States of which the figures, and of which the findings, have been worked out. */
const COUNTED = new WeakSet<BookState>()
const CHECKED = new WeakSet<BookState>()

/**
 * What follows from a snapshot: figures, findings, split, each worked out when it is first asked for. Figures ask no rule.
 * A preview calls it with a hypothetical snapshot. `origin`: the state of the snapshot it was made from by what a change touched; what that
 * one has worked out is carried on by what is another now.
 */
export function deriveBookState(snapshot: BookSnapshot, origin?: BookState): BookState {
  // The state before is not kept: it would keep the one before it, and so on.
  let counted =
    origin !== undefined && COUNTED.has(origin) ? { snapshot: origin.snapshot, figures: origin.figures } : undefined
  let checked = origin !== undefined && CHECKED.has(origin) ? origin.snapshot : undefined
  const figures = once(() => {
    const found = counted === undefined ? computeFigures(snapshot) : recomputeFigures(snapshot, counted)
    counted = undefined
    COUNTED.add(state)
    return found
  })
  const findings = onceInSteps(function* () {
    // The day itself has just been made: that was a part.
    yield
    // The look-ups that figures, rules and lists share, each a part; where they are made from those before they cost little.
    if (counted === undefined && checked === undefined)
      for (const make of LOOK_UPS) {
        make(snapshot)
        yield
      }
    const counts = figures()
    yield
    const found = yield* checked === undefined
      ? checkInSteps(snapshot, counts)
      : recheckInSteps(snapshot, counts, checked)
    checked = undefined
    CHECKED.add(state)
    return found
  })
  const roster = once(() => splitRoster(snapshot, figures(), findings()))
  const state: BookState = {
    snapshot,
    get figures() {
      return figures()
    },
    get findings() {
      return findings()
    },
    get roster() {
      return roster()
    },
  }
  PARTS.set(state, () => {
    if (!findings.step()) return false
    void state.roster
    return true
  })
  return state
}

const LOOK_UPS: readonly ((snapshot: BookSnapshot) => unknown)[] = [
  ({ people }) => peopleById(people),
  ({ posts }) => postsById(posts),
  ({ holdings }) => holdingsByPerson(holdings),
  indexSnapshot,
]

const PARTS = new WeakMap<BookState, () => boolean>()

/** Works out one part more of what follows from a state (the figures, a rule, the lists); true once all of it is there. */
export function workOn(state: BookState): boolean {
  return PARTS.get(state)?.() ?? true
}
