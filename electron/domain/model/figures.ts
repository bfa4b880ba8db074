import type { PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'

/** One unit in one category on one day. vacancy = max(0, quota − actual − reserved); over = max(0, actual − quota). */
export interface FigureLine {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  /** The true number, whatever `tolerance` allows. */
  readonly over: number
  /** 允许溢出: seats allowed above the quota while a transition lasts; 0 without such a document. */
  readonly tolerance: number
  /** The counted people, in roster order. */
  readonly personIds: readonly string[]
  readonly quotaIds: readonly string[]
  readonly approvalIds: readonly string[]
}

/** Sums of lines; vacancy and over are sums too, so a vacancy in one line never hides an 超编 in another. */
export interface CategoryTotal {
  readonly category: QuotaCategory
  /** The approved total of the township where one is on record (`ceiling`), else null. */
  readonly ceiling: number | null
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
}

/** 混编: people whose category the unit's nature forbids and for which the unit has no quota: counted against nothing, shown by name. */
export interface MisplacedLine {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly personIds: readonly string[]
}

/** `quota` null where the document does not divide 正/副. */
export interface LeadershipPart {
  readonly quota: number | null
  readonly actual: number
}

export interface LeadershipFigure {
  readonly quota: number
  readonly actual: number
  readonly vacancy: number
  readonly over: number
  readonly chief: LeadershipPart
  readonly deputy: LeadershipPart
  readonly personIds: readonly string[]
}

export interface Figures {
  readonly asOf: PlainDate
  readonly lines: readonly FigureLine[]
  readonly totals: readonly CategoryTotal[]
  readonly misplaced: readonly MisplacedLine[]
  readonly leadership: LeadershipFigure
}
