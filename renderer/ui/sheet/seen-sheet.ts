import type { SheetModel } from './sheet-model.ts'
import type { SheetColumn } from './sheet-shape.ts'
import { GroupLine } from './sheet-view.ts'

/** What is seen: heads and lines, in their order, as texts. */
export interface SeenSheet {
  readonly columns: readonly { readonly title: string; readonly width: number; readonly number: boolean }[]
  readonly rows: readonly (readonly string[])[]
  /** Places of the lines above groups. */
  readonly headings: readonly number[]
  /** Keys of columns and rows, lines above groups left out. */
  readonly columnKeys: readonly string[]
  readonly rowKeys: readonly string[]
  /** Keys of the rows that are selected. */
  readonly selectedKeys: readonly string[]
}

/** What the model shows in these columns. */
export function seenOf<T>(model: SheetModel<T>, columns: readonly SheetColumn<T>[]): SeenSheet {
  const { shown, selected } = model
  return {
    columns: columns.map(({ title, width, number }) => ({ title, width, number: number === true })),
    rows: model.lines.map((_, row) => columns.map((__, column) => model.seen(row, column))),
    columnKeys: columns.map(({ key }) => key),
    selectedKeys: model.lines.flatMap((_, row) =>
      row < selected.top || row > selected.bottom || !shown.isRow(row) ? [] : [shown.rowKey(row)],
    ),
    rowKeys: model.lines.map((_, row) => shown.rowKey(row)).filter((key) => key !== ''),
    headings: model.lines.flatMap((line, row) => (line instanceof GroupLine ? [row] : [])),
  }
}
