import type { FormProblem } from '../../contract/template-operations.ts'
import type { FormPart } from '../../domain/fill/read-form.ts'
import type { RawSheet } from '../../domain/table/raw-workbook.ts'
import { cellName, isBlank } from './part-result.ts'

/* The form's own sums take a cell that stays blank for 0. Nobody sees that in their result, so it is said. */

const ASIDE = /(?:^|\/)(?:序号|行次|备注|说明|.*文号)$/u

/**
 * One sentence for the formulas of a table of numbers beside or below which a cell stayed blank; null where there is none.
 * @param finished the part's sheet when it was filled
 * @param down how many rows came in above the part
 */
export function shortSums(part: FormPart, finished: RawSheet | undefined, down: number): FormProblem | null {
  if ((part.kind !== 'counts' && part.kind !== 'units') || finished === undefined) return null
  const rows = part.printed.map(({ row }) => row + down)
  const columns = part.columns.flatMap(({ header }, index) =>
    header === '' || ASIDE.test(header) || part.labelColumns.includes(index) ? [] : [index],
  )
  const at = (row: number, column: number) => finished.rows[row]?.[column] ?? null
  const blank = rows.flatMap((row) =>
    columns.filter((column) => isBlank(at(row, column))).map((column) => ({ row, column })),
  )
  const [inRows, inColumns] = [new Set(blank.map(({ row }) => row)), new Set(blank.map(({ column }) => column))]
  const short = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = at(row, column)
      const formula = cell !== null && typeof cell !== 'string' && cell.formula === true
      return formula && (inRows.has(row) || inColumns.has(column)) ? [cellName(row, column)] : []
    }),
  )
  const [first] = short
  if (first === undefined) return null
  const where = short.length > 1 ? `这里和另外 ${short.length - 1} 格` : '这里'
  return {
    sheet: part.sheet.name,
    cell: first,
    text: `${where}是表里自带的公式，同行或同列有格留空，公式把留空的当 0 算，请核对`,
  }
}
