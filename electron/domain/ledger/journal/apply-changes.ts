import { differenceOf } from '../../model/changed-in.ts'
import { editRows, isEditedTo, type RowEdit } from '../rows/edit-rows.ts'
import { FACTS_SUCCESSION } from '../snapshot/facts-origin.ts'
import { FACT_TABLES, type FactRows, type FactTable } from '../rows/fact-rows.ts'

type Row = Readonly<Record<string, string | number | null>>

/** What happened to one row: both null never. */
export interface RowImages {
  readonly table: FactTable
  readonly rowId: string
  readonly before: Row | null
  readonly after: Row | null
}

/**
 * The facts after some rows were changed, each table's rows in the order a table has them: a new row and one that comes back stand last.
 * @param earlier what the facts were made from by the entry before: what takes that entry back comes to these very facts again, and all that
 * was worked out of them stands
 */
export function applyChanges(
  facts: FactRows,
  changes: readonly RowImages[],
  earlier: FactRows | null = null,
): FactRows {
  if (changes.length === 0) return facts
  const edits = Map.groupBy(changes, (change) => change.table)
  // What was planned is now written: the very facts that were assessed, if they are.
  const planned = FACTS_SUCCESSION.latestOf(facts)
  if (planned !== undefined && isPlanned(planned, facts, edits)) return planned
  const next: Record<string, readonly unknown[]> = { ...facts }
  for (const [table, own] of edits) next[table] = editRows<{ readonly id: string }>(facts[table], own.map(editOf))
  // Every table keeps rows of its own kind: the images are those of its rows.
  const made = next as unknown as FactRows
  if (planned !== undefined && isSame(planned, made, facts)) return planned
  if (earlier !== null && isAgain(earlier, made)) return earlier
  FACTS_SUCCESSION.note(made, facts)
  return made
}

/** True where these facts are seen to be what the changes come to, without their tables being copied for it. */
function isPlanned(planned: FactRows, facts: FactRows, edits: ReadonlyMap<FactTable, readonly RowImages[]>): boolean {
  return FACT_TABLES.every((table) => {
    const own = edits.get(table)
    return own === undefined
      ? planned[table] === facts[table]
      : isEditedTo<{ readonly id: string }>(facts[table], own.map(editOf), planned[table], alike)
  })
}

function editOf({ rowId, before, after }: RowImages): RowEdit<{ readonly id: string }> {
  // The images are those of rows, which have their id.
  const now = after as { readonly id: string } | null
  return { id: rowId, fresh: before === null, edit: () => now }
}

/** True where the facts are those of before again, row by row and in their order. */
function isAgain(earlier: FactRows, made: FactRows): boolean {
  return FACT_TABLES.every((table) => {
    const [rows, others]: readonly (readonly object[])[] = [made[table], earlier[table]]
    return (
      rows === others ||
      (rows?.length === others?.length && rows?.every((row, at) => alike(row, others?.[at])) === true)
    )
  })
}

/** True where both, made of the same facts, have the same rows by their content in the same order. */
function isSame(one: FactRows, other: FactRows, origin: FactRows): boolean {
  return FACT_TABLES.every((table) => {
    const [rows, others, old]: readonly (readonly object[])[] = [one[table], other[table], origin[table]]
    return rows === others || isSameTable(rows ?? [], others ?? [], old ?? [])
  })
}

function isSameTable(rows: readonly object[], others: readonly object[], origin: readonly object[]): boolean {
  if (rows.length !== others.length) return false
  return isEditedAlike(rows, others, origin) || rows.every((row, place) => alike(row, others[place]))
}

/** True where both took the same rows out and put the like in the same places: what they share with their origin need not be looked at. */
function isEditedAlike(rows: readonly object[], others: readonly object[], origin: readonly object[]): boolean {
  const [ours, theirs] = [differenceOf(origin, rows), differenceOf(origin, others)]
  return (
    ours.gone.length === theirs.gone.length &&
    ours.come.length === theirs.come.length &&
    ours.gone.every((row, at) => row === theirs.gone[at]) &&
    ours.come.every((row, at) => {
      const twin = theirs.come[at]
      return twin !== undefined && alike(row, twin) && rows.lastIndexOf(row) === others.lastIndexOf(twin)
    })
  )
}

function alike(row: object, other: object | undefined): boolean {
  if (row === other) return true
  const entries = Object.entries(row)
  const others = new Map<string, unknown>(Object.entries(other ?? {}))
  return entries.length === others.size && entries.every(([column, value]) => others.get(column) === value)
}
