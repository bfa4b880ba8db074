import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, FindingEffect, RuleSource, Severity } from '../model/finding.ts'
import type { ParameterValue } from '../model/local-pack.ts'
import type { Holding, Person, Post } from '../model/person.ts'
import type { Unit } from '../model/unit.ts'
import type { OverQuotaPerson } from '../roster/over-quota-order.ts'

/** Somebody with a holding in force. */
export interface PresentPerson {
  readonly person: Person
  /** In force, 主职 first; at least one. */
  readonly holdings: readonly Holding[]
  /** The holding by which they are counted, if any. */
  readonly counted: Holding | undefined
}

/** Look-ups over one snapshot, built once and shared by every rule of a run. */
export interface SnapshotIndex {
  readonly unit: (id: string) => Unit | undefined
  readonly person: (id: string) => Person | undefined
  readonly post: (id: string) => Post | undefined
  /** Holdings in force of a person, 主职 first. */
  readonly holdingsOf: (personId: string) => readonly Holding[]
  /** The unit a holding sits in; undefined for 借出. */
  readonly unitOf: (holding: Holding) => Unit | undefined
  /** The holding by which a person is counted, if any. */
  readonly countedHoldingOf: (personId: string) => Holding | undefined
  /** People with a holding in force, in the snapshot's order, with what most rules ask of each. */
  readonly present: readonly PresentPerson[]
}

/** A threshold or list of a pack. */
export type RuleParameter = ParameterValue

/** A number its document has blacked out (`x万人`): a rule reports it as 参数缺失, never assumes it. */
export interface MaskedParameter {
  readonly masked: true
  readonly title: string
  /** Words of the document around the gap, verbatim. */
  readonly clause: string
}

/** Thresholds and lists of the pack in force, by name; each pack gives its document for them. */
export type RuleParameters = Readonly<Record<string, RuleParameter | MaskedParameter>>

/** Where people stand after the rules of the first stage: known only to rules of stage `standing`. */
export interface Standing {
  /** People kept off the sheet by a finding. */
  readonly ineligible: ReadonlySet<string>
  readonly overQuota: readonly OverQuotaPerson[]
}

/** Everything a rule may read. `Slice` names the parts of the snapshot the rule declares. */
export interface RuleInput<Slice extends keyof BookSnapshot> {
  readonly snapshot: Pick<BookSnapshot, Slice | 'asOf' | 'book'>
  readonly figures: Figures
  readonly index: SnapshotIndex
  readonly parameters: RuleParameters
  readonly standing: Standing
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
  /** Clauses of other sources that this rule says as well: they get no finding of their own. */
  readonly covers?: readonly string[]
  readonly severity: Severity
  readonly effect: FindingEffect
  readonly source: RuleSource
  /** Null: national, runs under every pack. */
  readonly pack: string | null
  /** `facts` rules run first; `standing` rules need to know who is off the sheet and never put anybody off it for `eligibility`. */
  readonly stage: 'facts' | 'standing'
  readonly reads: readonly Slice[]
  /** Names of the pack parameters the rule uses. */
  readonly parameters: readonly string[]
  readonly check: (input: RuleInput<Slice>) => readonly Flag[]
}

export type { Finding }
