import { isIdText } from './column-profile.ts'
import { readCountText } from './count-text.ts'
import { findHeaders, type TableHeader } from './find-tables.ts'
import { looksLikeName } from './name-like.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'

/*
 * A small table of counts or of offices beside the people, apart by an empty column: it shares their rows and nothing else, and would
 * spoil the header if it were read with them.
 */

export interface Bands {
  /** The sheet without what stands beside the people. */
  readonly main: SheetGrid
  /** Tables of offices beside them, with their headers. */
  readonly quotas: readonly { readonly grid: SheetGrid; readonly headers: readonly TableHeader[] }[]
}

/** Takes apart what stands beside the people; null where nothing does. */
export function splitBands(grid: SheetGrid): Bands | null {
  const bands = columnBands(grid)
  if (bands.length < 2) return null
  const read = bands.map((band) => {
    const own = within(grid, [band])
    return { band, grid: own, headers: findHeaders(own) }
  })
  const people = read.filter(({ headers }) => headers.some(({ purpose }) => purpose === 'roster'))
  const [first] = people
  if (first === undefined) return null
  const beside = read.filter(
    (one) =>
      !people.includes(one) &&
      !goesWith(one.grid, one.band, first.grid, first.headers) &&
      !holdsPeople(one.grid, one.band),
  )
  if (beside.length === 0) return null
  return {
    main: within(
      grid,
      read.filter((one) => !beside.includes(one)).map(({ band }) => band),
    ),
    quotas: beside.filter(({ headers }) => headers.length > 0),
  }
}

/** Runs of columns with something in them. */
function columnBands(grid: SheetGrid): readonly Side[] {
  const used = Array.from({ length: grid.width }, () => false)
  for (let row = 0; row < grid.height; row += 1) for (const column of grid.filled(row)) used[column] = true
  const bands: Side[] = []
  for (const [column, holds] of used.entries()) {
    if (!holds) continue
    const last = bands.at(-1)
    if (last !== undefined && last.right === column - 1) bands[bands.length - 1] = { left: last.left, right: column }
    else bands.push({ left: column, right: column })
  }
  return bands
}

/** Its columns have heads beside the people's heads, and something beside most of the people. */
function goesWith(own: SheetGrid, band: Side, people: SheetGrid, headers: readonly TableHeader[]): boolean {
  const [header] = headers
  if (header === undefined) return true
  const columns = Array.from({ length: band.right - band.left + 1 }, (_, offset) => band.left + offset)
  for (const column of columns) {
    const heads = rowsOf(header.first, header.last)
      .map((row) => own.text(row, column))
      .filter((text) => text !== '')
    if (heads.length === 0 || heads.some((text) => readCountText(text) !== null)) return false
  }
  const rows = rowsOf(header.last + 1, Math.min(people.height - 1, header.last + 200)).filter(
    (row) => people.filled(row).length > 1,
  )
  // An empty 备注 behind a blank column is the people's all the same.
  const filled = rows.filter((row) => own.filled(row).length > 0).length
  const elsewhere = rowsOf(0, header.first - 1).some((row) => own.filled(row).length > 0)
  return filled === 0 ? !elsewhere : filled * 2 > rows.length && !isCounts(own, columns, rows)
}

const rowsOf = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset)

/** 男 3, 女 5: words and counts and nothing else. */
function isCounts(own: SheetGrid, columns: readonly number[], rows: readonly number[]): boolean {
  const last = columns.at(-1)
  if (columns.length !== 2 || last === undefined) return false
  const texts = rows.map((row) => own.text(row, last)).filter((text) => text !== '')
  return texts.length > 0 && texts.length < rows.length && texts.every((text) => readCountText(text) !== null)
}

function holdsPeople(own: SheetGrid, band: Side): boolean {
  for (let column = band.left; column <= band.right; column += 1) {
    const texts = rowsOf(0, own.height - 1)
      .map((row) => own.text(row, column))
      .filter((text) => text !== '')
    const names = texts.filter((text) => looksLikeName(text)).length
    if (texts.some((text) => text.length >= 15 && isIdText(text)) || (names >= 2 && names * 2 >= texts.length))
      return true
  }
  return false
}

/** The grid with only these columns in it. */
function within(grid: SheetGrid, bands: readonly Side[]): SheetGrid {
  const holds = (column: number) => bands.some(({ left, right }) => column >= left && column <= right)
  const filled = new Map<number, readonly number[]>()
  return {
    ...grid,
    cell: (row, column) => (holds(column) ? grid.cell(row, column) : null),
    text: (row, column) => (holds(column) ? grid.text(row, column) : ''),
    filled: (row) => {
      const known = filled.get(row)
      if (known !== undefined) return known
      const own = grid.filled(row).filter(holds)
      filled.set(row, own)
      return own
    },
  }
}
