import { madeOf } from '../../model/made-of.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { RefusalCode } from '../../../vocabulary/refusals.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { SingleTitleLists } from '../../roster/single-titles.ts'
import { editRows, type RowEdit } from '../rows/edit-rows.ts'
import { FACTS_SUCCESSION } from '../snapshot/facts-origin.ts'
import type { FactRows, FactTable, FactTables } from '../rows/fact-rows.ts'

/** One row change an event asks for, in the order it must be done. */
export type FactWrite =
  | {
      readonly [T in FactTable]:
        | { readonly op: 'insert'; readonly table: T; readonly row: FactTables[T] }
        | {
            readonly op: 'update'
            readonly table: T
            readonly id: string
            readonly set: Partial<Omit<FactTables[T], 'id'>>
          }
    }[FactTable]
  // Not one a table: past 25 tables the compiler no longer sees that a table held in a variable fits.
  | { readonly op: 'remove'; readonly table: FactTable; readonly id: string }

/** Ids and time come from outside. */
export interface EventTools {
  readonly newId: () => string
  readonly recordedAt: string
  readonly today: PlainDate
  /** Titles that one person holds, by the rule pack in force; not said: the usual ones. */
  readonly singleTitles?: SingleTitleLists
}

/** A line of figures an event moves: what the sentence before saving is about. */
export interface TouchedLine {
  readonly unitId: string
  readonly category: QuotaCategory
}

export interface EventPlan {
  readonly writes: readonly FactWrite[]
  /** One Chinese sentence for the journal; people stand in it as {person:ID}, never by name. */
  readonly summary: string
  readonly touches: readonly TouchedLine[]
}

/** Why an event cannot be: a refusal's code with its details. Nothing is written. */
export interface EventRefusal {
  readonly refusal: RefusalCode
  readonly details: Readonly<Record<string, string | number>>
}

export type PlanResult = EventPlan | EventRefusal

export function refuse(refusal: RefusalCode, details: EventRefusal['details'] = {}): EventRefusal {
  return { refusal, details }
}

/** The facts as they would be after the writes: what a preview looks at. The given rows are not changed. */
export function applyWrites(facts: FactRows, writes: readonly FactWrite[]): FactRows {
  return writes.length === 0 ? facts : applied(writes, facts)
}

/** Kept with the writes: whoever guards a plan and whoever then judges it look at the same facts. */
const applied = madeOf((writes: readonly FactWrite[], facts: FactRows): FactRows => {
  const next: Record<FactTable, readonly { readonly id: string }[]> = { ...facts }
  for (const [table, own] of Map.groupBy(writes, (write) => write.table))
    next[table] = editRows<{ readonly id: string }>(facts[table], own.map(editOf))
  // Every branch keeps a table's rows those of the table; the record above cannot say so.
  const made = next as unknown as FactRows
  FACTS_SUCCESSION.note(made, facts)
  return made
})

function editOf(write: FactWrite): RowEdit<{ readonly id: string }> {
  if (write.op === 'insert') return { id: write.row.id, fresh: true, edit: () => write.row }
  if (write.op === 'remove') return { id: write.id, fresh: false, edit: () => null }
  return { id: write.id, fresh: false, edit: (row) => (row === undefined ? undefined : { ...row, ...write.set }) }
}
