import type { ExitEvent } from './exit-event.ts'
import type { Holding, Person, Post } from './person.ts'
import type { PlainDate } from './plain-date.ts'
import type { Absence, OffQuotaControl, RankQuota, RunOffPlan, Tolerance } from './limits.ts'
import type { Arrival, EntryApproval, LeadershipQuotaEntry, OverQuotaChoice, QuotaEntry } from './quota.ts'
import type { Unit } from './unit.ts'

export interface NoticeRecord {
  readonly id: string
  readonly number: string
  readonly asOf: PlainDate
  readonly postedOn: PlainDate
  readonly endsOn: PlainDate
}

/**
 * Everything the domain may look at for one day: facts in force on `asOf`, plus the dated histories that a few rules need.
 * Built by `store/load-snapshot`; never changed, a preview builds a new one.
 */
export interface BookSnapshot {
  readonly asOf: PlainDate
  readonly book: { readonly name: string; readonly packId: string; /** 只减不增 etc. run from this day. */ readonly packFrom: PlainDate | null }
  readonly units: readonly Unit[]
  /** In force on `asOf`. */
  readonly quotas: readonly QuotaEntry[]
  readonly leadershipQuotas: readonly LeadershipQuotaEntry[]
  /** Every entry that began on or before `asOf`, ended ones too, in date order. */
  readonly quotaHistory: readonly QuotaEntry[]
  readonly posts: readonly Post[]
  /** People with a holding in force, everybody who was ever 编外, and whom an approval in force names. */
  readonly people: readonly Person[]
  /** In force on `asOf`, in the order they were entered. */
  readonly holdings: readonly Holding[]
  /** 编外 holdings that began on or before `asOf`, ended ones too, in date order: R000-11 counts them over time. */
  readonly offQuotaHistory: readonly Holding[]
  readonly approvals: readonly EntryApproval[]
  /** Counted holdings that used one of `approvals` and began on or before `asOf`, ended ones too: those seats have been taken. */
  readonly arrivals: readonly Arrival[]
  readonly overQuotaChoices: readonly OverQuotaChoice[]
  readonly absences: readonly Absence[]
  readonly rankQuotas: readonly RankQuota[]
  readonly tolerances: readonly Tolerance[]
  readonly offQuotaControls: readonly OffQuotaControl[]
  /** All years, past ones too. */
  readonly runOffPlans: readonly RunOffPlan[]
  /** 出编 of the last `EXIT_MEMORY_YEARS` up to `asOf`, in date order. */
  readonly exits: readonly ExitEvent[]
  /** Issued on or before `asOf`. */
  readonly notices: readonly NoticeRecord[]
}
