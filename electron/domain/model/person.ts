import type { Dated, MonthOrDate, PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'

/** 人员 as known on the snapshot's day. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly sex: '男' | '女' | null
  readonly idNumber: string | null
  /** A number this person's row claimed while it was already another person's (D1): set aside until settled. */
  readonly disputedIdNumber: string | null
  /** Birth of record (档案), month or day: not derived from the ID number. */
  readonly birth: MonthOrDate | null
  readonly ethnicity: string | null
  readonly workStarted: MonthOrDate | null
  readonly quotaCardNumber: string | null
  readonly retirementCategory: 'male60' | 'female55' | 'female50' | null
  readonly politicalStatus: string | null
  readonly education: string | null
  readonly professionalTitle: string | null
  readonly rank: string | null
}

export type LeadershipRole = 'chief' | 'deputy'

/** 岗位: a seat with a title in a unit; survives its holder. */
export interface Post {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly state: 'planned' | 'inUse' | 'frozen' | 'abolished'
}

/** 主职 兼任 挂职 借入 借出 编外. Only a holding that occupies quota is ever counted. */
export const HOLDING_KINDS = ['substantive', 'concurrent', 'attached', 'secondedIn', 'secondedOut', 'offQuota'] as const
export type HoldingKind = (typeof HOLDING_KINDS)[number]

export const HOLDING_KIND_NAMES: Readonly<Record<HoldingKind, string>> = {
  substantive: '主职',
  concurrent: '兼任',
  attached: '挂职',
  secondedIn: '借入',
  secondedOut: '借出',
  offQuota: '编外',
}

export const OFF_QUOTA_KINDS = ['selfHired', 'agency', 'purchasedService', 'publicWelfare', 'temporary'] as const
export type OffQuotaKind = (typeof OFF_QUOTA_KINDS)[number]

export const OFF_QUOTA_KIND_NAMES: Readonly<Record<OffQuotaKind, string>> = {
  selfHired: '自聘',
  agency: '劳务派遣',
  purchasedService: '政府购买服务',
  publicWelfare: '公益性岗位',
  temporary: '临时聘用',
}

/** What a holding says of itself only once an event has. */
export const UNTOLD = { entryCause: null, exitCause: null, approvalId: null, occupiedRank: null, dueOn: null } as const

/** 任职: person × post × kind × [validFrom, validTo). */
export interface Holding extends Dated {
  readonly id: string
  readonly personId: string
  /** Null only for 借出: the place is outside the township and stands in `counterpart`. */
  readonly postId: string | null
  readonly kind: HoldingKind
  readonly category: QuotaCategory | null
  readonly offQuotaKind: OffQuotaKind | null
  readonly occupiesQuota: boolean
  readonly occupiesLeadership: boolean
  readonly overlapAllowed: boolean
  readonly enteredOn: MonthOrDate | null
  readonly entryRoute: string | null
  readonly entryDocumentNumber: string | null
  /** 借自/借往哪里. */
  readonly counterpart: string | null
  readonly remark: string | null
  /** 进入方式 ZB77 code. */
  readonly entryCause: string | null
  /** 退出原因 ZB78 code; null while the holding runs, or when it ended otherwise than by 出编. */
  readonly exitCause: string | null
  readonly approvalId: string | null
  /** 占编职级: what the seat consumes; the person's own (享受职级) is `Person.rank`. */
  readonly occupiedRank: string | null
  /** Planned end of 借出, 借入, 挂职 or of standing over quota. */
  readonly dueOn: PlainDate | null
}
