import { readCountText } from './count-text.ts'
import { headerKey } from './fields.ts'
import { NO_GROUP } from './group-state.ts'
import { isAboutOthers } from './header-match.ts'
import { labelledNames } from './name-like.ts'
import { LEAVE_OUT, type PlacedCell, type TypedColumn } from './table-types.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { SheetReading } from './sheet-reading.ts'

/* 实有人员名单 beside the approved numbers of an office: a table of numbers that names its people as well. */

/** The field of such a column once she has said that its people come in. */
export const NAMES_TOO = 'names'

/** True for a column of such a table in which people stand, each cell one or several. */
export function isOfNames({ field, profile }: TypedColumn): boolean {
  const named = Math.max(profile.names, profile.name) >= 0.7 && profile.distinct >= 0.5
  return field === null && profile.filled >= 2 && named
}

/** The reading with the people of those columns: their office is the row's, and their 编制 where the row gives one. */
export function withNamesBeside(reading: SheetReading): SheetReading {
  if (reading.purpose !== 'quotas') return reading
  const counted = countedColumns(reading)
  const columns = reading.columns.map((column) => (counted.includes(column) ? { ...column, field: NAMES_TOO } : column))
  const wanted = columns.filter(({ field }) => field === NAMES_TOO)
  if (wanted.length === 0) return reading
  return { ...reading, columns, people: wanted.flatMap((column) => peopleOf(reading, column)) }
}

const IN_POST_COUNT = /^(?:在编|实有|现有|在岗|实际|实配)(?:人员)?(?:人数|总?数|编制数?)?$/u

/**
 * Columns of names of which another column counts as many in every row, each row being of one 编制: nothing is left to ask. 主要负责人 beside
 * 其他人员 is counted with them or not; empty where no column counts them.
 */
function countedColumns({ quotas, grid, columns }: SheetReading): readonly TypedColumn[] {
  const rows = quotas.map(({ row }) => row - 1)
  if (rows.length === 0 || new Set(rows).size < rows.length) return []
  const counts = columns.filter(({ path }) => IN_POST_COUNT.test(headerKey(path.at(-1) ?? '')))
  const named = columns.filter(isOfNames)
  const alone = named.filter(({ path }) => !isAboutOthers(path))
  const namesOf = (row: number, { index }: TypedColumn) => labelledNames(shownText(grid.cell(row, index)))
  const isCounted = (some: readonly TypedColumn[]) =>
    some.length > 0 &&
    counts.some(({ index }) =>
      rows.every((row) => {
        const names = some.flatMap((column) => namesOf(row, column)).map(({ name }) => name)
        return new Set(names).size === names.length && (readCountText(grid.text(row, index)) ?? 0) === names.length
      }),
    )
  return [alone, named].find(isCounted) ?? []
}

function peopleOf({ quotas, grid }: SheetReading, { index, letters, path }: TypedColumn): readonly DraftRecord[] {
  const rows = Map.groupBy(quotas, ({ row }) => row)
  return [...rows].flatMap(([row, records]) => {
    const [first, ...more] = records
    const header = path.join('/')
    const place = (cell: string): PlacedCell => ({ cell, letters, header, from: null })
    return labelledNames(shownText(grid.cell(row - 1, index))).map(({ name, label }): DraftRecord => {
      const values = new Map([['name', place(name)]])
      const [unit, category] = [first?.values.get('unit'), first?.values.get('category')]
      if (unit !== undefined) values.set('unit', unit)
      if (category !== undefined && more.length === 0) values.set('category', category)
      if (label !== null && !/人员|成员|职工|干部$/u.test(label)) values.set('post', place(label))
      return { row: row - 1, values, group: NO_GROUP, table: 0, part: 0 }
    })
  })
}

/** What the column is asked with. */
export const NAMES_CHOICES = [
  { value: NAMES_TOO, text: '也导入，每个姓名算一个人，单位和编制照这一行' },
  { value: LEAVE_OUT, text: '只导入编制数，这些人不导入' },
] as const
