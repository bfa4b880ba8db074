import type { Packed, PackedWorkbook } from '../../domain/table/packed-workbook.ts'
import type { RawCell, RawSheet, RawWorkbook } from '../../domain/table/raw-workbook.ts'

/** A workbook as it was before its child packed it. @throws SyntaxError where the JSON is none, RangeError where the numbers do not fit it */
export function unpackWorkbook({ json, cells }: PackedWorkbook): RawWorkbook {
  // Our own child wrote it.
  const { workbook, sheets, table } = JSON.parse(json) as Packed
  let at = 0
  const next = (): number => {
    const number = cells[at]
    if (number === undefined) throw new RangeError('the packed workbook ends early')
    at += 1
    return number
  }
  const cellAt = (number: number): RawCell => {
    if (number === 0) return null
    const cell = table[number - 1]
    if (cell === undefined) throw new RangeError('the packed workbook has no such cell')
    return cell
  }
  const unpacked = sheets.map(({ height, ...sheet }): RawSheet => {
    const rows: RawCell[][] = []
    for (let row = 0; row < height; row += 1) {
      const width = next()
      if (width > cells.length - at) throw new RangeError('the packed workbook ends early')
      const own: RawCell[] = []
      for (let column = 0; column < width; column += 1) own.push(cellAt(next()))
      rows.push(own)
    }
    return { ...sheet, rows }
  })
  return { ...workbook, sheets: unpacked }
}
