import { columnLetters } from '../table/raw-workbook.ts'
import type { SheetGrid } from '../table/sheet-grid.ts'
import { plainLabel } from './condition-words.ts'
import { readAxis } from './count-axis.ts'
import type { FormBlock } from './form-block.ts'
import type { NamedUnit } from './label-context.ts'
import type { TemplateColumn } from './template-column.ts'
import { isFigureHeader, unitFieldFor } from './unit-fields.ts'

/* Where a sheet counts: rows that name whom, columns that say what of them. */

/** Rows named in front, numbers behind: at least two columns and one row that are understood. */
export function countsBlock(
  grid: SheetGrid,
  base: Omit<FormBlock, 'columns' | 'labelColumns' | 'score'>,
  units: readonly NamedUnit[],
): FormBlock | null {
  const width = base.paths.findLastIndex((path) => path.length > 0) + 1
  const from = firstValueColumn(grid, base, width, units)
  if (from < 1) return wholeRow(grid, base, width, units)
  const labelColumns = Array.from({ length: from }, (_, column) => column).filter(
    (column) => !NO_LABEL.test(base.paths[column]?.at(-1) ?? ''),
  )
  if (labelColumns.length === 0) return wholeRow(grid, base, width, units)
  const asked = base.paths.slice(from, width)
  const title = titleOver(grid, base.first)
  const axis = readAxis(asked, { units, civilServiceApart: false, heading: '', rows: false, title })
  const columns = base.paths.slice(0, width).map((path, column): TemplateColumn => {
    const figure = column >= from && isFigureHeader(path) ? unitFieldFor(path) : null
    const counts = column >= from && axis.places[column - from] !== null
    return {
      column: columnLetters(column),
      header: path.join('/'),
      field: figure ?? (counts ? 'count' : null),
      format: null,
    }
  })
  const told = columns.filter(({ field }) => field !== null).length
  // A head merged over several columns is not all of their head: the row below tells them apart.
  const different = new Set(columns.flatMap(({ field, header }) => (field === null ? [] : [header]))).size
  const heading = base.paths[labelColumns.at(-1) ?? 0]?.at(-1) ?? ''
  let rows = 0
  for (let row = base.last + 1; row < grid.height && rows < ROWS_ALONE; row += 1) {
    const labels = labelColumns.map((column) => grid.text(row, column)).filter((text) => text !== '')
    if (labels.length === 0) continue
    const read = readAxis([labels], { units, civilServiceApart: false, heading, rows: true, title }).places[0]
    const blank = columns.some(({ field }, column) => field !== null && grid.text(row, column) === '')
    const understood =
      (read !== null && read !== undefined) || (told === 1 && isFigureHeader([plainLabel(labels.at(-1) ?? '')]))
    if (understood && blank) rows += 1
    if (row > base.last + 12) break
  }
  // A single column of numbers is one only where several rows say of what, or its own head does.
  const least = axis.places.some((place) => place !== null && place.conditions.length > 0) ? 2 : ROWS_ALONE
  return (told >= 2 ? rows > 0 && told * 2 >= columns.length - from : told === 1 && rows >= least)
    ? { ...base, columns, labelColumns, score: different }
    : null
}

/** Numbered or left blank, such a column names no row and counts nothing. */
const NO_LABEL = /^(?:序号|编号|行次|栏次|代码|指标代码|计量单位|备注)$/u

/** Fewer heads over one blank row are no table of numbers. */
const FEWEST_ALONE = 3

/** Heads over one blank row that no label names: all of them are of everybody the form is about. */
function wholeRow(
  grid: SheetGrid,
  base: Omit<FormBlock, 'columns' | 'labelColumns' | 'score'>,
  width: number,
  units: readonly NamedUnit[],
): FormBlock | null {
  const row = base.last + 1
  if (grid.filled(row).length > 0 || grid.filled(row + 1).length > 1) return null
  const paths = base.paths.slice(0, width)
  const title = titleOver(grid, base.first)
  const { places } = readAxis(paths, { units, civilServiceApart: false, heading: '', rows: false, title })
  const columns = paths.map((path, column): TemplateColumn => {
    const figure = isFigureHeader(path) ? unitFieldFor(path) : null
    const counts = places[column] !== null && places[column] !== undefined
    const field = figure ?? (counts ? 'count' : null)
    return { column: columnLetters(column), header: path.join('/'), field, format: null }
  })
  const told = columns.filter(({ field }) => field !== null).length
  const open = columns.filter(({ field, header }) => field === null && !ASIDE.test(header)).length
  return told >= FEWEST_ALONE && open === 0 ? { ...base, columns, labelColumns: [], score: told } : null
}

const ASIDE = /^$|(?:^|\/)(?:序号|备注|说明)$/u

/** What stands over a block, as one text: 到龄退休 says what bare years are. */
function titleOver(grid: SheetGrid, first: number): string {
  const texts = [grid.sheet.name]
  for (let row = Math.max(0, first - ROWS_OVER); row < first; row += 1) {
    const filled = grid.filled(row)
    if (filled.length <= 2) texts.push(...filled.map((column) => grid.text(row, column)))
  }
  return texts.join('/')
}

const ROWS_OVER = 4
const ROWS_ALONE = 3

/** The first column that counts: its head is a condition or a total, and nothing is written below it where a row begins. */
function firstValueColumn(
  grid: SheetGrid,
  { paths, first, last }: Pick<FormBlock, 'paths' | 'first' | 'last'>,
  width: number,
  units: readonly NamedUnit[],
): number {
  const title = titleOver(grid, first)
  for (let column = 0; column < width; column += 1) {
    const path = paths[column] ?? []
    if (path.length === 0 || NO_LABEL.test(path.at(-1) ?? '')) continue
    // A number may be one that counts the columns through; a year names its row.
    if (!/^\d{0,3}$/u.test(grid.text(last + 1, column))) continue
    if (column === 0) return 0
    const read = readAxis([path], { units, civilServiceApart: false, heading: '', rows: false, title }).places[0]
    if ((read !== null && read !== undefined) || isFigureHeader(path)) return column
  }
  return 0
}
