import type { DueKind, DueState } from '../../vocabulary/due.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { RuleSource } from '../model/finding.ts'
import { monthOf, type MonthOrDate, type PlainDate } from '../model/plain-date.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'

/** What a kind finds for somebody: never a guess. */
export interface DueFact {
  readonly kind: DueKind
  readonly personId: string
  readonly unitId: string | null
  /** Tells apart what one person has of a kind. */
  readonly what: string
  readonly title: string
  /** The day, or the month where the book knows no more; null: it cannot be told, `lacks` says for want of what. */
  readonly on: MonthOrDate | null
  /** From–to arithmetic, one Chinese line a step. */
  readonly steps: readonly string[]
  /** Facts the book does not have, by the words of their fields. */
  readonly lacks: readonly string[]
  /** What is on record against it. */
  readonly obstacles: readonly string[]
  readonly source: RuleSource
}

export interface Due extends DueFact {
  readonly key: string
  readonly state: DueState
}

/** What every kind may look at. `until`: nothing that falls due later is asked for. */
export interface DueInput {
  readonly snapshot: BookSnapshot
  readonly index: SnapshotIndex
  readonly until: PlainDate
}

/** A kind: one file, one function. It gathers once what it needs of the whole book, and then tells of each person. */
export type DueFinder = (input: DueInput) => (present: PresentPerson) => readonly DueFact[]

export const NOTHING_DUE: readonly DueFact[] = []

/** The fact as it stands on a day. */
export function stateDue(fact: DueFact, asOf: PlainDate): Due {
  return { ...fact, key: `${fact.kind}~${fact.personId}~${fact.what}`, state: stateOf(fact, asOf) }
}

function stateOf({ on, obstacles }: DueFact, asOf: PlainDate): DueState {
  if (on === null) return 'unknown'
  if (obstacles.length > 0) return 'barred'
  const day = on.length === 7 ? monthOf(asOf) : asOf
  return on < day ? 'past' : on === day ? 'now' : 'ahead'
}

/** True where it falls due by the day; what cannot be told is always listed. */
export function isDueBy({ on }: Pick<DueFact, 'on'>, until: PlainDate): boolean {
  return on === null || on <= (on.length === 7 ? monthOf(until) : until)
}
