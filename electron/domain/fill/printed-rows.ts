import { originOf, type SheetGrid } from '../table/sheet-grid.ts'
import type { FormBlock } from './form-block.ts'

/* What the superior has printed below the head of a table: the labels of its rows, and its notes. */

export interface PrintedRow {
  /** 0-based. */
  readonly row: number
  /** The row's labels from left to right; a label merged down or carried from above is one of them. */
  readonly labels: readonly string[]
}

/** The notes below a table, each as one text; a line that only goes on with one belongs to it. */
export function notesBelow(grid: SheetGrid, block: FormBlock, last: number): readonly string[] {
  const notes: string[] = []
  for (let row = block.last + 1; row < last; row += 1) {
    const [column, ...more] = grid.filled(row)
    const text = column === undefined || more.length > 0 ? '' : grid.text(row, column)
    if (text === '' || (notes.length === 0 && !/^(?:注|说明|备注|填表说明|填报说明)\s*[:：1１]/u.test(text))) continue
    notes.push(/[:：]/u.test(text) ? text : `注：${text}`)
  }
  return notes
}

/** A blank row of numbers that no label names. */
export const wholeRow = ({ last }: FormBlock): PrintedRow => ({ row: last + 1, labels: ['合计'] })

export const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|填表人|制表|审核|单位负责人|负责人|联系电话|填报日期|填表日期|★|※)/u

/** 合计 in a column left of the names: under 序号, or under the 编制 the rows above are grouped by. */
function totalBefore(grid: SheetGrid, row: number, column: number): string | null {
  const [first] = grid.filled(row)
  const text = first === undefined || first >= column ? '' : grid.text(row, first)
  return /^(?:合\s*计|总\s*计|小\s*计|共\s*计)$/u.test(text) ? text : null
}

/** The column that says of which 编制 a row of a unit is. */
export function typeColumn({ kind, columns }: FormBlock): number | null {
  const found = kind === 'units' ? columns.findIndex(({ field }) => field === 'category') : -1
  return found < 0 ? null : found
}

/** Rows below the header with a label, until the part ends or a note begins. */
export function printedRows(
  grid: SheetGrid,
  block: FormBlock,
  last: number,
  typed: number | null = null,
): readonly PrintedRow[] {
  const found: PrintedRow[] = []
  for (let row = block.last + 1; row < last; row += 1) {
    const first = grid.filled(row)[0]
    if (first !== undefined && NOTE.test(grid.text(row, first))) break
    if (isDashed(grid, row, block) || isNumbering(grid, row)) continue
    const labels = block.labelColumns.flatMap((column, index) => {
      const origin = originOf(grid, row, column)
      const text = grid.text(origin.row, origin.column)
      const sum = text === '' && block.kind !== 'people' ? totalBefore(grid, row, column) : null
      if (sum !== null) return [sum]
      // A unit's name stands once over a row for each of its 编制.
      if (text === '' && typed !== null && grid.text(row, typed) !== '' && found.length > 0)
        return [found.at(-1)?.labels[index] ?? '']
      if (text !== '') return origin.row <= block.last ? [] : [text]
      // A group's name stands once, at its first row; the innermost label is always the row's own.
      return index < block.labelColumns.length - 1 && found.length > 0 && grid.filled(row).length > 0
        ? [found.at(-1)?.labels[index] ?? '']
        : []
    })
    const plain = labels.filter((text, index) => text !== '' && text !== labels[index - 1])
    // 小计 merged over the number in front is a label of this row too.
    const ownLabel = [...block.labelColumns, ...(typed === null ? [] : [typed])].some((column) => {
      const origin = originOf(grid, row, column)
      return (
        origin.row === row &&
        (grid.text(row, origin.column) !== '' || (block.kind !== 'people' && totalBefore(grid, row, column) !== null))
      )
    })
    if (ownLabel && plain.length > 0) found.push({ row, labels: plain })
  }
  return found
}

/** 甲 1 2 3, (1) (2) (3): the columns counted through. */
function isNumbering(grid: SheetGrid, row: number): boolean {
  const texts = grid.filled(row).map((column) => grid.text(row, column).normalize('NFKC').replaceAll(/[()]/gu, ''))
  const numbers = texts.filter((text) => /^\d{1,2}$/u.test(text)).map(Number)
  return (
    numbers.length > 1 &&
    texts.every((text) => /^(?:\d{1,2}|[甲乙丙丁])$/u.test(text)) &&
    numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  )
}

/** 一、总量 — —: a heading within the table, for nothing is to be written beside it. */
function isDashed(grid: SheetGrid, row: number, { labelColumns }: FormBlock): boolean {
  const others = grid.filled(row).filter((column) => !labelColumns.includes(column))
  return others.length > 0 && others.every((column) => /^[—–－-]+$/u.test(grid.text(row, column)))
}
