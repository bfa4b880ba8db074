import { readCountText } from './count-text.ts'
import type { TableHeader } from './find-tables.ts'
import { headerMatcher } from './header-match.ts'
import { quotaColumnOf } from './quota-columns.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'

/** A header of people, and the table of offices that stands beside it; null: none does. */
export interface BesideQuotas {
  readonly roster: Side
  readonly quotas: Side
}

const LOOKED_BELOW = 60

/**
 * Finds a table of offices beside a list of people on the same rows: it has its own column of offices and counts, and names nobody, while
 * the people have an office of their own.
 */
export function findQuotasBeside(header: TableHeader, grid: SheetGrid): BesideQuotas | null {
  if (header.purpose !== 'roster') return null
  const people = headerMatcher('roster')
  const offices = headerMatcher('quotas')
  const { paths } = header
  const width = paths.length
  const whose = (side: Side) => {
    const columns = Array.from({ length: side.right - side.left + 1 }, (_, offset) => side.left + offset)
    const some = (test: (path: readonly string[], column: number) => boolean) =>
      columns.some((column) => (paths[column] ?? []).length > 0 && test(paths[column] ?? [], column))
    return {
      named: some((path) => ['name', 'idNumber'].includes(people(path)?.field ?? '')),
      placed: some((path) => ['unit', 'unitPost', 'outerUnit'].includes(people(path)?.field ?? '')),
      office: some((path) => offices(path)?.field === 'unit'),
      counted: some(
        (path, column) =>
          (offices(path)?.field === 'amount' || quotaColumnOf(path)?.kind === 'quota') && counts(grid, header, column),
      ),
    }
  }
  for (let start = 1; start < width; start += 1) {
    if ((paths[start] ?? []).length === 0) continue
    const [left, right] = [
      { left: 0, right: start - 1 },
      { left: start, right: width - 1 },
    ]
    const begins = ['unit', 'sequence'].includes(offices(paths[start] ?? [])?.field ?? '')
    if (!begins && (paths[start - 1] ?? []).length > 0) continue
    const [one, other] = [whose(left), whose(right)]
    if (one.named && one.placed && !other.named && other.office && other.counted) return { roster: left, quotas: right }
    if (other.named && other.placed && !one.named && one.office && one.counted) return { roster: right, quotas: left }
  }
  return null
}

/** Numbers stand below the header, and nothing else. */
function counts(grid: SheetGrid, header: TableHeader, column: number): boolean {
  let found = 0
  for (let row = header.last + 1; row < Math.min(grid.height, header.last + 1 + LOOKED_BELOW); row += 1) {
    const text = grid.text(row, column)
    if (text === '' || /^[/\\—－-]+$/u.test(text)) continue
    if (readCountText(text) === null) return false
    found += 1
  }
  return found > 0
}

/** The header without the columns outside of a side. */
export function withinSide(header: TableHeader, side: Side): TableHeader {
  return {
    ...header,
    paths: header.paths.map((path, column) => (column >= side.left && column <= side.right ? path : [])),
  }
}
