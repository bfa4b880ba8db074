import { differenceOf } from '../../model/changed-in.ts'

interface Row {
  readonly id: string
}

/**
 * What `made` makes of rows in their order (undefined: nothing), from what it made of the rows before: a changed row keeps its place, a new one
 * stands last. `made` gives the same thing for the same row. Null where a place cannot be told; then all are made anew.
 */
export function listAfter<R extends Row, Thing>(
  before: readonly R[],
  rows: readonly R[],
  old: readonly Thing[],
  made: (row: R) => Thing | undefined,
): readonly Thing[] | null {
  const { gone, come } = differenceOf(before, rows)
  if (gone.length === 0 && come.length === 0) return old
  const earlier = new Map(gone.map((row) => [row.id, row]))
  const fresh = come.filter((row) => !earlier.has(row.id))
  if (!areLast(fresh, rows)) return null
  const successors = new Map(come.map((row) => [row.id, row]))
  const next = [...old]
  for (const row of gone) {
    const was = made(row)
    const successor = successors.get(row.id)
    const now = successor === undefined ? undefined : made(successor)
    if (was === undefined && now === undefined) continue
    const place = was === undefined ? -1 : next.indexOf(was)
    if (place === -1) return null
    if (now === undefined) next.splice(place, 1)
    else next[place] = now
  }
  return [...next, ...fresh.flatMap((row) => made(row) ?? [])]
}

/** True where these are the last of the list, in its order. */
export function areLast<Thing>(last: readonly Thing[], list: readonly Thing[]): boolean {
  const first = list.length - last.length
  return last.every((thing, place) => list[first + place] === thing)
}
