import type { FilledPart, FormProblem } from '../../contract/template-operations.ts'
import {
  valueText,
  type FillBlock,
  type FillCell,
  type FillOutcome,
  type FillValue,
} from '../../domain/fill/fill-request.ts'
import type { FormPart } from '../../domain/fill/read-form.ts'
import { codeInHeader, fitChoice } from '../../domain/fill/fit-choices.ts'
import { columnLetters, type RawCell, type RawChoice, type RawSheet } from '../../domain/table/raw-workbook.ts'

/** What is to be written into one part, and what is to be said of it once its rows are known. */
export interface PartFilling {
  readonly block: FillBlock | null
  readonly cells: readonly FillCell[]
  readonly rows: number
  /** `place` as with problems: a column's letters and the block's row, or a cell as the blank form names it. */
  readonly counts: readonly (FilledPart['counts'][number] & { readonly place: number | null })[]
  /** What did not fit; `place` is the block's row from 0, null for a cell that is named. */
  readonly problems: readonly PlacedProblem[]
  readonly emptyRows: readonly { readonly column: string; readonly header: string; readonly why: string }[]
  readonly notes: readonly string[]
  /** Why nothing could be filled; null where something could. */
  readonly left: string | null
}

/** What is written under a head leaves no row for a list. */
export const NO_ROOM = '表头下面写满了内容，没有空白行，没有填'

export interface PlacedProblem {
  readonly cell: string
  readonly place: number | null
  readonly text: string
}

export const NOTHING: PartFilling = {
  block: null,
  cells: [],
  rows: 0,
  counts: [],
  problems: [],
  emptyRows: [],
  notes: [],
  left: null,
}

/** A cell as the finished sheet names it. `down`: how many rows came in above the part. */
export function finishedCell(
  { cell, place }: { readonly cell: string; readonly place: number | null },
  outcome: FillOutcome,
  down: number,
): string {
  if (place !== null) return outcome.firstRow === 0 ? cell : `${cell}${outcome.firstRow + place}`
  return cell.replace(/^([A-Z]+)(\d+)$/u, (_, letters: string, row: string) => `${letters}${Number(row) + down}`)
}

/** Problems with the cells as the finished sheet names them. */
export function placedProblems(
  sheet: RawSheet,
  problems: readonly PlacedProblem[],
  outcome: FillOutcome,
  down: number,
): readonly FormProblem[] {
  return problems.map((problem) => ({
    sheet: sheet.name,
    cell: finishedCell(problem, outcome, down),
    text: problem.text,
  }))
}

/** Nothing stands there. */
export const isBlank = (cell: RawCell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** The cell's own name, 0-based. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** The rows (0-based) of a part below its head: below the last part of a sheet all there are. */
export function rowsBelow({ sheet, headerRows, lastRow }: FormPart): readonly [top: number, bottom: number] {
  const last = lastRow >= sheet.rows.length ? Number.MAX_SAFE_INTEGER : lastRow - 1
  return [headerRows[1], Math.max(headerRows[1], last)]
}

/** What a cell, or a column between two rows (0-based), accepts. */
export function choicesAt(sheet: RawSheet, column: number, top: number, bottom: number): readonly RawChoice[] {
  return (sheet.choices ?? []).filter(({ areas }) =>
    areas.some((area) => area.left <= column && column <= area.right && area.top <= bottom && area.bottom >= top),
  )
}

/** The value in the form's own words; a problem in its place where it has none for it. */
export function fitted(
  field: string,
  value: FillValue,
  choices: readonly RawChoice[],
  header = '',
): { readonly value: FillValue; readonly problem: string | null } {
  if (value === null) return { value, problem: null }
  const text = valueText(value)
  const options = choices.find((choice) => choice.options !== null)?.options ?? null
  if (options !== null) {
    const option = fitChoice(field, text, options)
    if (option === null)
      return {
        value: null,
        problem: `“${text}”不在下拉选项里（${options.slice(0, 6).join('、')}${options.length > 6 ? ' 等' : ''}），没有填`,
      }
    return { value: option === text ? value : { kind: 'text', text: option }, problem: null }
  }
  const coded = codeInHeader(field, text, header)
  if (coded !== null) return { value: { kind: 'text', text: coded }, problem: null }
  const limit = choices.find((choice) => choice.length !== null)?.length ?? null
  if (limit !== null && (text.length < limit.least || text.length > limit.most))
    return { value: null, problem: `“${text}”有 ${text.length} 个字，表格不收，没有填` }
  return { value, problem: null }
}
