import { Refusal } from '../../vocabulary/refusals.ts'
import type { TemplateMappingInput } from '../../contract/template-operations.ts'
import type { FillCell } from '../../domain/fill/fill-request.ts'
import { columnIndex } from '../../domain/fill/read-form.ts'
import type { formRows } from '../../domain/fill/values/form-rows.ts'
import type { GatheredPart } from './gather-template.ts'
import { cellName, choicesAt, fitted, type PlacedProblem } from './part-result.ts'

/* The mapped columns of a part with their places, and a person's value put into one cell of them. */

export interface PlacedColumn {
  readonly index: number
  readonly field: string
  readonly format: TemplateMappingInput['columns'][number]['format']
  readonly header: string
}

/** A head as problems name it. */
export const short = (header: string) => header.split('/').at(-1)?.replaceAll(/\s/gu, '').slice(0, 16) ?? header

/** The mapped columns with their places. @throws `template_changed` for one the part does not have. */
export function placedColumns({ part, mapping }: GatheredPart): readonly PlacedColumn[] {
  return mapping.columns.map(({ column, field, format }) => {
    const index = columnIndex(part, column)
    if (index < 0) throw new Refusal('template_changed')
    return { index, field, format, header: part.columns[index]?.header ?? '' }
  })
}

export type ReadRow = ReturnType<typeof formRows>[number] | undefined

/** Puts a value where it fits; what does not fit is said. */
export function put(
  sheet: GatheredPart['part']['sheet'],
  cells: FillCell[],
  problems: PlacedProblem[],
  who: string,
  row: number,
  column: PlacedColumn,
  read: ReadRow,
  index: number,
): void {
  const fit = fitted(column.field, read?.values[index] ?? null, choicesAt(sheet, column.index, row, row), column.header)
  const problem = read?.withoutDay.includes(index) === true ? '编制本里只有年月，没有日，没有填' : fit.problem
  if (problem !== null)
    problems.push({
      cell: cellName(row, column.index),
      place: null,
      text: `${who}，${short(column.header)}：${problem}`,
    })
  if (fit.value !== null) cells.push({ row, column: column.index, value: fit.value })
}
