import { pattern } from '../vocabulary/pattern.ts'
import { columnLetters, columnNumber } from '../domain/table/raw-workbook.ts'

/*
 * References inside formulas, moved as an office program moves them when rows are put in. Texts in quotation marks, names and functions stay.
 * Rows are 1-based.
 */

/** Rows `by` come in after row `last`; `first` is where the grown block begins. */
export interface RowGrowth {
  readonly sheet: string
  readonly first: number
  readonly last: number
  readonly by: number
}

/** A formula that cannot be moved without perhaps meaning something else. */
export class UnsafeFormula extends Error {}

const REFERENCE = new RegExp(
  pattern`
    "(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!':])((?:'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?
    |\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])
  `,
  'gu',
)
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/

/**
 * The formula after the growth. `own`: it stands on the sheet itself, so that references without a sheet name are meant;
 * elsewhere only those with the sheet's name are. A range that ends with the block grows with it.
 * @throws UnsafeFormula for a lone reference to the one row of a block of one, unless it is summed.
 */
export function growFormula(formula: string, growth: RowGrowth, own: boolean): string {
  return formula.replaceAll(
    REFERENCE,
    (whole, sheet: string | undefined, reference: string | undefined, at: number) => {
      if (reference === undefined || !(sheet === undefined ? own : sheetNameOf(sheet) === growth.sheet)) return whole
      const grown = growReference(reference, growth)
      if (grown !== null) return `${sheet ?? ''}${grown}`
      const summed = /SUM\($/i.test(formula.slice(0, at)) && formula[at + whole.length] === ')'
      if (!summed) throw new UnsafeFormula(reference)
      return `${sheet ?? ''}${reference}:${reference.replace(/\d+$/, String(growth.last + growth.by))}`
    },
  )
}

/** Null: a lone cell in a block of one row. */
function growReference(reference: string, growth: RowGrowth): string | null {
  const [from = '', to] = reference.split(':')
  if (to === undefined) {
    const row = rowOf(from)
    if (row === null) return reference
    if (growth.first === growth.last && row === growth.last) return null
    return withRow(from, row > growth.last ? row + growth.by : row)
  }
  const [start, end] = [rowOf(from), rowOf(to)]
  if (start === null || end === null) return reference
  const { top, bottom } = growRange(start, end, growth)
  return `${withRow(from, top)}:${withRow(to, bottom)}`
}

/** First and last row of a range after the growth: one that reaches the block's last row grows, one below it moves. */
export function growRange(
  start: number,
  end: number,
  { last, by }: Pick<RowGrowth, 'last' | 'by'>,
): { readonly top: number; readonly bottom: number } {
  return { top: start > last ? start + by : start, bottom: end >= last ? end + by : end }
}

/** A1, A1:B2 or a list of them with blanks between (`sqref`). */
export function growAreas(areas: string, growth: Pick<RowGrowth, 'last' | 'by'>): string {
  return areas
    .split(' ')
    .map((area) => {
      const [from = '', to = from] = area.split(':')
      const [start, end] = [rowOf(from), rowOf(to)]
      if (start === null || end === null) return area
      const { top, bottom } = growRange(start, end, growth)
      const [left, right] = [withRow(from, top), withRow(to, bottom)]
      return left === right ? left : `${left}:${right}`
    })
    .join(' ')
}

/** The formula as it reads when copied `rows` down and `columns` right: parts without $ move. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  return formula.replaceAll(REFERENCE, (whole, sheet: string | undefined, reference: string | undefined) =>
    reference === undefined
      ? whole
      : `${sheet ?? ''}${reference
          .split(':')
          .map((part) => copyPart(part, rows, columns))
          .join(':')}`,
  )
}

function copyPart(part: string, rows: number, columns: number): string {
  const cell = CELL.exec(part)
  if (cell !== null) {
    const [, fixedColumn = '', letters = '', fixedRow = '', row = ''] = cell
    return (
      `${fixedColumn}${fixedColumn === '' ? columnLetters(columnNumber(letters) + columns) : letters}` +
      `${fixedRow}${fixedRow === '' ? Number(row) + rows : row}`
    )
  }
  if (/^\d+$/.test(part)) return String(Number(part) + rows)
  return /^[A-Za-z]+$/.test(part) ? columnLetters(columnNumber(part) + columns) : part
}

function rowOf(reference: string): number | null {
  const digits = /\d+$/.exec(reference)
  return digits === null ? null : Number(digits[0])
}

function withRow(reference: string, row: number): string {
  return reference.replace(/\d+$/, String(row))
}

function sheetNameOf(prefix: string): string {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}
