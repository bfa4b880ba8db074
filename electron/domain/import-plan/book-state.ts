import type { Catalogue } from '../../vocabulary/catalogue.ts'
import type { FactsOf } from '../../vocabulary/person-fields.ts'
import type { Holding, LeadershipRole, Person } from '../model/person.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { LeadershipQuotaEntry, QuotaEntry } from '../model/quota.ts'
import type { Unit } from '../model/unit.ts'

/*
 * The book as an import is held against: facts that run on, with the ids of the rows that carry them, and everybody ever entered,
 * because an ID number stays taken after its owner has left.
 */

export interface StateHolding extends Holding {
  /** Null for 借出. */
  readonly unitId: string | null
  readonly postTitle: string
  /** The row of the post's running version; null where it has none. */
  readonly postVersionId: string | null
  readonly postVersionFrom: PlainDate | null
  readonly leadership: LeadershipRole | null
}

export interface StateVersion extends FactsOf<'version'> {
  readonly id: string
  readonly validFrom: PlainDate
}

/** 档案补充 or 人员类别与岗位等级 of a person. */
export interface StateRecord {
  readonly id: string
  readonly kind: string
  readonly content: Readonly<Record<string, unknown>>
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

export interface StatePerson extends Omit<Person, keyof FactsOf<'version'> | 'retirementArrangement'> {
  readonly version: StateVersion | null
  /** Running on the day of the import or beginning later. */
  readonly holdings: readonly StateHolding[]
  /** Ended ones too: two never overlap. */
  readonly records: readonly StateRecord[]
}

export interface StateUnit extends Unit {
  readonly versionId: string
}

export interface BookState {
  /** What had ended by this day is not in it. */
  readonly day: PlainDate
  readonly bookName: string
  /** Hash of the newest journal entry: what the plan was made against. */
  readonly head: string
  readonly units: readonly StateUnit[]
  readonly nextSortOrder: number
  readonly documents: ReadonlyMap<string, string>
  /** Running allocations (no ceilings). */
  readonly quotas: readonly QuotaEntry[]
  readonly leadershipQuotas: readonly LeadershipQuotaEntry[]
  readonly people: readonly StatePerson[]
  /** Every field of a person the book knows. */
  readonly catalogue: Catalogue
}
