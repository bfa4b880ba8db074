import { looksLikeName } from './name-like.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { RowReading } from './row-roles.ts'
import { compact, type SheetGrid } from './sheet-grid.ts'
import { fieldNamed } from './table-fields.ts'

/** What a sheet read as a table came to, as far as it is weighed here (`SheetReading` has it all). */
interface TableReading {
  readonly people: readonly DraftRecord[]
  readonly headerRows: readonly number[]
  readonly purpose: 'roster' | 'quotas' | 'ignored'
}

/* Whether a sheet is a table or holds cards, and what the rows of cards are. */

/** A sheet of more rows holds no cards. */
export const HIGHEST_OF_CARDS = 5000

/**
 * What was read as a table may be cards: somebody stands beside the word 姓名, or under every head there is one row, and some rows have no name
 * of their own.
 */
export function mayBeCards(grid: SheetGrid, { people, headerRows, purpose }: TableReading): boolean {
  if (grid.height > HIGHEST_OF_CARDS || purpose !== 'roster') return false
  if (people.length > 0 && people.length <= headerRows.length && !people.every(isNamed)) return true
  for (let row = 0; row < grid.height; row += 1)
    for (const column of grid.filled(row))
      if (grid.text(row, column) === '姓名') {
        const beside = grid.text(row, (grid.mergeAt(row, column)?.right ?? column) + 1)
        if (looksLikeName(beside)) return true
      }
  return false
}

export function isNamed({ values }: DraftRecord): boolean {
  return compact(shownText(values.get('name')?.cell)) !== ''
}

const COLUMN_WORD = /^(?:年龄|称谓|照片|关系)$/u

/** How many of them have a name and something more. */
export function namedIn(people: readonly DraftRecord[]): number {
  return people.filter(({ values }) => {
    const name = compact(shownText(values.get('name')?.cell))
    // 年龄 begins with a surname.
    return values.size >= 3 && looksLikeName(name) && fieldNamed('roster', name) === null && !COLUMN_WORD.test(name)
  }).length
}

/** How much is said of how many. */
export function told(people: readonly DraftRecord[]): number {
  return people.reduce((sum, { values }) => sum + values.size, 0)
}

/** Rows of cards: those with a 姓名 are data, the rest belongs to them. */
export function cardRoles(
  grid: SheetGrid,
  cards: readonly DraftRecord[],
  lost: readonly number[],
): ReadonlyMap<number, RowReading> {
  const starts = new Set(cards.map((card) => card.row))
  return new Map(
    Array.from({ length: grid.height }, (_, row): [number, RowReading] => [
      row,
      starts.has(row)
        ? { role: 'data', why: null, text: '' }
        : { role: 'title', why: lost.includes(row) ? LOST_CARD : '信息卡的其他行', text: '' },
    ]),
  )
}

/** Why a row with a 姓名 is no card. */
export const LOST_CARD = '信息卡里只有姓名'
