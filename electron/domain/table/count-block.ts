import { isIdText } from './column-profile.ts'
import { readCountText } from './count-text.ts'
import { looksLikeName } from './name-like.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'

/* 人员统计 below a list: 类别 | 人数, or 行政编制 | 事业编制 over 6 | 7. Its words stand in the list's columns and are nobody. */

const COUNTED =
  /^(?:人数|数量|实有|实有数|实有人数|现有人数|在岗人数|占比|比例|百分比|小计|合计|总数|总人数)(?:[（(][人名%][）)])?$/u
const GROUPED =
  /^(?:类别|类型|项目|分类|指标|内容|统计项目?|编制类型|编制类别|编制性质|人员类别|身份|性别|学历|政治面貌|民族|年龄段?|年龄结构|单位|机构|部门)$/u

/** The rows of a block of counts that begins at a row; 0 where none does. */
export function countBlockAt(grid: SheetGrid, side: Side, row: number, end: number): number {
  const textsOf = (at: number) =>
    grid
      .filled(at)
      .filter((column) => column >= side.left && column <= side.right)
      .map((column) => grid.text(at, column))
  // A number or a long text in front: a person's row, as nearly all are.
  const begins = grid.filled(row).find((column) => column >= side.left)
  if (begins === undefined || /^\d|.{11}/u.test(grid.text(row, begins))) return 0
  const head = textsOf(row)
  const [title] = head
  // 人员统计 over the block is its title.
  if (head.length === 1 && title !== undefined && !looksLikeName(title) && row + 1 < end) {
    const below = countBlockAt(grid, side, row + 1, end)
    return below === 0 ? 0 : below + 1
  }
  if (head.length < 2 || head.some((text) => isIdText(text) || readCountText(text) !== null || text.length > 10))
    return 0
  const next = row + 1 < end ? textsOf(row + 1) : []
  const down = head.slice(1).some((text) => COUNTED.test(text)) && GROUPED.test(head[0] ?? '')
  const across =
    next.length >= 2 &&
    next.length >= head.length - 1 &&
    next.every(isCount) &&
    !head.some((text) => looksLikeName(text))
  if (!down && !across) return 0
  let last = row
  while (last + 1 < end) {
    const texts = textsOf(last + 1)
    const counts = texts.filter(isCount)
    if (texts.length === 0 || counts.length === 0 || counts.length < texts.length - 1) break
    last += 1
  }
  return last === row ? 0 : last - row + 1
}

const isCount = (text: string): boolean => readCountText(text) !== null || /^\d{1,3}(?:\.\d+)?%$/u.test(text)
