import type { QuotaRole } from '../../vocabulary/establishment.ts'
import type { Dated, PlainDate } from './plain-date.ts'
import type { QuotaCategory } from './quota-category.ts'

/** One dated line of 核定编制. `allocation` belongs to the unit; `ceiling` is the approved total of the township. */
export interface QuotaEntry extends Dated {
  readonly id: string
  readonly unitId: string
  readonly category: QuotaCategory
  readonly role: QuotaRole
  readonly amount: number
  readonly documentNumber: string
}

/** One dated line of 核定领导职数. `chief`/`deputy` are null where the document does not divide the number. */
export interface LeadershipQuotaEntry extends Dated {
  readonly id: string
  readonly unitId: string
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
  readonly documentNumber: string
}

/** 用编核准: permission to fill seats; uses quota until the person arrives (已核准未到位). */
export interface EntryApproval extends Dated {
  readonly id: string
  readonly unitId: string
  readonly category: QuotaCategory
  readonly amount: number
  readonly number: string
  readonly expiresOn: PlainDate | null
  /** The person it was granted for, when it names one: 已核准未到位 by name. */
  readonly personId: string | null
}

/** Somebody who has come by an approval (到位). */
export interface Arrival {
  readonly approvalId: string
  readonly personId: string
  /** First day of a holding by it; a move begins another, so the earliest is the day of 到位. */
  readonly on: PlainDate
}

/** The clerk's own choice of who stands over quota in a line, with the reason the journal keeps. */
export interface OverQuotaChoice extends Dated {
  readonly id: string
  readonly unitId: string
  readonly category: QuotaCategory
  readonly personId: string
  readonly reason: string
}
