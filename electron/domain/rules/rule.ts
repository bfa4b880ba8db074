import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, FindingEffect, RuleSource, Severity } from '../model/finding.ts'
import type { Holding, Person, Post } from '../model/person.ts'
import type { Unit } from '../model/unit.ts'

/** Look-ups over one snapshot, built once and shared by every rule of a run. */
export interface SnapshotIndex {
  readonly unit: (id: string) => Unit | undefined
  readonly person: (id: string) => Person | undefined
  readonly post: (id: string) => Post | undefined
  /** Holdings in force of a person, 主职 first. */
  readonly holdingsOf: (personId: string) => readonly Holding[]
  /** The unit a holding sits in; undefined for 借出. */
  readonly unitOf: (holding: Holding) => Unit | undefined
}

/** Thresholds and lists of the pack in force, by name; each pack gives its document for them. */
export type RuleParameters = Readonly<Record<string, number | string | readonly string[]>>

/** Everything a rule may read. `Slice` names the parts of the snapshot the rule declares. */
export interface RuleInput<Slice extends keyof BookSnapshot> {
  readonly snapshot: Pick<BookSnapshot, Slice | 'asOf' | 'book'>
  readonly figures: Figures
  readonly index: SnapshotIndex
  readonly parameters: RuleParameters
}

/** What a rule says of one subject; the registry adds the rule's id, severity and effect unless it says otherwise. */
export interface Flag {
  readonly unitId?: string | null
  readonly personId?: string | null
  readonly text: string
  readonly remedy: string
  readonly facts?: Readonly<Record<string, string | number>>
  readonly severity?: Severity
  readonly effect?: FindingEffect
}

/** One rule = one file: its clause, its weight, and a pure check. */
export interface Rule<Slice extends keyof BookSnapshot = keyof BookSnapshot> {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly effect: FindingEffect
  readonly source: RuleSource
  /** Null: national, runs under every pack. */
  readonly pack: string | null
  readonly reads: readonly Slice[]
  readonly check: (input: RuleInput<Slice>) => readonly Flag[]
}

export type { Finding }
