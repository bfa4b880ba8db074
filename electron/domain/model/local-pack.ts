import type { Severity } from './finding.ts'
import type { PlainDate } from './plain-date.ts'

/** A threshold or list of a rule pack. A record gives one number a name, e.g. a unit its seats. */
export type ParameterValue = number | string | readonly string[] | Readonly<Record<string, number>>

/** A threshold of the locality's own, with the document that gives it. */
export interface LocalParameter {
  readonly value: ParameterValue
  readonly document: string | null
  readonly documentNumber: string
  readonly date: PlainDate
  /** Words of that document; null where none were entered. */
  readonly clause: string | null
}

/** A rule switched off: never silently, the check screen lists it with all this. */
export interface SwitchedOff {
  readonly reason: string
  readonly by: string
  readonly on: PlainDate
}

/** What the locality says of one rule. */
export interface LocalRule {
  /** Null: the rule's own. */
  readonly severity: Severity | null
  readonly off: SwitchedOff | null
}

/** 本地规则包: a shipped pack with the locality's own thresholds and switches. */
export interface LocalPack {
  readonly id: string
  readonly basePackId: string
  readonly title: string
  readonly locality: string
  readonly note: string
  /** Day from which it applies; empty where it has none. */
  readonly date: string
  /** First day of rules that run for a time; null: none. */
  readonly packFrom: PlainDate | null
  readonly parameters: Readonly<Record<string, LocalParameter>>
  readonly rules: Readonly<Record<string, LocalRule>>
}

/** Ids of local packs begin so; no shipped one does. */
export const LOCAL_PACK_PREFIX = 'local-'
