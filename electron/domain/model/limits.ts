import type { AbsenceKind, OffQuotaKind } from '../../vocabulary/standing.ts'
import type { Dated, PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'

/** 病休 学习 离岗 停职: away from the post, still counted. */
export interface Absence extends Dated {
  readonly id: string
  readonly personId: string
  readonly kind: AbsenceKind
  readonly documentNumber: string | null
  readonly dueOn: PlainDate | null
}

/** 职级职数: a number of ranks pooled over one or two grades, e.g. 一级和二级主任科员. */
export interface RankQuota extends Dated {
  readonly id: string
  readonly unitId: string
  readonly pool: string
  readonly amount: number
  readonly documentNumber: string
}

/** 允许溢出 while a transition lasts: a number, or a percent of the quota rounded up. Null unit or category: all. */
export interface Tolerance extends Dated {
  readonly id: string
  readonly unitId: string | null
  readonly category: QuotaCategory | null
  readonly amount: number | null
  readonly percent: number | null
  readonly documentNumber: string
}

/** 逐步消化计划: how many of a kind are to leave in a year. */
export interface RunOffPlan {
  readonly kind: OffQuotaKind
  readonly year: number
  readonly amount: number
  readonly documentNumber: string | null
}

/** 编外用工控制数 of one kind of 编外 staff. */
export interface OffQuotaControl extends Dated {
  readonly id: string
  readonly kind: OffQuotaKind
  readonly amount: number
  readonly documentNumber: string
}
