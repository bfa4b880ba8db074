import type { PlainDate } from './plain-date.ts'

/** A source of another place that this township goes by, with its own paper that says so. */
export interface AdoptedLaw {
  /** Id in the law base. */
  readonly law: string
  readonly documentNumber: string
  readonly documentTitle: string | null
  readonly issuer: string | null
  readonly issuedOn: PlainDate | null
  readonly by: string
  readonly on: PlainDate
}

/** Settings that hold an adoption are called so, with the id of the source behind it. */
export const ADOPTED_LAW_SETTING = 'law.adopted.'
