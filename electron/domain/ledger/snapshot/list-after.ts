import { differenceOf, noteDifference } from '../../model/changed-in.ts'

interface Row {
  readonly id: string
}

/**
 * What `made` makes of rows in their order (undefined: nothing), from what it made of the rows before: a changed row keeps its place, a new one
 * stands last. `made` gives the same thing for the same row. Null where a place cannot be told; then all are made anew.
 */
export function listAfter<R extends Row, Thing extends object>(
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
  const steps: { readonly was: Thing; readonly now: Thing | undefined }[] = []
  for (const row of gone) {
    const was = made(row)
    const successor = successors.get(row.id)
    const now = successor === undefined ? undefined : made(successor)
    if (was === now) continue
    if (was === undefined || !old.includes(was)) return null
    steps.push({ was, now })
  }
  return listWith(
    old,
    steps,
    fresh.flatMap((row) => made(row) ?? []),
  )
}

/**
 * A list with some of its things replaced (undefined: taken out) and others put last; the list itself where nothing is another. `steps` in
 * the order of the list. It is copied once, and what the two do not share is noted.
 */
export function listWith<Thing extends object>(
  list: readonly Thing[],
  steps: readonly { readonly was: Thing; readonly now: Thing | undefined }[],
  last: readonly Thing[],
): readonly Thing[] {
  if (steps.length === 0 && last.length === 0) return list
  const next = list.concat(last)
  for (const { was, now } of steps) {
    const place = next.indexOf(was)
    if (now === undefined) next.splice(place, 1)
    else next[place] = now
  }
  noteDifference(list, next, {
    gone: steps.map(({ was }) => was),
    come: [...steps.flatMap(({ now }) => now ?? []), ...last],
  })
  return next
}

/** True where these are the last of the list, in its order. */
export function areLast<Thing>(last: readonly Thing[], list: readonly Thing[]): boolean {
  const first = list.length - last.length
  return last.every((thing, place) => list[first + place] === thing)
}
