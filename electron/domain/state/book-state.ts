import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, RosterEntry } from '../model/finding.ts'
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

const PARTS = new WeakMap<BookState, () => boolean>()

/** Works out one part more of what follows from a state (the figures, a rule, the lists); true once all of it is there. */
export function workOn(state: BookState): boolean {
  return PARTS.get(state)?.() ?? true
}
