import { differenceOf } from '../../model/changed-in.ts'
import { patchLookup, type Lookup } from '../../model/lookup.ts'

type Groups<Row> = Lookup<readonly Row[]>

/** Rows that belong to nothing. */
const NO_KEY = ''

/**
 * Look-ups of one kind over tables, each table grouped at most once however many ask; one that a few changes have made of the table asked
 * before is grouped from that one's groups. `order` sorts the rows of a group.
 */
export function rowsBy<Row extends object>(
  keyOf: (row: Row) => string | null,
  order: (rows: readonly Row[]) => readonly Row[],
): (rows: readonly Row[]) => (key: string | null) => readonly Row[] {
  const grouped = new WeakMap<readonly Row[], Groups<Row>>()
  let latest: WeakRef<readonly Row[]> | null = null
  const nameOf = (row: Row) => keyOf(row) ?? NO_KEY
  const groupsOf = (rows: readonly Row[]): Groups<Row> => {
    const known = grouped.get(rows)
    if (known !== undefined) return known
    const before = latest?.deref()
    const groups = before === undefined ? undefined : grouped.get(before)
    const made =
      before !== undefined && groups !== undefined
        ? regroup(before, groups, rows, nameOf, order)
        : new Map([...Map.groupBy(rows, nameOf)].map(([key, own]) => [key, order(own)]))
    grouped.set(rows, made)
    latest = new WeakRef(rows)
    return made
  }
  return (rows) => {
    const groups = groupsOf(rows)
    return (key) => groups.get(key ?? NO_KEY) ?? []
  }
}

function regroup<Row extends object>(
  before: readonly Row[],
  groups: Groups<Row>,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  order: (rows: readonly Row[]) => readonly Row[],
): Groups<Row> {
  const { gone, come } = differenceOf(before, rows)
  const keys = new Set([...gone, ...come].map(nameOf))
  // Many changes, or another book: everything is grouped anew.
  if (keys.size > FEW) return new Map([...Map.groupBy(rows, nameOf)].map(([key, own]) => [key, order(own)]))
  const own = Map.groupBy(keys.size === 0 ? [] : rows.filter((row) => keys.has(nameOf(row))), nameOf)
  return patchLookup(groups, new Map([...keys].map((key) => [key, order(own.get(key) ?? [])])))
}

const FEW = 64
