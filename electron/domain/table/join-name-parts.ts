import { couldBeName } from './name-like.ts'
import { shownText, type RawCell, type RawSheet } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'

/* 姓 | 名 in columns of their own: the two cells below are one name. */

/** Fewest shares of the rows below that must be names in parts. */
const MOST = 0.8

/** The sheet with such names whole in the first of the two columns, under 姓名; itself where it has none. The other column keeps its cells. */
export function joinNameParts(sheet: RawSheet): RawSheet {
  const heads = sheet.rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      isHead(cell, /^姓氏?$/u) && isHead(row[column + 1], /^名字?$/u) ? [{ at, column }] : [],
    ),
  )
  const joined = heads.filter(({ at, column }) => holdsNames(sheet.rows.slice(at + 1), column))
  if (joined.length === 0) return sheet
  const rows = sheet.rows.map((row): RawCell[] => [...row])
  for (const { at, column } of joined) {
    const own = rows[at]
    if (own !== undefined) own[column] = '姓名'
    own?.fill(null, column + 1, column + 2)
    for (const row of rows.slice(at + 1)) {
      const whole = nameIn(row, column)
      if (whole !== null) row[column] = whole
      if (whole !== null) row[column + 1] = null
    }
  }
  return { ...sheet, rows }
}

/** A cheap look: few cells of a sheet are so short. */
function isHead(cell: RawCell | undefined, words: RegExp): boolean {
  return typeof cell === 'string' && cell.length <= 8 && words.test(compact(cell))
}

function nameIn(row: readonly RawCell[], column: number): string | null {
  const [family, given] = [column, column + 1].map((at) => compact(shownText(row[at])))
  if (!/^\p{sc=Han}{1,2}$/u.test(family ?? '') || !/^\p{sc=Han}{1,3}$/u.test(given ?? '')) return null
  return couldBeName(`${family ?? ''}${given ?? ''}`) ? `${family ?? ''}${given ?? ''}` : null
}

function holdsNames(rows: readonly (readonly RawCell[])[], column: number): boolean {
  const filled = rows.filter((row) => shownText(row[column]) !== '' && shownText(row[column + 1]) !== '')
  const names = filled.filter((row) => nameIn(row, column) !== null).length
  return names > 0 && names >= filled.length * MOST
}
