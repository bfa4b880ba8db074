import type { PlainDate } from '../model/plain-date.ts'
import type { CellChange, RefusedCell, RepairedCell, RowNote } from './import-notes.ts'
import type { PlannedWrites } from './planned-writes.ts'

export type PlannedRowKind = 'quota' | 'person' | 'concurrent' | 'offQuota' | 'seconded'
export type PlannedAction = 'add' | 'update' | 'unchanged' | 'refuse'

/** One row of the sheet and what will happen to it. */
export interface PlannedRow {
  readonly sheet: string
  readonly row: number
  readonly kind: PlannedRowKind
  readonly action: PlannedAction
  readonly title: string
  readonly detail: string
  readonly changes: readonly CellChange[]
  readonly notes: readonly RowNote[]
}

export interface ChangeCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

export interface ImportPlan {
  /** Changes of running facts take effect on this day. */
  readonly effectiveOn: PlainDate
  readonly rows: readonly PlannedRow[]
  readonly refused: readonly RefusedCell[]
  readonly repaired: readonly RepairedCell[]
  /** Workbook rows by what happens to them; units apart. */
  readonly counts: Readonly<Record<'units' | 'quotas' | 'people' | 'others' | 'concurrent', ChangeCounts>>
  /** People in post in the book whom the roster does not name: left as they are. 0 when the file has no roster. */
  readonly absent: number
  readonly writes: PlannedWrites
  /** Digest of the book's head and of all this: a plan that was looked at is the plan that is carried out. */
  readonly hash: string
}
