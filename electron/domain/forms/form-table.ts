import { cell, rowOf, sum } from '../report/sheet-rows.ts'
import type { CellStyle, CellValue, SheetCell, SheetRow } from '../report/sheet-model.ts'
import { heightOf } from '../report/text-metrics.ts'
import type { FormContent, FormPage } from './form.ts'
import { printableWidth } from './form-page.ts'

/* Tables of forms: headings of one or two rows, cells of text and number, totals that are sums. */

export interface FormColumn {
  readonly title: string
  /** Points at the usual type; the whole table is stretched or reduced to the paper. */
  readonly width: number
  readonly style?: CellStyle
  /** Its numbers name rows (序号): they are never added up. */
  readonly ordinal?: true
}

/** Columns under one heading: 行政编制数{编制数, 实有人数, 超配, 缺配}. */
export interface FormGroup {
  readonly title: string
  readonly columns: readonly FormColumn[]
}

export type FormHeading = FormColumn | FormGroup

/** A number stands as a number the sheet can reckon with; null is an empty cell. */
export type FormValue = string | number | null

export type FormLine =
  | { readonly kind: 'row'; readonly values: readonly FormValue[] }
  /** A heading across the table. */
  | { readonly kind: 'section'; readonly text: string }
  /** 总计: a real sum over every row above, in the columns where any of them has a number. `values` stand where there is none. */
  | { readonly kind: 'total'; readonly values: readonly FormValue[] }
  /** 小计, 合计 of people: words in one column, in another a number the sheet reckons itself. */
  | {
      readonly kind: 'count'
      readonly label: { readonly column: number; readonly text: string } | null
      readonly column: number
      readonly value: CellValue
    }

export function row(...values: readonly FormValue[]): FormLine {
  return { kind: 'row', values }
}

/** The table laid out for a page, with its notes. */
export function tableContent(
  page: FormPage,
  headings: readonly FormHeading[],
  lines: readonly FormLine[],
  notes: readonly string[] = [],
): FormContent {
  const columns = columnsOf(headings)
  const columnWidths = fitted(
    columns.map((column) => column.width),
    printableWidth(page),
  )
  return {
    columnWidths,
    header: headerRows(headings, columnWidths),
    body: bodyRows(columns, lines, columnWidths),
    notes,
  }
}

export function columnsOf(headings: readonly FormHeading[]): readonly FormColumn[] {
  return headings.flatMap((heading) => ('columns' in heading ? heading.columns : [heading]))
}

/** Widths that fill the room; wider than the room they stay, and the sheet is drawn smaller as a whole. */
function fitted(widths: readonly number[], room: number): readonly number[] {
  const factor = Math.max(1, room / sum(widths))
  return widths.map((width) => width * factor)
}

function headerRows(headings: readonly FormHeading[], widths: readonly number[]): readonly SheetRow[] {
  const grouped = headings.some((heading) => 'columns' in heading)
  const upper: SheetCell[] = []
  const lower: SheetCell[] = []
  let column = 0
  for (const heading of headings) {
    if ('columns' in heading) {
      upper.push(cell(column, heading.columns.length, heading.title, 'tableHeader'))
      heading.columns.forEach((own, place) => lower.push(cell(column + place, 1, own.title, 'tableHeader')))
      column += heading.columns.length
    } else {
      upper.push({ ...cell(column, 1, heading.title, 'tableHeader'), rowSpan: grouped ? 2 : 1 })
      column += 1
    }
  }
  if (!grouped) return [rowOf(upper, widths, true)]
  const top = rowOf(
    upper.filter((own) => own.rowSpan === 1),
    widths,
    true,
  )
  const bottom = rowOf(lower, widths, true)
  // A heading over both rows may need more room than they have together.
  const tallest = Math.max(
    ...upper.filter((own) => own.rowSpan === 2).map((own) => heightOf(own.text, widths[own.column] ?? 0, own.style)),
    0,
  )
  const missing = Math.max(0, tallest - top.height - bottom.height)
  return [
    { ...top, cells: upper },
    { ...bottom, height: bottom.height + missing },
  ]
}

/** Lines that close what stands above them. */
const CLOSING: ReadonlySet<FormLine['kind'] | undefined> = new Set<FormLine['kind'] | undefined>(['total', 'count'])

function bodyRows(
  columns: readonly FormColumn[],
  lines: readonly FormLine[],
  widths: readonly number[],
): readonly SheetRow[] {
  const sums = columns.map(() => ({ any: false, total: 0 }))
  return lines.map((line, place) => {
    if (line.kind === 'section') return rowOf([cell(0, columns.length, line.text, 'subheading')], widths, true)
    if (line.kind === 'total')
      return rowOf(
        columns.map((own, column) => totalCell(own, column, line.values[column] ?? null, sums[column], place)),
        widths,
      )
    if (line.kind === 'count')
      return rowOf(
        columns.map((own, column) => countCell(own, column, line)),
        widths,
        lines[place + 1]?.kind === 'count',
      )
    for (const [column, value] of line.values.entries()) addTo(sums[column], value)
    // The last row before the total stays with it.
    return rowOf(
      columns.map((own, column) => valueCell(own, column, line.values[column] ?? null)),
      widths,
      CLOSING.has(lines[place + 1]?.kind),
    )
  })
}

interface ColumnSum {
  any: boolean
  total: number
}

function addTo(column: ColumnSum | undefined, value: FormValue): void {
  if (column === undefined || typeof value !== 'number') return
  column.any = true
  column.total += value
}

function totalCell(
  own: FormColumn,
  column: number,
  given: FormValue,
  { any, total }: ColumnSum = { any: false, total: 0 },
  above: number,
): SheetCell {
  if (given !== null || !any || own.ordinal === true) return valueCell(own, column, given)
  return {
    ...cell(column, 1, String(total), 'tableNumber'),
    value: { number: total, formula: `SUM(R[-${above}]C[0]:R[-1]C[0])` },
  }
}

function countCell(own: FormColumn, column: number, line: Extract<FormLine, { readonly kind: 'count' }>): SheetCell {
  if (column === line.column) return { ...cell(column, 1, String(line.value.number), 'tableNumber'), value: line.value }
  return valueCell(own, column, line.label?.column === column ? line.label.text : null)
}

function valueCell(own: FormColumn, column: number, value: FormValue): SheetCell {
  if (typeof value === 'number') return { ...cell(column, 1, String(value), 'tableNumber'), value: { number: value } }
  return cell(column, 1, value ?? '', own.style ?? 'tableCentered')
}
