import type { Dated, MonthOrDate, PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'

/*
 * 资料: what rules, forms and the duties calendar need beside units, posts and holdings. A record has a kind, a day or a range, perhaps a
 * person or a unit, and the kind's own content. Codes are those of reference lists (ZB09, ZB03, ZB125); the words stand in contract/records.
 */

/** What every record is, whatever its kind. */
export interface RecordFacts extends Dated {
  readonly id: string
  readonly personId: string | null
  readonly unitId: string | null
  readonly documentNumber: string | null
  /** The Asia/Shanghai day on which the book learnt it. */
  readonly recordedOn: PlainDate
}

/** 乡镇概况: one at a time. `areaKm2` in square kilometres; `townshipClass` 大中小 as the document names it. */
export interface TownshipProfile {
  readonly population: number | null
  readonly areaKm2: number | null
  readonly townshipClass: string | null
  readonly townshipType: 'township' | 'town' | 'subdistrict' | null
  /** First and last day of the present term of the party committee and government. */
  readonly termFrom: PlainDate | null
  readonly termTo: PlainDate | null
}

/** 机构概况: 机构规格 (ZB03 code, 109 乡科级, 110 副乡科级, 111 股级, 999 其他), 经费形式, 派驻, 不计入限额. */
export interface UnitProfile {
  readonly level: string | null
  readonly funding: 'full' | 'partial' | 'self' | 'enterprise' | null
  /** 派驻机构: its people belong to the body that sends them. */
  readonly dispatched: boolean
  /** 人大 纪委 人武部 群团: set up by other law, outside a limit on the number of offices. */
  readonly outsideLimit: boolean
  /** 主要职责, in the words of the document. */
  readonly duties?: string | null
}

/** A total somebody else holds of this township: 省编办台账 (`bureau`), or the size fixed at the start of a reform (`baseline`). */
export interface ReferenceTotal {
  readonly basis: 'bureau' | 'baseline'
  readonly category: QuotaCategory
  readonly amount: number
}

/** 档案补充: what forms ask of a person and no rule counts. */
export interface PersonFile {
  readonly nativePlace: string | null
  readonly householdPlace: string | null
  /** 生源地. */
  readonly originPlace: string | null
  readonly partyJoined: MonthOrDate | null
  readonly phone: string | null
  readonly degree: string | null
  readonly fullTimeEducation: string | null
  readonly fullTimeSchool: string | null
  readonly inServiceEducation: string | null
  readonly inServiceSchool: string | null
}

/** 人员类别 (ZB125), 职务层次 (ZB09), 岗位等级 (管理九级, 专业技术十二级, 技术工三级), from a day on. */
export interface PersonGrade {
  readonly personClass: string | null
  readonly positionLevel: string | null
  readonly postGrade: string | null
  /** 任现职级时间. */
  readonly rankSince: MonthOrDate | null
}

/** 培训: days of one course; a class held for a group has no person. It counts in the year of `validFrom`. */
export interface Training {
  readonly title: string
  readonly organiser: string | null
  readonly trainingKind: 'general' | 'partySchool' | 'teamClass'
  readonly days: number
}

/** 年度考核 ZB18. */
export interface AnnualReview {
  readonly year: number
  readonly result: 'excellent' | 'competent' | 'basic' | 'incompetent' | 'undetermined' | 'exempt'
}

/** 乡镇工作经历: one stretch of service in a township, the record's own range. */
export interface TownshipService {
  readonly place: string
}

/** 实际工作地点: where somebody really works when it is not where their seat is. */
export interface Workplace {
  readonly place: string
  /** Inside this township. */
  readonly inTownship: boolean
  /** The unit they really work in, when it is one of the book's. */
  readonly worksInUnitId: string | null
  /** 面向企业群众办事服务的岗位. */
  readonly servesPublic: boolean
}

/** 聘用合同, in force over the record's own range. */
export interface EmploymentContract {
  readonly number: string | null
  /** Years of a fixed term; null: open, or until retirement. */
  readonly years: number | null
  readonly firstEmployment: boolean
}

export type DutyMatterKind = 'nominal' | 'absentWithoutLeave' | 'steppedBack' | 'discipline' | 'sentence'

/** 在岗情况: 挂名未到岗, 旷工（请假逾期）, 退居二线（离岗待退）, 处分, 刑罚. `days` are working days where the law counts them so. */
export interface DutyMatter {
  readonly matter: DutyMatterKind
  readonly days: number | null
  /** 旷工: the longest run without a break; null: not said. */
  readonly consecutiveDays: number | null
  /** 处分 or 刑罚 that must lower or stop the pay: whether it has been done; null where it need not be. */
  readonly payAdjusted: boolean | null
}

/** 工资发放: whether the payroll pays them as 在职. */
export interface PayStatus {
  readonly paid: boolean
  readonly source: string | null
}

/** 工作任务、阶段、报送、一票否决事项. */
export interface WorkTask {
  readonly code: string
  readonly title: string
  readonly taskKind: 'task' | 'stage' | 'report' | 'veto'
  readonly leadUnit: string | null
  readonly dueOn: PlainDate | null
  /** The document's own words where it gives no day. */
  readonly dueText: string | null
  readonly windowFrom: PlainDate | null
  readonly windowTo: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly approvalNumber: string | null
}

/** 用编计划: what a unit means to fill in a year. */
export interface HiringPlan {
  readonly year: number
  readonly category: QuotaCategory
  readonly amount: number
  readonly method: string | null
  readonly conditions: string | null
  readonly reason: string | null
  /** 定向招录涉农专业技术人员. */
  readonly targeted: boolean
}

/** 收入对照: monthly amounts in yuan of one rank, here and in the county's own offices. */
export interface PayBenchmark {
  readonly year: number
  readonly rank: string
  readonly townshipAmount: number
  readonly countyAmount: number
}

/** 县直事业编制调剂: what the county's units gave up and what townships received. */
export interface CountyTransfer {
  readonly category: QuotaCategory
  readonly fromUnit: string
  readonly released: number
  readonly received: number
}

export type EvidenceKind = 'overRank' | 'partyOpinion' | 'secondmentApproval' | 'superiorApproval' | 'earlyRetirement' | 'enforcementLicence' | 'other'

/** 凭证: 高配文件, 任免听取乡镇党委意见, 借调审批表, 上级批准, 提前退休批准, 执法资格证. */
export interface Evidence {
  readonly evidence: EvidenceKind
  readonly note: string | null
}

/** 比对结论: a difference from somebody else's list that was looked at and left, with the reason. */
export interface ComparisonNote {
  readonly list: string
  /** Title of the field, or 在册 where it is about being on the list at all. */
  readonly difference: string
  readonly ours: string | null
  /** Masked where it is a number. */
  readonly theirs: string | null
  readonly reason: string
}

/** The content of each kind. */
export interface RecordContents {
  readonly township: TownshipProfile
  readonly unitProfile: UnitProfile
  readonly referenceTotal: ReferenceTotal
  readonly personFile: PersonFile
  readonly personGrade: PersonGrade
  readonly training: Training
  readonly annualReview: AnnualReview
  readonly townshipService: TownshipService
  readonly workplace: Workplace
  readonly contract: EmploymentContract
  readonly dutyMatter: DutyMatter
  readonly payStatus: PayStatus
  readonly workTask: WorkTask
  readonly hiringPlan: HiringPlan
  readonly payBenchmark: PayBenchmark
  readonly countyTransfer: CountyTransfer
  readonly evidence: Evidence
  readonly comparisonNote: ComparisonNote
}
export type RecordKind = keyof RecordContents
export type RecordOf<K extends RecordKind> = RecordFacts & RecordContents[K]

/**
 * How a kind lives in a snapshot. `state`: those in force on the day. `history`: every one that began on or before the day, ended ones too.
 * One at a time: a township, unit or person has at most one in force; the file itself refuses a second.
 */
export const RECORD_SPANS = {
  township: 'state', unitProfile: 'state', referenceTotal: 'state', personFile: 'state', personGrade: 'state', training: 'history', annualReview: 'history', townshipService: 'history',
  workplace: 'state', contract: 'state', dutyMatter: 'history', payStatus: 'state', workTask: 'history', hiringPlan: 'history', payBenchmark: 'history', countyTransfer: 'history', evidence: 'history', comparisonNote: 'history',
} as const satisfies Readonly<Record<RecordKind, 'state' | 'history'>>

export const RECORD_KINDS = Object.keys(RECORD_SPANS) as readonly RecordKind[]

/** The records of a snapshot, by kind, each in the order of `validFrom`. */
export type RecordBook = { readonly [K in RecordKind]: readonly RecordOf<K>[] }

/** A book without a single record. */
export const NO_RECORDS: RecordBook = {
  township: [], unitProfile: [], referenceTotal: [], personFile: [], personGrade: [], training: [], annualReview: [], townshipService: [], workplace: [], contract: [], dutyMatter: [], payStatus: [],
  workTask: [], hiringPlan: [], payBenchmark: [], countyTransfer: [], evidence: [], comparisonNote: [],
}
