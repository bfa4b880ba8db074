import { differingColumns, type Image } from '../rows/fact-columns.ts'
import type { FactTable } from '../rows/fact-rows.ts'

/* Taking an entry back: its changes the other way round, the last first, so that every state on the way back is one that was there on the way forth. */

/** One row change of an entry: before null, it was inserted; after null, removed. */
export interface RowChange {
  readonly table: FactTable
  readonly rowId: string
  readonly before: Image | null
  readonly after: Image | null
}

/** Neighbouring changes of one kind and table are done at once: an import of 10,000 people is taken back in a few statements. */
export type ReverseStep =
  | { readonly op: 'insert'; readonly table: FactTable; readonly rows: readonly Image[] }
  | { readonly op: 'remove'; readonly table: FactTable; readonly ids: readonly string[] }
  | { readonly op: 'update'; readonly table: FactTable; readonly id: string; readonly set: Image }

/** What undoes the changes, in the order it must be done. `keep`: rows an entry inserted that stay although it is taken back. */
export function reverseChanges(
  changes: readonly RowChange[],
  keep: ReadonlySet<string> = new Set(),
): readonly ReverseStep[] {
  const steps: ReverseStep[] = []
  const run: RowChange[] = []
  const close = () => steps.push(...stepsOf(run.splice(0)))
  for (const change of changes.toReversed()) {
    if (keep.has(rowKey(change.table, change.rowId))) continue
    const [last] = run
    if (last !== undefined && (last.table !== change.table || kindOf(last) !== kindOf(change))) close()
    run.push(change)
  }
  close()
  return steps
}

function stepsOf(run: readonly RowChange[]): readonly ReverseStep[] {
  const [first] = run
  if (first === undefined) return []
  const { table } = first
  const kind = kindOf(first)
  if (kind === 'inserted') return [{ op: 'remove', table, ids: run.map((change) => change.rowId) }]
  if (kind === 'removed')
    return [{ op: 'insert', table, rows: run.map((change) => change.before).filter((image) => image !== null) }]
  return run.map(({ rowId, before, after }) => ({
    op: 'update',
    table,
    id: rowId,
    set: patchBack(before ?? {}, after ?? {}),
  }))
}

function kindOf(change: RowChange): 'inserted' | 'removed' | 'changed' {
  if (change.before === null) return 'inserted'
  return change.after === null ? 'removed' : 'changed'
}

/** The columns to set to make `after` what `before` was; a column that was empty is set to null. */
function patchBack(before: Image, after: Image): Image {
  return Object.fromEntries(differingColumns(before, after).map((column) => [column, before[column] ?? null]))
}

/** A row the entry touched: what the entry found and what it left. */
export interface TouchedRow {
  readonly table: FactTable
  readonly rowId: string
  readonly found: Image | null
  readonly left: Image | null
}

/** Every row an entry touched, once, however often it changed it. */
export function touchedRows(changes: readonly RowChange[]): readonly TouchedRow[] {
  const rows = new Map<string, TouchedRow>()
  for (const { table, rowId, before, after } of changes) {
    const key = rowKey(table, rowId)
    rows.set(key, { table, rowId, found: (rows.get(key) ?? { found: before }).found, left: after })
  }
  return [...rows.values()]
}

/** Names a row among those of all tables. */
export function rowKey(table: FactTable, rowId: string): string {
  return `${table} ${rowId}`
}
