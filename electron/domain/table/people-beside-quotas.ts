import { readCountText } from './count-text.ts'
import { headerKey } from './fields.ts'
import { NO_GROUP } from './group-state.ts'
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
  const columns = reading.columns.map((column) =>
    isCounted(reading, column) ? { ...column, field: NAMES_TOO } : column,
  )
  const wanted = columns.filter(({ field }) => field === NAMES_TOO)
  if (wanted.length === 0) return reading
  return { ...reading, columns, people: wanted.flatMap((column) => peopleOf(reading, column)) }
}

/** 在编人员, 实有人员名单: those in post, and nobody else. */
const IN_POST = /^(?:在编|实有|现有|在职|在岗|在编在岗)+(?:人员|干部|职工)*(?:姓名|名单|名册)*$/u
const IN_POST_COUNT = /^(?:在编|实有|现有|在岗|实际|实配)(?:人员)?(?:人数|总?数|编制数?)?$/u

/** Beside them a column counts as many in every row, and each row is of one 编制: nothing is left to ask. */
function isCounted({ quotas, grid, columns }: SheetReading, column: TypedColumn): boolean {
  if (!isOfNames(column) || !IN_POST.test(headerKey(column.path.at(-1) ?? ''))) return false
  const rows = quotas.map(({ row }) => row - 1)
  if (new Set(rows).size < rows.length) return false
  const named = (row: number) => labelledNames(shownText(grid.cell(row, column.index))).length
  return columns.some(
    ({ path, index }) =>
      index !== column.index &&
      IN_POST_COUNT.test(headerKey(path.at(-1) ?? '')) &&
      rows.every((row) => (readCountText(grid.text(row, index)) ?? 0) === named(row)),
  )
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
