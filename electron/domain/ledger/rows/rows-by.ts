import { differenceOf, madeFrom } from '../../model/changed-in.ts'
import { patchLookup, type Lookup } from '../../model/lookup.ts'
import { madeOf } from '../../model/made-of.ts'

/** Each group's rows in the order of the table. */
type Groups<Row> = Lookup<readonly Row[]>

/** Rows that belong to nothing. */
const NO_KEY = ''

/**
 * Look-ups of one kind over tables, each table grouped at most once however many ask; one that a few changes have made of the table asked
 * before is grouped from that one's groups. `order` sorts the rows of a group.
 */
export function rowsBy<Row extends { readonly id: string }>(
  keyOf: (row: Row) => string | null,
  order: (rows: readonly Row[]) => readonly Row[],
): (rows: readonly Row[]) => (key: string | null) => readonly Row[] {
  const grouped = new WeakMap<readonly Row[], Groups<Row>>()
  const ordered = madeOf((own: readonly Row[]) => order(own))
  let latest: WeakRef<readonly Row[]> | null = null
  const nameOf = (row: Row) => keyOf(row) ?? NO_KEY
  const groupsOf = (rows: readonly Row[]): Groups<Row> => {
    const known = grouped.get(rows)
    if (known !== undefined) return known
    const origin = madeFrom(rows)
    // What they were made from is told apart from them already; else the last table asked.
    const before = origin !== undefined && grouped.has(origin) ? origin : latest?.deref()
    const groups = before === undefined ? undefined : grouped.get(before)
    const made =
      before !== undefined && groups !== undefined ? regroup(before, groups, rows, nameOf) : Map.groupBy(rows, nameOf)
    grouped.set(rows, made)
    latest = new WeakRef(rows)
    return made
  }
  return (rows) => {
    const groups = groupsOf(rows)
    return (key) => {
      const own = groups.get(key ?? NO_KEY)
      return own === undefined ? [] : ordered(own)
    }
  }
}

function regroup<Row extends { readonly id: string }>(
  before: readonly Row[],
  groups: Groups<Row>,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Groups<Row> {
  const { gone, come } = differenceOf(before, rows)
  const keys = new Set([...gone, ...come].map(nameOf))
  // Many changes, or another book: everything is grouped anew.
  if (keys.size > FEW) return Map.groupBy(rows, nameOf)
  if (keys.size === 0) return groups
  const successors = inPlace(before, rows, nameOf)
  if (successors !== null) {
    const fresh = Map.groupBy(come.slice(gone.length), nameOf)
    const own = (key: string) => [
      ...(groups.get(key) ?? []).map((row) => successors.get(row) ?? row),
      ...(fresh.get(key) ?? []),
    ]
    return patchLookup(groups, new Map([...keys].map((key) => [key, own(key)])))
  }
  const own = Map.groupBy(
    rows.filter((row) => keys.has(nameOf(row))),
    nameOf,
  )
  return patchLookup(groups, new Map([...keys].map((key) => [key, own.get(key) ?? []])))
}

/**
 * What each row that changed is now, where every one of them kept its place and its group and whatever is new stands after all others;
 * null where not: then the places are known from the table alone.
 */
function inPlace<Row extends { readonly id: string }>(
  before: readonly Row[],
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): ReadonlyMap<Row, Row> | null {
  const { gone, come } = differenceOf(before, rows)
  if (rows.length - before.length !== come.length - gone.length || come.length < gone.length) return null
  const successors = new Map<Row, Row>()
  for (const [at, row] of gone.entries()) {
    const now = come[at]
    if (now?.id !== row.id || nameOf(now) !== nameOf(row) || rows[before.indexOf(row)] !== now) return null
    successors.set(row, now)
  }
  const fresh = come.slice(gone.length)
  return fresh.every((row, at) => rows[before.length + at] === row) ? successors : null
}

const FEW = 64
