import type { Input, Output } from '../../contract/operations.ts'
import { structurePeople } from '../../domain/structure/structure-person.ts'
import { structureTable, type StructureQuestion, type StructureTable } from '../../domain/structure/structure-table.ts'
import type { QueryContext } from '../context.ts'
import type { BookState } from '../../domain/state/book-state.ts'
import { findUnitAsked, findUnitsBelow } from '../../domain/views/find-units.ts'
import { readAskedState } from '../read-book-state.ts'

/** 队伍结构 of a day, beside another day where asked. @throws `name_unknown`, `name_ambiguous` for the unit. */
export async function readStructure(
  input: Input<'structure.read'>,
  context: QueryContext,
): Promise<Output<'structure.read'>> {
  const state = await readAskedState(context, input)
  const table = tableOf(state, input)
  const other =
    input.compareWith === undefined
      ? null
      : await readAskedState(context, { asOf: input.compareWith, believedOn: input.believedOn })
  // Both days in the rows and columns of either, so that they stand side by side.
  const second = other === null ? null : tableOf(other, input, table)
  const first = second === null ? table : tableOf(state, input, second)
  return {
    ...counted(first, state.snapshot.asOf),
    rowsBy: input.rows,
    columnsBy: input.columns ?? null,
    list: input.list ?? null,
    unit: findUnitAsked(state.snapshot, input.unit)?.name ?? null,
    people:
      input.withPeople === true
        ? first.cells.map((row) =>
            row.map((cell) => cell.map(({ personId, name, unit }) => ({ personId, name, unit }))),
          )
        : null,
    compared: second === null || other === null ? null : counted(second, other.snapshot.asOf),
  }
}

function tableOf(
  { snapshot, roster }: BookState,
  input: Input<'structure.read'>,
  like?: Pick<StructureTable, 'rows' | 'columns'>,
): StructureTable {
  const question: StructureQuestion = {
    rows: input.rows,
    columns: input.columns ?? null,
    list: input.list ?? null,
    unitIds: findUnitsBelow(snapshot, findUnitAsked(snapshot, input.unit)),
    bands: input.bands ?? null,
  }
  return structureTable(structurePeople(snapshot, roster), question, like)
}

function counted({ rows, columns, cells, people }: StructureTable, asOf: string) {
  const total = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0)
  return {
    asOf,
    rows: rows.map(({ key, title }, row) => ({ key, title, total: total(cells[row] ?? []) })),
    columns: columns.map(({ key, title }, column) => ({
      key,
      title,
      total: total(cells.map((row) => row[column] ?? [])),
    })),
    cells: cells.map((row) => row.map((cell) => cell.length)),
    total: people.length,
  }
}
