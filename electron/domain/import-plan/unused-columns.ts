import { wordKey } from '../../vocabulary/code-list.ts'
import type { OwnKind } from '../../vocabulary/own-fields.ts'
import { shownText, type RawCell } from '../table/raw-workbook.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import type { RecognisedSheet, RecognisedWorkbook } from '../table/recognised-workbook.ts'
import { FIELD_NAMES } from '../table/table-fields.ts'

/* Columns of a roster that no field of the book takes: nothing of them comes in unless the township makes them fields of its own. */

export interface UnusedColumn {
  readonly sheet: string
  readonly column: string
  readonly header: string
  /** What a field of its own would be called. */
  readonly title: string
  readonly kind: OwnKind
}

const LONGEST_TITLE = 20

/** Those with a header and something below it, in the order of the sheets. */
export function unusedColumns(workbook: RecognisedWorkbook): readonly UnusedColumn[] {
  const titles = new Set<string>()
  return workbook.sheets.flatMap((sheet) => {
    // Cards and turned tables have no columns of people.
    if (sheet.purpose !== 'roster' || sheet.headerRows.length === 0) return []
    return sheet.columns.flatMap(({ index, letters, header, field, sample }): UnusedColumn[] => {
      if (field !== null || header === '' || sample.length === 0) return []
      const cells = cellsOf(sheet, index)
      if (cells.length === 0) return []
      const title = freeTitle(header, titles)
      titles.add(wordKey(title))
      return [{ sheet: sheet.name, column: letters, header, title, kind: kindOf(cells) }]
    })
  })
}

/** What stands in the column on the rows of people. */
function cellsOf(sheet: RecognisedSheet, index: number): readonly RawCell[] {
  return sheet.people.flatMap(({ row }) => {
    const cell = sheet.source.rows[row - 1]?.[index] ?? null
    return shownText(cell).trim() === '' ? [] : [cell]
  })
}

/** The header's last words; with those above it, or a number, where another field is called so. */
function freeTitle(header: string, taken: ReadonlySet<string>): string {
  const path = header.split('/').map((text) => text.replaceAll(/\s/gu, ''))
  const free = (title: string) => !taken.has(wordKey(title)) && !FIELD_NAMES.roster.has(wordKey(title))
  const leaf = (path.at(-1) ?? header).slice(0, LONGEST_TITLE)
  const whole = path.join('').slice(0, LONGEST_TITLE)
  const numbered = [2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${leaf.slice(0, LONGEST_TITLE - 1)}${number}`)
  return [leaf, whole, ...numbered].find(free) ?? leaf
}

/** Days where every cell reads as one; words otherwise. */
function kindOf(cells: readonly RawCell[]): OwnKind {
  return cells.every(
    (cell) => readMonthOrDate(cell, false).kind === 'value' && /[-./年月]|^\d{8}$/u.test(shownText(cell)),
  )
    ? 'date'
    : 'text'
}
