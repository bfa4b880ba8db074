import type { QuotaCategory, UnitKind } from '../../vocabulary/establishment.ts'
import type { AbsenceKind, OffQuotaKind, RosterList } from '../../vocabulary/standing.ts'
import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'

/** Whoever is in post: counted in 实有. */
export const IN_POST: readonly RosterList[] = ['in-quota', 'over-quota', 'non-compliant']

/** Somebody of the book as a superior's form counts and restricts them. Null: the book does not know. */
export interface CountedPerson {
  readonly personId: string
  readonly name: string
  readonly list: RosterList
  readonly unitId: string | null
  readonly unitKind: UnitKind | null
  readonly category: QuotaCategory | null
  readonly offQuotaKind: OffQuotaKind | null
  readonly attached: boolean
  readonly secondedOut: boolean
  /** 病休, 离岗学习, 离岗, 停职; null: at the post, or lent out. */
  readonly absence: AbsenceKind | null
  readonly leader: 'chief' | 'deputy' | 'other' | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly politicalStatus: string | null
  readonly education: string | null
  readonly fullTimeEducation: string | null
  readonly inServiceEducation: string | null
  readonly degree: string | null
  readonly birth: MonthOrDate | null
  readonly workStarted: MonthOrDate | null
  /** 入编时间 of the post that counts. */
  readonly entered: MonthOrDate | null
  /** The code of how somebody came, where the ledger or the roster tells it. */
  readonly entryCause: string | null
  readonly partyJoined: MonthOrDate | null
  readonly professionalTitle: string | null
  readonly rank: string | null
  readonly positionLevel: string | null
  readonly postGrade: string | null
  readonly retiresOn: PlainDate | null
}

/** What a condition is about: two of one kind exclude one another, two of different kinds narrow one another. */
export type Aspect =
  | 'sex'
  | 'ethnicity'
  | 'party'
  | 'education'
  | 'degree'
  | 'age'
  | 'service'
  | 'partyYears'
  | 'category'
  | 'standing'
  | 'duty'
  | 'leader'
  | 'level'
  | 'rank'
  | 'title'
  | 'grade'
  | 'unit'
  | 'nature'
  | 'retirement'
  | 'retirementMonth'
  | 'entered'

/** What is reckoned in years. */
export type YearsAspect = Extract<Aspect, 'age' | 'service' | 'partyYears'>

/** 平均年龄, 最大年龄, 最短工龄. */
export interface YearsFigure {
  readonly of: YearsAspect
  readonly as: 'mean' | 'most' | 'fewest'
}

export type Schooling = 'fullTimeEducation' | 'inServiceEducation'

export interface Condition {
  readonly aspect: Aspect
  readonly says: string
  /** Null: nobody can say, for the book does not know what it asks. */
  readonly holds: (person: CountedPerson, day: PlainDate) => boolean | null
  /** It is about other lists than those of people in post. */
  readonly lists?: readonly RosterList[]
  /** 学历 of 全日制 or 在职 education; absent: the highest. */
  readonly schooling?: Schooling
  /** It leaves somebody out: it narrows no list to anybody. */
  readonly without?: true
  /** A band: what 以上 and 以下 leave open until the neighbours are seen. */
  readonly band?: Band
}

/** Full years from and to, both included; `open`: the bound was said by 以上 or 以下. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly open: 'from' | 'to' | null
}
