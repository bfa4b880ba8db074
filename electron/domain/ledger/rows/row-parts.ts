/** When the book learnt a row: UTC instant. */
export interface Recorded {
  readonly recorded_at: string
}

/** True from the first day on, no longer on the last; `null`: still. */
export interface Ranged extends Recorded {
  readonly valid_from: string
  readonly valid_to: string | null
}

/** A flag of the file. */
export type Flag = 0 | 1
