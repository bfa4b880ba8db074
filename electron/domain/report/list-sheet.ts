import type { SheetModel } from './sheet-model.ts'
import { tableSheet } from './table-sheet.ts'

export interface SeenList {
  readonly title: string
  readonly note?: string | undefined
  /** Widths as on the screen: their ratio counts. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly number?: boolean | undefined }[]
  readonly rows: readonly (readonly string[])[]
  /** Places of the lines above groups. */
  readonly headings?: readonly number[] | undefined
}

/** Wider lists lie on their side. Screen pixels. */
const UPRIGHT = 760

/** A list as it is seen on a screen: its columns in their order and ratio, its lines as they are sorted and filtered. */
export function listSheet({ title, note, columns, rows, headings = [] }: SeenList): SheetModel {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return tableSheet({
    name: title.slice(0, 31).replaceAll(/[\\/?*[\]:]/g, ' '),
    title,
    subtitle:
      note === undefined || note === ''
        ? `共 ${rows.length - headings.length} 行`
        : `${note}　共 ${rows.length - headings.length} 行`,
    orientation: width > UPRIGHT ? 'landscape' : 'portrait',
    columns: columns.map((column) => ({
      title: column.title,
      share: column.width,
      ...(column.number === true ? { style: 'tableNumber' as const } : {}),
    })),
    rows: rows.map((row) => columns.map((_, place) => row[place] ?? '')),
    headings,
    empty: '没有符合条件的行。',
    signature: '',
    footerNote: title,
  })
}
