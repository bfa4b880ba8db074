import { differenceOf, inOrderOf, noteDifference } from '../../model/changed-in.ts'
import { lookupsBy } from '../../model/lookup.ts'

interface Row {
  readonly id: string
}

/** One edit of a table. */
export interface RowEdit<R extends Row> {
  readonly id: string
  /** True for a row that is known not to be there yet: it is not looked for. */
  readonly fresh: boolean
  /** What stands there now, from what stood there (undefined: nothing): null takes the row out, undefined leaves all as it is. */
  readonly edit: (old: R | undefined) => R | null | undefined
}

/** So few are looked for one by one. */
const FEW = 64

const rowsById = lookupsBy((row: Row) => row.id)

/**
 * A table after some edits, done in their order: a row that is there keeps its place, a new one and one that comes back stand last. The given
 * list is not changed. What the two do not share is noted, so that nobody has to look for it: a few edits of a large table cost its copy.
 */
export function editRows<R extends Row>(rows: readonly R[], edits: readonly RowEdit<R>[]): readonly R[] {
  return edits.length > FEW ? editMany(rows, edits) : editFew(rows, edits)
}

/** What a few edits come to, before the table is copied. */
interface Edited<R extends Row> {
  /** In the order they are done: `old` undefined for one that is put last. */
  readonly steps: readonly { readonly old: R | undefined; readonly now: R | null }[]
  /** By id, what stood in the table before and what stands there in the end. */
  readonly first: ReadonlyMap<string, R>
  readonly last: ReadonlyMap<string, R | null>
}

function editedBy<R extends Row>(rows: readonly R[], edits: readonly RowEdit<R>[]): Edited<R> {
  const [first, last] = [new Map<string, R>(), new Map<string, R | null>()]
  const steps: Edited<R>['steps'][number][] = []
  for (const { id, fresh, edit } of edits) {
    const old = last.has(id) ? (last.get(id) ?? undefined) : fresh ? undefined : rowById(rows, id)
    const now = edit(old)
    if (now === undefined || (old === undefined && now === null)) continue
    if (old !== undefined && !last.has(id)) first.set(id, old)
    last.set(id, now)
    steps.push({ old, now })
  }
  return { steps, first, last }
}

function editFew<R extends Row>(rows: readonly R[], edits: readonly RowEdit<R>[]): readonly R[] {
  const { steps, first, last } = editedBy(rows, edits)
  if (last.size === 0) return rows
  // All that comes new stands at the end from the start, so that the long table is copied once; `length` is how far each step sees.
  const next = rows.concat(steps.flatMap(({ old, now }) => (old === undefined && now !== null ? [now] : [])))
  let { length } = rows
  for (const { old, now } of steps) {
    if (old === undefined) {
      length += 1
      continue
    }
    // Compared as objects, by the engine itself: no function is called for each row.
    const place = next.lastIndexOf(old, length - 1)
    if (now !== null) next[place] = now
    else {
      next.splice(place, 1)
      length -= 1
    }
  }
  const come = [...last.values()].filter((row) => row !== null)
  noteDifference(rows, next, { gone: inOrderOf(rows, first.values()), come: inOrderOf(next, come) })
  rowsById.carry(next, rows)
  return next
}

/**
 * True where a table made of `rows` before is certainly what the edits would make of it, each row by its content (`alike`): nothing is copied
 * to see it. False where it is another, or is not told so easily (a row taken out, many edits).
 */
export function isEditedTo<R extends Row>(
  rows: readonly R[],
  edits: readonly RowEdit<R>[],
  made: readonly R[],
  alike: (row: R, other: R | undefined) => boolean,
): boolean {
  if (edits.length > FEW) return false
  const { steps, first, last } = editedBy(rows, edits)
  if (steps.some(({ now }) => now === null)) return false
  const fresh = [...last].filter(([id]) => !first.has(id))
  const { gone, come } = differenceOf(rows, made)
  const isAt = (place: number, now: R | null | undefined) =>
    now !== null && now !== undefined && alike(now, made[place])
  return (
    made.length === rows.length + fresh.length &&
    gone.length === first.size &&
    come.length === last.size &&
    [...first].every(([id, old]) => isAt(rows.lastIndexOf(old), last.get(id))) &&
    fresh.every(([, now], place) => isAt(rows.length + place, now))
  )
}

/** The row of a table with the id. */
export function rowById<R extends Row>(rows: readonly R[], id: string): R | undefined {
  return rowsById(rows).get(id)
}

function editMany<R extends Row>(rows: readonly R[], edits: readonly RowEdit<R>[]): readonly R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, edit } of edits) {
    const now = edit(byId.get(id))
    if (now === null) byId.delete(id)
    else if (now !== undefined) byId.set(id, now)
  }
  return [...byId.values()]
}
