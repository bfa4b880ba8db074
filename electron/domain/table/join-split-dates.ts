import { compact } from './sheet-grid.ts'
import { shownText, type RawCell, type RawSheet } from './raw-workbook.ts'

/* 出生年月 over 年 and 月 in columns of their own, or 出生年 | 出生月 | 出生日: the cells below are one date. */

const PARTS = ['年', '月', '日'] as const

/** Fewest shares of the rows below that must be dates in parts: an odd cell leaves the rest what they are. */
const MOST = 0.8

interface Split {
  readonly row: number
  readonly column: number
  /** Two or three columns. */
  readonly width: number
  /** What stands before 年 in the head itself; '' where the head is the cell above. */
  readonly stem: string
}

/**
 * The sheet with such dates whole in the first of their columns, as 1985-06 or 1985-06-16, and one head over that; itself where it has none. The
 * other columns keep their cells and lose their heads: a blank column would part the sheet in two.
 */
export function joinSplitDates(sheet: RawSheet): RawSheet {
  const heads = sheet.rows.flatMap((row, at) => (row.some(endsInYear) ? headsOf(row, at, sheet.rows[at - 1]) : []))
  const splits = heads.filter((head) => holdsDates(sheet, head, heads))
  if (splits.length === 0) return sheet
  const rows = sheet.rows.map((row): RawCell[] => [...row])
  const all = heads.filter((head) => splits.some(({ column, width }) => column === head.column && width === head.width))
  for (const { row, column, width, stem } of all) {
    const own = rows[row]
    // Overleaf the same heads come again.
    const end = endOf(heads, row) ?? rows.length
    if (own !== undefined) {
      own[column] = stem === '' ? null : `${stem}${PARTS.slice(0, width).join('')}`
      own.fill(null, column + 1, column + width)
    }
    for (let below = row + 1; below < end; below += 1) {
      const cells = rows[below]
      const date = cells === undefined ? null : dateIn(cells, column, width)
      if (cells !== undefined && date !== null) cells[column] = date
    }
  }
  const merges = sheet.merges.map((merge) =>
    all.some(
      ({ row, column, width }) =>
        merge.bottom < row && merge.left === column && merge.right === column + width - 1 && row - merge.bottom === 1,
    )
      ? { ...merge, right: merge.left }
      : merge,
  )
  return { ...sheet, rows, merges }
}

/** Where the next table has such heads, in whichever columns; right below there may be more of the same one. */
function endOf(heads: readonly Split[], row: number): number | undefined {
  return heads.find((head) => head.row > row + 1)?.row
}

/** A cheap look: few cells of a sheet do. */
function endsInYear(cell: RawCell): boolean {
  return typeof cell === 'string' && cell.length <= LONGEST_HEAD && cell.includes('年') && /年(?:份)?\s*$/u.test(cell)
}
const LONGEST_HEAD = 12

function headsOf(row: readonly RawCell[], at: number, above: readonly RawCell[] | undefined): readonly Split[] {
  const texts = row.map((cell) => compact(shownText(cell)))
  return texts.flatMap((text, column): Split[] => {
    const stem = /^(?<stem>\p{sc=Han}*)年(?:份)?$/u.exec(text)?.groups?.['stem']
    if (stem === undefined) return []
    const isPart = (part: string, offset: number) => {
      const own = texts[column + offset] ?? ''
      return own === `${stem}${part}` || own === `${stem}${part}份`
    }
    // 年 and 月 alone are of what stands above them.
    if (!isPart('月', 1) || (stem === '' && shownText(above?.[column]).trim() === '')) return []
    return [{ row: at, column, width: isPart('日', 2) ? 3 : 2, stem }]
  })
}

/** A year and a month, and a day where the head has one or it is left blank. */
function dateIn(row: readonly RawCell[], column: number, width: number): string | null {
  const [year = '', month = '', day = ''] = Array.from({ length: width }, (_, place) =>
    compact(shownText(row[column + place]))
      .normalize('NFKC')
      .replace(/[年月日号]$/u, ''),
  )
  if (!/^(?:(?:19|20)\d{2}|\d{2})$/u.test(year) || !/^(?:0?[1-9]|1[0-2])$/u.test(month)) return null
  if (day !== '' && !/^(?:0?[1-9]|[12]\d|3[01])$/u.test(day)) return null
  return [year, month.padStart(2, '0'), ...(day === '' ? [] : [day.padStart(2, '0')])].join('-')
}

function holdsDates({ rows }: RawSheet, { row, column, width }: Split, heads: readonly Split[]): boolean {
  const end = endOf(heads, row) ?? rows.length
  let [filled, dates] = [0, 0]
  for (let below = row + 1; below < end; below += 1) {
    const cells = rows[below] ?? []
    const [year = '', month = ''] = [column, column + 1].map((at) => compact(shownText(cells[at])).normalize('NFKC'))
    // Headings, 小计 | 4人, and 6 | 7 where the columns are numbered.
    if (month === '' || !/^\d{1,4}年?$/u.test(year) || Number(month) === Number(year) + 1) continue
    filled += 1
    if (dateIn(cells, column, width) !== null) dates += 1
  }
  return dates > 0 && dates >= filled * MOST
}
