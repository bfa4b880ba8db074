/*
 * A printed sheet as the domain says it: rows, texts, merged areas and named styles, in points (1/72 inch).
 * `excel/` draws it as .xlsx, the screen draws it as pages; both from this, so paper and preview agree.
 */

/** What a cell is on the page; fonts and borders belong to whoever draws it. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'paragraph'
  | 'heading'
  | 'subheading'
  | 'body'
  | 'tableHeader'
  | 'tableText'
  | 'tableCentered'
  | 'tableNumber'
  | 'note'
  | 'signature'
  /** A heading of a text, no border. */
  | 'section'
  /** A ruled place for opinion, seal and date: the text stands in its lower right corner. */
  | 'tableSeal'
  /** A ruled place for a text of many lines: it begins at the top. */
  | 'tableLines'

/** A cell the sheet reckons with. */
export interface CellValue {
  /** The number; of a formula, its result, kept in the file for programs that do not recalculate. */
  readonly number: number
  /** Relative to the cell itself, rows and columns apart: `SUM(R[-3]C[0]:R[-1]C[0])`. So it stays true wherever the cell comes to stand. */
  readonly formula?: string
}

/** A picture as large as its cell lets it be, in its own proportions. */
export interface SheetPicture {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif'
  readonly base64: string
  /** Its own pixels. */
  readonly width: number
  readonly height: number
}

export interface SheetCell {
  /** 0-based. */
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** What the page shows; of a number, the number. */
  readonly text: string
  readonly style: CellStyle
  /** Without it the cell is text, whatever it looks like: `=1+1` stays four letters. */
  readonly value?: CellValue
  /** What a cell of several rows says on the next page when the page turns inside it; without it, `text` again. */
  readonly continued?: string
  /** Lies over the cell. */
  readonly picture?: SheetPicture
}

export interface SheetRow {
  readonly height: number
  readonly cells: readonly SheetCell[]
  /** The page turns before this row. Set by `paginate`. */
  readonly breakBefore?: boolean
  /** Never let the page turn between this row and the next. */
  readonly keepWithNext?: boolean
  /** The page turns before this row whatever room is left. */
  readonly startsPage?: boolean
}

export interface SheetModel {
  /** Tab name. */
  readonly name: string
  readonly paper: 'A4' | 'A3'
  readonly orientation: 'portrait' | 'landscape'
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Sum = printable width, so that "fit to one page wide" prints at 100 %. */
  readonly columnWidths: readonly number[]
  /** Type size of every style, in points; row heights are computed from them. */
  readonly fontSizes: Readonly<Record<CellStyle, number>>
  /** 0-based index of the rows repeated on every page, inclusive; null: none. */
  readonly repeatRows: { readonly first: number; readonly last: number } | null
  readonly rows: readonly SheetRow[]
  /** Small text under the centred 第{page}页 共{pages}页 of every page, e.g. number and hash. */
  readonly footerNote: string
}
