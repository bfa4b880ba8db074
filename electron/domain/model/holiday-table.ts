import type { PlainDate } from './plain-date.ts'

/** One year's 国务院办公厅 notice: days off (inclusive ranges) and weekend days that are worked (调休). */
export interface HolidayTable {
  readonly year: number
  readonly notice: string
  /** Null where an imported table does not say. */
  readonly issuedOn: PlainDate | null
  readonly off: readonly (readonly [from: PlainDate, to: PlainDate])[]
  readonly worked: readonly PlainDate[]
}
