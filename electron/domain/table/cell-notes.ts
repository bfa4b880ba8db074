import { columnLetters, shownText } from './raw-workbook.ts'
import type { SheetReading } from './sheet-reading.ts'

/** A comment on a cell of somebody's row is part of the remark, in place: 批注 on a name says as much as 备注 does. */
export function addCellNotes({ source: { notes = [] }, people, turned, cards }: SheetReading): void {
  // Where everybody has a column or a card the rows are not the sheet's own.
  if (notes.length === 0 || turned || cards) return
  const byRow = Map.groupBy(notes, ({ row }) => row)
  for (const { row, values } of people)
    for (const { column, text } of byRow.get(row) ?? []) {
      const remark = values.get('remark')
      const before = remark === undefined ? '' : shownText(remark.cell).trim()
      if (before.includes(text)) continue
      const letters = columnLetters(column)
      values.set('remark', {
        cell: before === '' ? text : `${before}；${text}`,
        letters: remark?.letters ?? letters,
        header: remark?.header ?? '批注',
        from: `${letters}${row + 1} 的批注写着“${text}”`,
      })
    }
}
