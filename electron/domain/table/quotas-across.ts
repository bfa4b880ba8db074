import { readStandingWord } from './category-words.ts'
import type { RawSheet } from './raw-workbook.ts'
import { transposed, type SheetGrid } from './sheet-grid.ts'
import { looksLikeUnit } from './unit-words.ts'

const HEAD = /^(?:编制|人员编制|核定编制)?(?:类型|性质|类别|种类|名称|大类|小类|分类|项目)$|^编制$/u
const SUM = /^(?:小计|合计|总计|计)$/u

/**
 * 编制类型 | 党政办公室 | 财政所 over rows of 行政编制 and 事业编制: the same table with rows for columns; null where there is none. The heads of
 * its rows may stand in two columns, 机关 over 行政编制 and 工勤编制.
 */
export function quotasAcross(grid: SheetGrid): RawSheet | null {
  for (let row = 0; row < Math.min(grid.height, 8); row += 1) {
    const filled = grid.filled(row)
    const [first] = filled
    if (first === undefined || !HEAD.test(grid.text(row, first))) continue
    const units = filled.filter((column) => column > first && !HEAD.test(grid.text(row, column)))
    const [left] = units
    if (left === undefined || units.filter((column) => looksLikeUnit(grid.text(row, column))).length < 2) continue
    // The column next to the offices says what is counted; those before it are what it belongs to.
    const inner = left - 1
    const heads = headsOf(grid, row, first, inner)
    if (heads.filter((text) => readStandingWord(text)?.kind === 'quota').length < 2) continue
    const rows = grid.sheet.rows.flatMap((cells, at) => {
      if (at < row) return [[]]
      if (at > row && inner > first && SUM.test(heads[at - row - 1] ?? '')) return []
      const head = at === row ? '机构名称' : (heads[at - row - 1] ?? '')
      return [
        cells.flatMap((cell, column) => (column >= first && column < inner ? [] : [column === inner ? head : cell])),
      ]
    })
    return transposed({ ...grid.sheet, rows, merges: [] })
  }
  return null
}

/** What each row below the head counts: its innermost word, with the one over it where it says nothing alone. */
function headsOf(grid: SheetGrid, row: number, first: number, inner: number): readonly string[] {
  let outer = ''
  return Array.from({ length: grid.height - row - 1 }, (_, offset) => {
    const [own, over] = [grid.text(row + 1 + offset, inner), inner > first ? grid.text(row + 1 + offset, first) : '']
    if (over !== '') outer = over
    if (inner === first) return own
    if (own === '') return over
    return SUM.test(own) || readStandingWord(own) !== null || readStandingWord(`${outer}${own}`) === null
      ? own
      : `${outer}${own}`
  })
}
