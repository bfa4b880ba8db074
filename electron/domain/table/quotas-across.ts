import { readStandingWord } from './category-words.ts'
import type { RawSheet } from './raw-workbook.ts'
import { transposed, type SheetGrid } from './sheet-grid.ts'
import { looksLikeUnit } from './unit-words.ts'

/** 编制类型 | 党政办公室 | 财政所 over rows of 行政编制 and 事业编制: the same table with rows for columns; null where there is none. */
export function quotasAcross(grid: SheetGrid): RawSheet | null {
  for (let row = 0; row < Math.min(grid.height, 8); row += 1) {
    const [first, ...units] = grid.filled(row)
    if (first === undefined || units.length < 2 || !/^编制(?:类型|性质|类别|种类|名称)$/u.test(grid.text(row, first)))
      continue
    const below = Array.from({ length: grid.height - row - 1 }, (_, offset) => grid.text(row + 1 + offset, first))
    if (units.filter((column) => looksLikeUnit(grid.text(row, column))).length < 2) continue
    if (below.filter((text) => readStandingWord(text)?.kind === 'quota').length < 2) continue
    const rows = grid.sheet.rows.map((cells, at) =>
      at < row ? [] : at === row ? cells.map((cell, column) => (column === first ? '机构名称' : cell)) : cells,
    )
    return transposed({ ...grid.sheet, rows, merges: [] })
  }
  return null
}
