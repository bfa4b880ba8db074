import type { PackageContent } from '../county/package-content.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { FormContent, FormPage } from './form.ts'

/* A form that the bureau makes of its 主管本. One form = one file under county/; it is drawn as the township's forms are. */

export interface CategorySums {
  readonly category: QuotaCategory
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
}

/** A township with what it had handed in by a day. */
export interface CountyTownship {
  readonly id: number
  readonly name: string
  readonly code: string | null
  /** Where it lies: its own county, and the part just below the region asked for (itself where there is none). */
  readonly county: string
  readonly below: string
  /** Day of the package. */
  readonly asOf: PlainDate
  readonly sums: readonly CategorySums[]
  readonly leaders: { readonly quota: number; readonly actual: number; readonly vacancy: number; readonly over: number }
  /** 事业单位. */
  readonly institutions: number
  readonly offQuota: number
  /** 撤并: the township it went into, by id; null: it stands, or nobody said where to. */
  readonly mergedInto: number | null
}

/** A township's whole day, and the totals of the bureau's own ledger that it must have. */
export interface TownshipBook {
  readonly township: CountyTownship
  readonly content: PackageContent
  readonly ledger: readonly { readonly category: QuotaCategory; readonly amount: number }[]
}

/** A sum of two days side by side, as the screen shows it. */
export interface ComparedSum {
  readonly what: string
  readonly before: number
  readonly after: number
  readonly change: number
  readonly rate: string | null
}

/** Everything such a form may read. A form of one day reads `asOf` alone. */
export interface CountyFormFacts {
  /** Whose 主管本, or the region in it that was asked for. */
  readonly office: string
  readonly asOf: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reportedOn: PlainDate
  /** Of the day, in the order of regions and codes. */
  readonly townships: readonly CountyTownship[]
  /** Townships that had handed in nothing by the day. */
  readonly missing: readonly string[]
  /** Each township's whole day, one after another. */
  readonly books: () => Iterable<TownshipBook>
  /** The townships of the two days that are compared, and their sums. */
  readonly compared: () => {
    readonly before: readonly CountyTownship[]
    readonly after: readonly CountyTownship[]
    readonly sums: readonly ComparedSum[]
  }
}

export interface CountyForm {
  /** Stable: a script asks by it. */
  readonly id: string
  readonly title: string
  /** One line: what it is for. */
  readonly about: string
  /** `day`: of a day. `year`: of two days, by default the year up to the day. */
  readonly span: 'day' | 'year'
  /** It names every unit: of very many townships it is too long for a sheet. */
  readonly everyUnit: boolean
  /** 单位：名. '' where the form counts nothing. */
  readonly measure: string
  readonly page: FormPage
  readonly content: (facts: CountyFormFacts) => FormContent
}
