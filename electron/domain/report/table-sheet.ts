import type { CellStyle, SheetCell, SheetModel, SheetRow } from './sheet-model.ts'
import { blankRow, cell, rowOf, sum, wideRow } from './sheet-rows.ts'
import { TYPE_SIZES } from './text-metrics.ts'

/* A plain table on A4 with a title, a line under it, notes and a signature row: papers that stay in the office. */

export interface TableColumn {
  readonly title: string
  /** Share of the printable width. */
  readonly share: number
  readonly style?: CellStyle
}

export interface TableSheetInput {
  /** Tab name. */
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly orientation: SheetModel['orientation']
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Places of rows that stand above a group: their first text goes across, as far as nothing else is said. */
  readonly headings?: readonly number[]
  /** Said in place of rows where there are none. */
  readonly empty: string
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly signature: string
  readonly footerNote: string
}

const MARGINS = { top: 52, right: 44, bottom: 54, left: 44 }
const PRINTABLE = { portrait: 595.28 - 88, landscape: 841.89 - 88 }

/** Not yet divided into pages: see `paginate`. The header repeats on every page; the last row stays with the signature. */
export function tableSheet(input: TableSheetInput): SheetModel {
  const room = PRINTABLE[input.orientation]
  const shares = sum(input.columns.map((column) => column.share))
  const widths = input.columns.map((column) => (column.share / shares) * room)
  const head = [
    wideRow(input.title, 'title', widths, true),
    wideRow(input.subtitle, 'subtitle', widths, true),
    ...(input.before ?? []).map((text) => wideRow(text, 'paragraph', widths, true)),
    blankRow(6, widths.length, true),
  ]
  const header = rowOf(
    input.columns.map((column, place) => cell(place, 1, column.title, 'tableHeader')),
    widths,
    true,
  )
  const body = input.rows.length === 0 ? [wideRow(input.empty, 'tableCentered', widths, true)] : bodyRows(input, widths)
  return {
    name: input.name,
    paper: 'A4',
    orientation: input.orientation,
    margins: MARGINS,
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: head.length, last: head.length },
    rows: [
      ...head,
      header,
      ...body,
      blankRow(8, widths.length, true),
      ...(input.after ?? []).map((text) => wideRow(text, 'note', widths, true)),
      wideRow(input.signature, 'note', widths),
    ],
    footerNote: input.footerNote,
  }
}

function bodyRows({ columns, rows, headings = [] }: TableSheetInput, widths: readonly number[]): readonly SheetRow[] {
  const above = new Set(headings)
  return rows.map((texts, place) => {
    if (above.has(place)) return headingRow(texts, widths)
    return roomyRow(
      columns.map((column, at) => cell(at, 1, texts[at] ?? '', column.style ?? 'tableCentered')),
      widths,
      place === rows.length - 1,
    )
  })
}

/** Stays with the first row of its group. */
function headingRow(texts: readonly string[], widths: readonly number[]): SheetRow {
  const said = texts.findIndex((text, at) => at > 0 && text !== '')
  const across = said < 0 ? widths.length : said
  return roomyRow(
    [
      cell(0, across, texts[0] ?? '', 'tableHeader'),
      ...widths.slice(across).map((_, at) => cell(across + at, 1, texts[across + at] ?? '', 'tableHeader')),
    ],
    widths,
    true,
  )
}

/** Letters a program's stand-in font may make wider than they are taken for: long texts get a little more height. */
const ROOM = 0.92

/** A row of long texts, as high as they are in slightly narrower columns. */
export function roomyRow(cells: readonly SheetCell[], widths: readonly number[], keepWithNext = false): SheetRow {
  return rowOf(
    cells,
    widths.map((width) => width * ROOM),
    keepWithNext,
  )
}
