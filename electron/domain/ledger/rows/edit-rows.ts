import { noteDifference } from '../../model/changed-in.ts'
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

function editFew<R extends Row>(rows: readonly R[], edits: readonly RowEdit<R>[]): readonly R[] {
  const next = [...rows]
  const [first, last] = [new Map<string, R>(), new Map<string, R | null>()]
  for (const { id, fresh, edit } of edits) {
    const old = last.has(id) ? (last.get(id) ?? undefined) : fresh ? undefined : find(rows, id)
    const now = edit(old)
    if (now === undefined || (old === undefined && now === null)) continue
    if (old !== undefined && !last.has(id)) first.set(id, old)
    last.set(id, now)
    if (old === undefined) {
      if (now !== null) next.push(now)
      continue
    }
    // Compared as objects, by the engine itself: no function is called for each row.
    const place = next.lastIndexOf(old)
    if (now === null) next.splice(place, 1)
    else next[place] = now
  }
  if (last.size === 0) return rows
  const come = [...last.values()].filter((row) => row !== null)
  noteDifference(rows, next, { gone: inOrder(rows, [...first.values()]), come: inOrder(next, come) })
  rowsById.carry(next, rows)
  return next
}

/** The lookup was made of this very list: what it finds are its rows. */
function find<R extends Row>(rows: readonly R[], id: string): R | undefined {
  return rowsById(rows).get(id) as R | undefined
}

function inOrder<R>(rows: readonly R[], some: readonly R[]): readonly R[] {
  return some.length < 2 ? some : some.toSorted((left, right) => rows.lastIndexOf(left) - rows.lastIndexOf(right))
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
