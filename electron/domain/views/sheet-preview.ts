import type { SheetPageRows } from '../report/paginate.ts'
import { pageSize } from '../report/paper.ts'
import type { SheetModel } from '../report/sheet-model.ts'

/** Pages of a paginated sheet as the screen draws them: every page with its own rows from 0, repeated header rows included. */
export function previewOf(sheet: SheetModel, pages: readonly SheetPageRows[]) {
  const { width, height } = pageSize(sheet)
  return {
    paper: sheet.paper,
    orientation: sheet.orientation,
    pageWidth: width,
    pageHeight: height,
    margins: sheet.margins,
    columnWidths: [...sheet.columnWidths],
    fontSizes: sheet.fontSizes,
    footer: sheet.footerNote,
    pages: pages.map((page) => {
      const rows = page.rowIndexes.flatMap((index) => sheet.rows[index] ?? [])
      return {
        rowHeights: rows.map((row) => row.height),
        cells: rows.flatMap((row, place) =>
          row.cells.map(({ column, columnSpan, rowSpan, text, style, picture }) => ({
            row: place,
            column,
            rowSpan,
            columnSpan,
            text,
            style,
            ...(picture === undefined ? {} : { picture: { mediaType: picture.mediaType, base64: picture.base64 } }),
          })),
        ),
      }
    }),
  }
}
