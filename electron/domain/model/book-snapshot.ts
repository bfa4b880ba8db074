import type { AdoptedLaw } from './adopted-law.ts'
import type { OwnField } from '../../vocabulary/own-fields.ts'
import type { HolidayTable } from './holiday-table.ts'
import type { ExitEvent } from './exit-event.ts'
import type { LocalPack } from './local-pack.ts'
import type { Holding, Person, Post, RankStart } from './person.ts'
import type { PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'
import type { Absence, OffQuotaControl, RankQuota, RunOffPlan, Tolerance } from './limits.ts'
import type { Arrival, EntryApproval, LeadershipQuotaEntry, OverQuotaChoice, QuotaEntry } from './quota.ts'
import type { RecordBook } from './records.ts'
import type { Nameplate, Unit } from './unit.ts'

export interface NoticeRecord {
  readonly id: string
  readonly number: string
  readonly asOf: PlainDate
  readonly postedOn: PlainDate
  /** Last day of the period; null: 长期公开. */
  readonly endsOn: PlainDate | null
  /** 办结; null while the notice hangs or its objections are open. */
  readonly closedOn: PlainDate | null
}

/** 异议: what the public said about a notice, without who said it. */
export interface ObjectionRecord {
  readonly id: string
  readonly noticeId: string
  readonly receivedOn: PlainDate
  /** Null while it is open. */
  readonly closedOn: PlainDate | null
  /** 维持 or 更正; null while it is open. */
  readonly outcome: 'kept' | 'corrected' | null
}

/** 依据文件, as far as the book knows it. */
export interface DocumentRecord {
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly issuingBody: string | null
  readonly issuedOn: PlainDate | null
  /** The Asia/Shanghai day on which the book learnt it. */
  readonly recordedOn: PlainDate
}

/** One registered event: when it was true and when the book learnt it. */
export interface LedgerChange {
  readonly id: string
  /** An event type of contract/events, e.g. `quota.increase`. */
  readonly type: string
  readonly on: PlainDate
  readonly recordedOn: PlainDate
  readonly personId: string | null
  readonly unitId: string | null
  readonly otherUnitId: string | null
  readonly category: QuotaCategory | null
  readonly cause: string | null
  readonly documentNumber: string | null
  readonly correction: boolean
}

/** A change of 政治面貌, 学历, 职称 or 职级: from which day, and when the book learnt it. */
export interface PersonChange {
  readonly id: string
  readonly personId: string
  readonly from: PlainDate
  readonly recordedOn: PlainDate
  /** False for the first thing known of somebody: no change, but their arrival in the book. */
  readonly followsAnother: boolean
}

/**
 * Everything the domain may look at for one day: facts in force on `asOf`, plus the dated histories that a few rules need.
 * Built by `store/load-snapshot`; never changed, a preview builds a new one.
 */
export interface BookSnapshot {
  /** 资料, by kind. */
  readonly records: RecordBook
  /** Fields of a person the township declared for itself, in the order of entry; whatever the day. */
  readonly ownFields: readonly OwnField[]
  /** Every basis document of the book, in the order it was entered. */
  readonly documents: readonly DocumentRecord[]
  /** Events of the last `EXIT_MEMORY_YEARS` up to `asOf`, in date order. */
  readonly changes: readonly LedgerChange[]
  /** Those of the last `EXIT_MEMORY_YEARS` still in force on `asOf`. */
  readonly personChanges: readonly PersonChange[]
  readonly asOf: PlainDate
  readonly book: {
    readonly name: string
    readonly packId: string
    /** 只减不增 etc. run from this day. */ readonly packFrom: PlainDate | null
  }
  /** Whose present 职级 came by an event of the book. */
  readonly rankStarts: readonly RankStart[]
  /** The pack in force where it is a local one; null: `book.packId` is a shipped pack. */
  readonly localPack: LocalPack | null
  /** Sources of other places that the township goes by. */
  readonly adoptedLaws: readonly AdoptedLaw[]
  /** 放假安排 imported into the book, for working days beside the bundled years. */
  readonly holidays: readonly HolidayTable[]
  readonly units: readonly Unit[]
  /** 加挂牌子 in force on `asOf`, each with the document that allows it. */
  readonly nameplates: readonly Nameplate[]
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
  /** Received on or before `asOf`. */
  readonly objections: readonly ObjectionRecord[]
}
