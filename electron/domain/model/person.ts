import type { FactsOf } from '../../vocabulary/person-fields.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../../vocabulary/standing.ts'
import type { LeadershipRole } from '../../vocabulary/establishment.ts'
import type { HoldingKind, OffQuotaKind, PostState } from '../../vocabulary/standing.ts'
import type { Dated, PlainDate, PlainMonth } from './plain-date.ts'
import type { RetirementArrangementKind } from '../../vocabulary/retirement.ts'

/** 退休安排 in force: the month agreed or approved, which goes before the statutory one. */
export interface RetirementArrangement {
  readonly kind: RetirementArrangementKind
  readonly month: PlainMonth
  readonly documentNumber: string | null
}

/** 人员 as known on the snapshot's day: the catalogue's facts of identity, and those of the version in force. */
export interface Person extends Omit<FactsOf<'person'>, 'name'>, FactsOf<'version'> {
  readonly id: string
  readonly name: string
  /** A number this person's row claimed while it was already another person's (D1): set aside until settled. */
  readonly disputedIdNumber: string | null
  readonly retirementArrangement: RetirementArrangement | null
}

/** Since when somebody bears their present 职级, by the book's own 职级晋升. */
export interface RankStart {
  readonly personId: string
  readonly since: PlainDate
}

/** 岗位: a seat with a title in a unit; survives its holder. */
export interface Post {
  readonly id: string
  readonly unitId: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly state: PostState
}

export {
  HOLDING_KINDS,
  HOLDING_KIND_NAMES,
  OFF_QUOTA_KINDS,
  OFF_QUOTA_KIND_NAMES,
  type HoldingKind,
  type OffQuotaKind,
} from '../../vocabulary/standing.ts'
export type { LeadershipRole } from '../../vocabulary/establishment.ts'

/** What a holding says of itself only once an event has. */
export const UNTOLD = {
  entryCause: null,
  exitCause: null,
  approvalId: null,
  occupiedRank: null,
  dueOn: null,
  lineSince: null,
} as const

/** 任职: person × post × kind × [validFrom, validTo). */
export interface Holding extends Dated, FactsOf<'holding'> {
  readonly id: string
  readonly personId: string
  /** Null only for 借出: the place is outside the township and stands in `counterpart`. */
  readonly postId: string | null
  readonly kind: HoldingKind
  readonly offQuotaKind: OffQuotaKind | null
  readonly occupiesQuota: boolean
  readonly occupiesLeadership: boolean
  readonly overlapAllowed: boolean
  /** 借自/借往哪里. */
  readonly counterpart: string | null
  /** 进入方式 ZB77 code. */
  readonly entryCause: string | null
  /** 退出原因 ZB78 code; null while the holding runs, or when it ended otherwise than by 出编. */
  readonly exitCause: string | null
  readonly approvalId: string | null
  /** 占编职级: what the seat consumes; the person's own (享受职级) is `Person.rank`. */
  readonly occupiedRank: string | null
  /** Planned end of 借出, 借入, 挂职, of a handover, or of standing over quota. */
  readonly dueOn: PlainDate | null
  /** Of a counted holding: the first day in its line (机构 × 编制类型). A merger, a rename and a 整建制转移 keep it, the person's own move does not. */
  readonly lineSince: PlainDate | null
}

/** "自聘", "借入", "挂职" … : what somebody is instead of 在编. */
export function setApartName(holding: Holding): string {
  return holding.offQuotaKind === null ? HOLDING_KIND_NAMES[holding.kind] : OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]
}
