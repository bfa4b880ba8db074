import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { FACTS_SUCCESSION } from '../ledger/snapshot/facts-origin.ts'
import { snapshotAfter } from '../ledger/snapshot/snapshot-after.ts'
import { snapshotAt, snapshotInSteps } from '../ledger/snapshot/snapshot-at.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { onceInSteps, type Stepped } from '../model/once.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { SNAPSHOT_SUCCESSION } from '../model/snapshot-change.ts'
import { deriveBookState, type BookState } from './book-state.ts'

/*
 * Everything that follows from facts on a day, worked out once. Facts never change: other facts are another object, and the pack is one of
 * them, so the object and the day are the whole key.
 */

interface KeptDay {
  /** Weak: facts must not keep earlier ones, whose days keep still earlier ones. */
  readonly of: WeakRef<FactRows>
  /** Their tables. */
  readonly rows: FactRows
  readonly state: BookState
}

/** Days kept of one book: today, the day an event counts from, the day of an arrival. The longest unasked makes room. */
const KEPT_DAYS = 3

const DAYS = new WeakMap<FactRows, Map<PlainDate, KeptDay>>()

/** The book on a day with all that follows from it; the same object for the same facts and day. */
export function stateOn(facts: FactRows, day: PlainDate): BookState {
  const days = daysOf(facts)
  const kept = days.get(day)
  const state = kept?.of.deref() === facts ? kept.state : derive(facts, day, kept)
  days.delete(day)
  days.set(day, { of: new WeakRef(facts), rows: { ...facts }, state })
  const [oldest] = days.keys()
  if (days.size > KEPT_DAYS && oldest !== undefined) days.delete(oldest)
  return state
}

/** Days that are being made a part at a time. */
const MAKING = new WeakMap<FactRows, Map<PlainDate, Stepped<BookSnapshot>>>()

/** Makes one part more of a day nobody has looked at; true once `stateOn` gives it without making much. */
export function workOnDay(facts: FactRows, day: PlainDate): boolean {
  // What was worked out for the facts before is soon carried on.
  if (daysOf(facts).has(day)) return true
  const days = MAKING.get(facts) ?? new Map<PlainDate, Stepped<BookSnapshot>>()
  MAKING.set(facts, days)
  const making = days.get(day) ?? onceInSteps(() => snapshotInSteps(facts, day))
  days.set(day, making)
  return making.step()
}

/** Whoever a change has not touched is the same object in both snapshots, and need not be judged again. */
function derive(facts: FactRows, day: PlainDate, before: KeptDay | undefined): BookState {
  if (before === undefined) {
    const making = MAKING.get(facts)
    const snapshot = making?.get(day)?.() ?? snapshotAt(facts, day)
    making?.delete(day)
    return deriveBookState(snapshot)
  }
  const old = before.state.snapshot
  const snapshot = snapshotAfter({ rows: before.rows, snapshot: old }, facts)
  SNAPSHOT_SUCCESSION.note(snapshot, old)
  return deriveBookState(snapshot, before.state)
}

/** Facts made from others by a few changes begin with the others' days, as something to go on from. */
function daysOf(facts: FactRows): Map<PlainDate, KeptDay> {
  const known = DAYS.get(facts)
  if (known !== undefined) return known
  const origin = FACTS_SUCCESSION.take(facts)
  const days = new Map(origin === undefined ? [] : DAYS.get(origin))
  DAYS.set(facts, days)
  return days
}
