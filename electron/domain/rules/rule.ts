import type { PlacePackId } from './packs/pack-ids.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Citation } from './citation.ts'
import type { Finding, FindingEffect, Severity } from '../model/finding.ts'
import type { ParameterValue } from '../model/local-pack.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import type { OverQuotaPerson } from '../roster/over-quota-order.ts'
import type { FactKind } from './fact-kind.ts'

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
  /** The fact it speaks of, where another rule may speak of the same; left out: one of its own. */
  readonly fact?: FactKind
  /** It only says again what a finding with one of these effects does to the same person: it stands under that one. */
  readonly restates?: readonly FindingEffect[]
  /** At least one; the gravest first. */
  readonly sources: readonly Citation[]
  /** Null: national, runs under every pack. */
  readonly pack: PlacePackId | null
  /** `facts` rules run first; `standing` rules need to know who is off the sheet and never put anybody off it for `eligibility`. */
  readonly stage: 'facts' | 'standing'
  readonly reads: readonly Slice[]
  /** Names of the pack parameters the rule uses. */
  readonly parameters: readonly string[]
  readonly check: (input: RuleInput<Slice>) => readonly Flag[]
  /** The same, so many people at a time; left out by a rule that is quick. */
  readonly checkInSteps?: (input: RuleInput<Slice>) => Generator<void, readonly Flag[]>
}

export type { Finding }
