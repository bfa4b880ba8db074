import { PART_NAMES, type PackageParts, type PartName } from './package-content.ts'

/*
 * 变动部分: rows that are new or other than in an earlier package, and the ids of those that went. Applied to that package they give the whole
 * again, row for row and in the same order, which the digests of the whole then prove.
 */

interface Row {
  readonly id: string
}

export interface PartChanges {
  readonly rows: readonly Row[]
  readonly removed: readonly string[]
  /** Ids of all rows in their order; absent where it is what follows: kept rows as they were, new ones behind. */
  readonly order?: readonly string[]
  /** True where `rows` are all there is: what follows from more than the facts (findings, duties) is always told whole. */
  readonly replaces?: true
}
export type ContentChanges = Readonly<Record<PartName, PartChanges>>

const TOLD_WHOLE: ReadonlySet<PartName> = new Set<PartName>(['findings', 'duties'])

/** What turns `before` into `after`. */
export function changesBetween(before: PackageParts, after: PackageParts): ContentChanges {
  return Object.fromEntries(
    PART_NAMES.map((name) => [
      name,
      TOLD_WHOLE.has(name)
        ? { rows: after[name], removed: [], replaces: true }
        : partChanges(before[name], after[name]),
    ]),
  ) as unknown as ContentChanges
}

/** The whole parts that the changes give on top of an earlier package. */
export function applyChanges(before: PackageParts, changes: ContentChanges): PackageParts {
  return Object.fromEntries(
    PART_NAMES.map((name) => [name, applied(before[name], changes[name])]),
  ) as unknown as PackageParts
}

function partChanges(before: readonly Row[], after: readonly Row[]): PartChanges {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]))
  const rows = after.filter((row) => known.get(row.id) !== JSON.stringify(row))
  const present = new Set(after.map((row) => row.id))
  const removed = before.filter((row) => !present.has(row.id)).map((row) => row.id)
  const following = applied(before, { rows, removed }).map((row) => row.id)
  const order = after.map((row) => row.id)
  return order.every((id, place) => id === following[place]) ? { rows, removed } : { rows, removed, order }
}

function applied(before: readonly Row[], { rows, removed, order, replaces }: PartChanges): readonly Row[] {
  if (replaces === true) return rows
  const gone = new Set(removed)
  const changed = new Map(rows.map((row) => [row.id, row]))
  const kept = before.filter((row) => !gone.has(row.id)).map((row) => changed.get(row.id) ?? row)
  const old = new Set(before.map((row) => row.id))
  const all = [...kept, ...rows.filter((row) => !old.has(row.id))]
  if (order === undefined) return all
  const byId = new Map(all.map((row) => [row.id, row]))
  return order.flatMap((id) => byId.get(id) ?? [])
}
