import type { CellStyle, SheetModel, SheetRow } from '../report/sheet-model.ts'
import { blankRow, cell, rowOf, wideRow } from '../report/sheet-rows.ts'
import { TYPE_SIZES } from '../report/text-metrics.ts'

/* A title, a few sentences and one ruled table: the papers that go with a notice. */

export interface PlainColumn {
  readonly title: string
  /** Points of an A4 sheet; together the printable width. */
  readonly width: number
  readonly style: CellStyle
}

export interface PlainPaper {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly paragraphs: readonly string[]
  readonly columns: readonly PlainColumn[]
  /** A text alone is a heading across the table. */
  readonly rows: readonly (string | readonly string[])[]
  readonly closing: readonly string[]
  readonly footerNote: string
  readonly orientation: SheetModel['orientation']
}

const MARGINS: Readonly<Record<SheetModel['orientation'], SheetModel['margins']>> = {
  portrait: { top: 60, right: 42.5, bottom: 60, left: 42.5 },
  landscape: { top: 50, right: 48, bottom: 52, left: 48 },
}

/** Lays the paper out; the table's head is repeated on every page. */
export function plainSheet(paper: PlainPaper): SheetModel {
  const widths = paper.columns.map((column) => column.width)
  const head = [
    wideRow(paper.title, 'title', widths, true),
    wideRow(paper.subtitle, 'subtitle', widths, true),
    ...paper.paragraphs.map((text) => wideRow(text, 'paragraph', widths, true)),
    blankRow(6, widths.length, true),
  ]
  const header = rowOf(
    paper.columns.map((column, index) => cell(index, 1, column.title, 'tableHeader')),
    widths,
    true,
  )
  const body = paper.rows.map((row): SheetRow =>
    typeof row === 'string'
      ? wideRow(row, 'subheading', widths, true)
      : rowOf(
          paper.columns.map((column, index) => cell(index, 1, row[index] ?? '', column.style)),
          widths,
        ),
  )
  return {
    name: paper.name,
    paper: 'A4',
    orientation: paper.orientation,
    margins: MARGINS[paper.orientation],
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: head.length, last: head.length },
    rows: [...head, header, ...body, ...paper.closing.map((text) => wideRow(text, 'note', widths))],
    footerNote: paper.footerNote,
  }
}
