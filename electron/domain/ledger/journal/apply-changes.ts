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

/** The facts after some rows were changed, each table's rows in the order a table has them: a new row and one that comes back stand last. */
export function applyChanges(facts: FactRows, changes: readonly RowImages[]): FactRows {
  if (changes.length === 0) return facts
  const next: Record<string, readonly unknown[]> = { ...facts }
  for (const [table, own] of Map.groupBy(changes, (change) => change.table)) next[table] = changed(facts[table], own)
  // Every table keeps rows of its own kind: the images are those of its rows.
  const made = next as unknown as FactRows
  // What was planned is now written: the very facts that were assessed, if they are.
  const planned = FACTS_SUCCESSION.latestOf(facts)
  if (planned !== undefined && isSame(planned, made)) return planned
  FACTS_SUCCESSION.note(made, facts)
  return made
}

/** True where both have the same rows, by their content, in the same order. */
function isSame(one: FactRows, other: FactRows): boolean {
  return FACT_TABLES.every((table) => {
    const [rows, others]: [readonly object[], readonly object[]] = [one[table], other[table]]
    return rows === others || (rows.length === others.length && rows.every((row, place) => alike(row, others[place])))
  })
}

function alike(row: object, other: object | undefined): boolean {
  if (row === other) return true
  const entries = Object.entries(row)
  const others = new Map<string, unknown>(Object.entries(other ?? {}))
  return entries.length === others.size && entries.every(([column, value]) => others.get(column) === value)
}

/** So few changed rows are looked for one by one. */
const FEW = 32

function changed(rows: readonly { readonly id: string }[], changes: readonly RowImages[]): readonly unknown[] {
  if (changes.every((change) => change.before === null)) return [...rows, ...changes.map((change) => change.after)]
  if (changes.length <= FEW) return changedOneByOne(rows, changes)
  const byId = new Map<string, unknown>(rows.map((row) => [row.id, row]))
  for (const { rowId, after } of changes) {
    if (after === null) byId.delete(rowId)
    else byId.set(rowId, after)
  }
  return [...byId.values()]
}

function changedOneByOne(rows: readonly { readonly id: string }[], changes: readonly RowImages[]): readonly unknown[] {
  const next: { readonly id: unknown }[] = [...rows]
  for (const { rowId, after } of changes) {
    const place = next.findIndex((row) => row.id === rowId)
    const now = after === null ? [] : [after as Row & { readonly id: string }]
    if (place === -1) next.push(...now)
    else next.splice(place, 1, ...now)
  }
  return next
}
