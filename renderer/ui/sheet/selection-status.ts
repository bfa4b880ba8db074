import { cellsIn } from './cell-moves.ts'
import type { SheetModel } from './sheet-model.ts'
import type { SheetColumn } from './sheet-shape.ts'
import { summaryOf } from './sheet-view.ts'

/** More selected cells than this are counted, not summed: the status line is read, not waited for. */
const SUMMED = 200_000

/** What is selected, counted; with several cells also summed where they are numbers. */
export function statusOf<T>(model: SheetModel<T>, columns: readonly SheetColumn<T>[]): string {
  const area = model.selected
  const cells = cellsIn(area)
  if (cells <= 1 || model.lines.length === 0) return ''
  const size = `选中 ${area.bottom - area.top + 1} 行 × ${area.right - area.left + 1} 列`
  if (cells > SUMMED) return size
  const block = model.block(area).filter((_, row) => model.row(area.top + row) !== undefined)
  const numbers = block.flatMap((line) =>
    line.flatMap((text, place) => {
      const value = Number(text)
      return columns[area.left + place]?.number === true && text !== '' && Number.isFinite(value) ? [value] : []
    }),
  )
  return `${size}，${summaryOf(block.flat(), numbers)}`
}
