import { readStandingWord } from './category-words.ts'
import { namesIn } from './name-like.ts'
import { shownText, type RawCell, type RawSheet } from './raw-workbook.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { looksLikeUnit } from './unit-words.ts'

const HEADS_WITHIN = 8

/**
 * 部门 | 行政编制 | 事业编制 | 劳务派遣 with names in the cells: the same as a list with a row a person; null where it is no such table.
 * What the rows are no longer tells where they stood in the sheet.
 */
export function namesAcross(grid: SheetGrid): RawSheet | null {
  for (let row = 0; row < Math.min(grid.height, HEADS_WITHIN); row += 1) {
    const kinds = grid.filled(row).filter((column) => isStanding(grid.text(row, column)))
    const [left] = kinds
    if (left === undefined || kinds.length < 2) continue
    const units = grid.filled(row).filter((column) => column < left && holdsOffices(grid, row, column))
    const unit = units.at(-1)
    const below = Array.from({ length: grid.height - row - 1 }, (_, at) => row + 1 + at)
    const written = below.flatMap((at) => kinds.map((column) => shownText(grid.cell(at, column))))
    const told = written.filter((text) => text.trim() !== '' && !/^[\s\d/—-]+$/u.test(text))
    if (unit === undefined || told.length < 3 || !told.every((text) => namesIn(text).length > 0)) continue
    const people = below.flatMap((at) => {
      const office = grid.mergeAt(at, unit)
      const cell = grid.cell(office?.top ?? at, unit)
      return kinds.flatMap((column) =>
        namesIn(shownText(grid.cell(at, column))).map((name): readonly RawCell[] => [
          cell,
          name,
          grid.text(row, column),
        ]),
      )
    })
    const titles = grid.sheet.rows.slice(0, row)
    return {
      name: grid.sheet.name,
      hidden: grid.sheet.hidden,
      merges: [],
      rows: [...titles, ['单位', '姓名', '编制类型'], ...people],
    }
  }
  return null
}

const isStanding = (text: string) => ['quota', 'offQuota'].includes(readStandingWord(text)?.kind ?? '')

function holdsOffices(grid: SheetGrid, head: number, column: number): boolean {
  let offices = 0
  for (let row = head + 1; row < grid.height; row += 1) if (looksLikeUnit(grid.text(row, column))) offices += 1
  return offices >= 2
}
