import type { PlainDate } from '../../model/plain-date.ts'

interface RangedRow {
  readonly id: string
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** `set`: the whole version takes the value; `split`: it ends on the day and a copy with the value goes on from there. */
export type VersionChange<R> = { readonly op: 'set' | 'split'; readonly row: R }

/**
 * Which versions of one subject change when one of their columns has another value from a day on. A fact learnt late meets versions
 * that were registered for later days: those still bearing the value of the day take the new one (a unit renamed in 2015 and moved in
 * 2018 keeps its new name through 2018); the first that bears another value is a later decision and ends the run.
 */
export function carryFromDay<R extends RangedRow, C extends keyof R>(
  versions: readonly R[],
  day: PlainDate,
  column: C,
  value: R[C],
): readonly VersionChange<R>[] {
  const ordered = versions.toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))
  const start = ordered.findIndex((row) => row.valid_from <= day && (row.valid_to === null || day < row.valid_to))
  const present = ordered[start]
  if (present === undefined || present[column] === value) return []
  const changes: VersionChange<R>[] = []
  for (const row of ordered.slice(start)) {
    if (row[column] !== present[column]) break
    changes.push({ op: row.valid_from < day ? 'split' : 'set', row })
  }
  return changes
}
