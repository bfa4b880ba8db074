import type { FactWrite } from '../../electron/domain/ledger/planning/event-plan.ts'
import { FACT_TABLES, type FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { refusedRemoval, refusedRow, type RowStore } from './database-rules.ts'
import { rowText, type JournalEntry, type Row, type RowChange } from './recount.ts'

/** A book without a file: tables, the journal of what changed them, and the file's refusals. For histories by the thousand. */
export interface MemoryBook {
  readonly store: RowStore
  readonly entries: readonly JournalEntry[]
}

/** The file would not take a write. */
export class WriteRefused extends Error {
  readonly write: FactWrite

  constructor(why: string, write: FactWrite) {
    super(why)
    this.name = 'WriteRefused'
    this.write = write
  }
}

export function memoryBook(facts: FactRows, entries: readonly JournalEntry[]): MemoryBook {
  const store: RowStore = new Map()
  for (const table of FACT_TABLES)
    store.set(
      table,
      new Map((facts[table] as readonly unknown[] as readonly Row[]).map((row) => [String(row['id']), row])),
    )
  return { store, entries }
}

/** The tables as the program's functions take them. Tables that have not changed keep their array. */
export function factsOf({ store }: MemoryBook): FactRows {
  return Object.fromEntries(
    FACT_TABLES.map((table) => [table, rowsOf(store.get(table) ?? new Map<string, Row>())]),
  ) as unknown as FactRows
}

const ROWS = new WeakMap<ReadonlyMap<string, Row>, readonly Row[]>()
function rowsOf(rows: ReadonlyMap<string, Row>): readonly Row[] {
  const known = ROWS.get(rows) ?? [...rows.values()]
  ROWS.set(rows, known)
  return known
}

/** One entry: every write in its order, each seen by the file's rules. @throws WriteRefused; the given book is left as it was. */
export function commit(
  book: MemoryBook,
  operation: string,
  writes: readonly FactWrite[],
  reverses: number | null = null,
): MemoryBook {
  const store: RowStore = new Map(book.store)
  const changes: RowChange[] = []
  const open = new Set<string>()
  for (const write of writes) {
    if (!open.has(write.table)) store.set(write.table, new Map(store.get(write.table) ?? []))
    open.add(write.table)
    const change = apply(store, write)
    if (rowText(change.before) !== rowText(change.after)) changes.push(change)
  }
  return {
    store,
    entries: [...book.entries, { seq: (book.entries.at(-1)?.seq ?? 0) + 1, operation, reverses, changes }],
  }
}

function apply(store: RowStore, write: FactWrite): RowChange {
  const rows = store.get(write.table) ?? new Map<string, Row>()
  const id = write.op === 'insert' ? write.row.id : write.id
  const before = rows.get(id) ?? null
  if ((write.op === 'insert') !== (before === null))
    throw new WriteRefused(
      write.op === 'insert' ? `${write.table} ${id} is there already` : `no ${write.table} ${id}`,
      write,
    )
  if (write.op === 'remove') {
    const why = refusedRemoval(store, write.table, id)
    if (why !== null) throw new WriteRefused(why, write)
    rows.delete(id)
    return { table: write.table, id, before, after: null }
  }
  const after = (write.op === 'insert'
    ? { ...write.row }
    : {
        ...before,
        ...Object.fromEntries(Object.entries(write.set).filter(([, value]) => value !== undefined)),
      }) as unknown as Row
  const undefinedColumn = Object.keys(after).find((column) => after[column] === undefined)
  if (undefinedColumn !== undefined) throw new WriteRefused(`${write.table}.${undefinedColumn} is undefined`, write)
  const why = refusedRow(store, write.table, after)
  if (why !== null) throw new WriteRefused(why, write)
  rows.set(id, after)
  return { table: write.table, id, before, after }
}
