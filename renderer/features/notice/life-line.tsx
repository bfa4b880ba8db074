import type { ReactNode } from 'react'

/** A step with the day it happened; null: it has not. */
export interface DatedStep {
  /** Tells it from the others of one line. */
  readonly name: string
  readonly on: string | null
  readonly step: ReactNode
}

/** Steps by day, those of one day and those still to come in the order in which they are usually taken. */
export function inOrderOfTime(steps: readonly DatedStep[]): readonly DatedStep[] {
  const done = steps.filter((one): one is DatedStep & { readonly on: string } => one.on !== null)
  const open = steps.filter((one) => one.on === null)
  return [...done.toSorted((left, right) => (left.on === right.on ? 0 : left.on < right.on ? -1 : 1)), ...open]
}
