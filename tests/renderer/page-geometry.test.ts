import { describe, expect, it } from 'vitest'
import { cellBox, gridLines, zoomToFit } from '../../renderer/parts/page-geometry.ts'
import { bookFileName, joinPath } from '../../renderer/features/start/book-path.ts'

describe('a page in points', () => {
  const columns = gridLines([100, 50, 50])
  const rows = gridLines([20, 30])
  const margins = { top: 10, right: 5, bottom: 10, left: 5 }

  it('puts a merged cell over exactly the grid it spans', () => {
    expect(
      cellBox({ row: 0, column: 1, rowSpan: 2, columnSpan: 2, text: '', style: 'body' }, columns, rows, margins),
    ).toEqual({ left: 105, top: 10, width: 100, height: 50 })
  })

  it('never runs over the page where a span is longer than the grid', () => {
    expect(
      cellBox({ row: 1, column: 2, rowSpan: 9, columnSpan: 9, text: '', style: 'body' }, columns, rows, margins),
    ).toEqual({ left: 155, top: 30, width: 50, height: 30 })
  })

  it('fits a page to the room and never shows it larger than life', () => {
    expect(zoomToFit(600, 400)).toBeCloseTo(0.5)
    expect(zoomToFit(600, 4000)).toBe(1)
  })
})

describe('where a new book will lie', () => {
  it('leaves out what a file system refuses', () => {
    expect(bookFileName(' 山溪乡/甲:乙? ')).toBe('山溪乡甲乙.dingbian')
    expect(bookFileName(' /// ')).toBe('')
  })

  it('joins with the separator of the folder', () => {
    expect(joinPath('C:\\定编', '甲.dingbian')).toBe('C:\\定编\\甲.dingbian')
    expect(joinPath('/定编/', '甲.dingbian')).toBe('/定编/甲.dingbian')
  })
})
