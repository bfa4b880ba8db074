import type { PackageNumbers } from '../../vocabulary/county.ts'
import type { LeadershipRole } from '../../vocabulary/establishment.ts'
import type { Severity } from '../../vocabulary/findings.ts'
import type { RosterList } from '../../vocabulary/standing.ts'
import type { FindingState } from '../findings/finding-states.ts'
import type { CategoryTotal, LeadershipPart } from '../model/figures.ts'
import type { PlainDate, PlainMonth } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'

/*
 * 上报数据包: what a township tells its bureau of one day. Rows are flat and named, so that a reader without this program understands them.
 * What a version adds is told in `upgrade-content`; the reader knows every earlier one.
 */

export const PACKAGE_FORMAT = 'dingbian-package'
export const PACKAGE_VERSION = 2

export interface PackageUnit {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly managingBody: string | null
  readonly nameplates: readonly string[]
  readonly order: number
}

/** A unit in a category with what follows from it, as the township's own screens show it. */
export interface PackageLine {
  readonly id: string
  readonly unit: string
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
  readonly tolerance: number
}

/** A line of 核定编制 with its paper. */
export interface PackageQuota {
  readonly id: string
  readonly unit: string
  readonly category: QuotaCategory
  readonly role: 'allocation' | 'ceiling'
  readonly amount: number
  readonly documentNumber: string
  readonly from: PlainDate
}

export interface PackageLeadership {
  readonly id: string
  readonly unit: string
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
  readonly documentNumber: string
  readonly from: PlainDate
  /** False where the township's own number only repeats the units' (entriesInUse). */
  readonly counts: boolean
}

/** A post and one who sits on it; `person` null: free. */
export interface PackageSeat {
  readonly id: string
  readonly post: string
  readonly unit: string
  readonly title: string
  readonly leadership: LeadershipRole | null
  readonly state: string
  readonly person: string | null
  readonly kind: string | null
}

export interface PackagePerson {
  readonly id: string
  readonly name: string
  /** Whole or with stars, as the package says; null: not on record. */
  readonly number: string | null
  readonly sex: string | null
  readonly birth: string | null
  /** Where they are counted, else where they stand. */
  readonly unit: string | null
  readonly post: string
  readonly category: QuotaCategory | null
  readonly list: RosterList
  /** 在编, 借出, 编外（自聘） … */
  readonly status: string
  /** Stands in `unit` × `category` as one of its 实有. */
  readonly counted: boolean
  /** 领导职数 used: 正职, 副职, or one that says neither. Null: none. */
  readonly leads: LeadershipRole | 'undivided' | null
  readonly politicalStatus: string | null
  readonly education: string | null
  readonly enteredOn: string | null
  readonly secondedTo: string | null
  /** Month in which they are expected to retire; null: not known, or not counted. */
  readonly retires: PlainMonth | null
}

export interface PackageFinding {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly state: FindingState
  readonly unit: string | null
  readonly person: string | null
  readonly text: string
}

/** What should have been done by the day and was not. */
export interface PackageDuty {
  readonly id: string
  readonly title: string
  readonly dueOn: PlainDate | null
  readonly text: string
}

/** The parts, in the order they are written. */
export interface PackageParts {
  readonly units: readonly PackageUnit[]
  readonly lines: readonly PackageLine[]
  readonly quotas: readonly PackageQuota[]
  readonly leadership: readonly PackageLeadership[]
  readonly seats: readonly PackageSeat[]
  readonly people: readonly PackagePerson[]
  readonly findings: readonly PackageFinding[]
  readonly duties: readonly PackageDuty[]
}
export type PartName = keyof PackageParts
export const PART_NAMES = [
  'units',
  'lines',
  'quotas',
  'leadership',
  'seats',
  'people',
  'findings',
  'duties',
] as const satisfies readonly PartName[]

/** What each part is called in a sentence. */
export const PART_TITLES: Readonly<Record<PartName, string>> = {
  units: '机构',
  lines: '编制',
  quotas: '核定编制',
  leadership: '领导职数',
  seats: '岗位',
  people: '人员',
  findings: '核查问题',
  duties: '待办',
}

export interface LeadershipTotal {
  readonly quota: number
  readonly actual: number
  readonly vacancy: number
  readonly over: number
  readonly chief: LeadershipPart
  readonly deputy: LeadershipPart
}

/** The sums a package states, and those its rows give. */
export interface PackageTotals {
  readonly categories: readonly CategoryTotal[]
  readonly leadership: LeadershipTotal
  /** People by list. */
  readonly lists: Readonly<Record<RosterList, number>>
}

/** Who tells, of what day, and from which entry of the journal. */
export interface PackageHead {
  readonly township: {
    /** 统计用区划代码 as far as the book has it. */
    readonly code: string | null
    readonly name: string
    /** 乡 镇 街道, as the book has it. */
    readonly type: string | null
    readonly ethnic: boolean
  }
  /** Hash of the book's first entry: the book, whatever it is called. */
  readonly book: string
  readonly asOf: PlainDate
  readonly madeAt: string
  readonly madeBy: string
  readonly program: string
  readonly journal: { readonly seq: number; readonly head: string }
  readonly numbers: PackageNumbers
  readonly rulePack: string
}

/** One township's whole day. */
export interface PackageContent {
  readonly head: PackageHead
  readonly totals: PackageTotals
  readonly parts: PackageParts
}
