import { readRemark } from '../says/read-remark.ts'
import { readStandingWord } from './category-words.ts'
import { headerKey } from './fields.ts'
import { isAboutOthers } from './header-match.ts'
import type { DraftRecord } from './read-table.ts'
import { columnNumber, shownText } from './raw-workbook.ts'
import type { PlacedCell, TypedColumn } from './table-types.ts'
import { originOf } from './sheet-grid.ts'
import { saysNo } from './says-no.ts'
import type { SheetReading } from './sheet-reading.ts'

/** A cell of a column nobody asked for that says that the row's person has left. */
export interface LeavingCell {
  readonly text: string
  readonly letters: string
  readonly header: string
}

const LEFT = new Set(['dead', 'retired', 'left'])
/** 调出时间 with a day in it; 退休时间 may as well be the day to come, so that only a few filled cells say something. */
const DAY_OF_LEAVING = /^(?:退休|离编|出编|减员|调出|调离|死亡|去世|离职|辞职|离岗)(?:时间|日期|年月)$/u

/** What says beside a row's own facts that its person has left. */
export interface LeavingSigns {
  readonly cell: (record: DraftRecord) => LeavingCell | undefined
  /** Their name has a line through it. */
  readonly struck: (record: DraftRecord) => boolean
  /** A remark merged over several rows is of each of them: that of a row below its first. */
  readonly remarkAbove: (record: DraftRecord) => Pick<PlacedCell, 'cell' | 'letters' | 'header'> | undefined
}

export function leavingSigns(reading: SheetReading): LeavingSigns {
  return { cell: leavingCells(reading), struck: struckNames(reading), remarkAbove: remarksAbove(reading) }
}

function remarksAbove({ columns, grid, turned }: SheetReading): LeavingSigns['remarkAbove'] {
  const remark = columns.find(({ field }) => field === 'remark')
  if (remark === undefined || turned) return () => undefined
  return ({ row }) => {
    const origin = originOf(grid, row, remark.index)
    return origin.row === row
      ? undefined
      : { cell: grid.cell(origin.row, origin.column), letters: remark.letters, header: headerOf(remark) }
  }
}

function struckNames({ source: { struck = [] }, turned }: SheetReading): (record: DraftRecord) => boolean {
  // Where everybody has a column the rows are not the sheet's own.
  if (struck.length === 0 || turned) return () => false
  const rows = Map.groupBy(struck, ({ top }) => top)
  return (record) => {
    const name = record.values.get('name')
    if (name === undefined) return false
    const column = columnNumber(name.letters)
    return rows.get(record.row)?.some(({ left, right }) => left <= column && column <= right) === true
  }
}

const IN_POST_AT_ALL =
  /^(?:目前|现)?(?:是否|在不在)(?:仍)?(?:在编|在职|在岗|在册|占编|占用编制)(?:人员)?$|^(?:在编|在职|在岗|占编)(?:与否|否)$/u
const isDenied = (text: string): boolean => saysNo(text) || /^不在(?:编|职|岗|册)?$/u.test(text)

/** 人员状态, 在岗情况, 变动情况 and the like: looks a person's row over for a word that it is no longer in post. */
function leavingCells(reading: SheetReading): (record: DraftRecord) => LeavingCell | undefined {
  const open = reading.columns.filter(({ field, path }) => field === null && !isAboutOthers(path))
  const days = open.filter(
    (column) => DAY_OF_LEAVING.test(headerOf(column)) && column.profile.filled * 2 < reading.people.length,
  )
  const rows = reading.people.map(({ row }) => row)
  const carried = new Set(open.filter((column) => saysForAllBelow(reading, column, rows)))
  return (record) => {
    const denied = deniedQuota(record)
    if (denied !== undefined) return denied
    for (const column of open) {
      const text = textAt(reading, record.row, column.index, carried.has(column) ? (rows[0] ?? 0) : null)
      if (text === '' || text.length > 40) continue
      const no = IN_POST_AT_ALL.test(headerOf(column)) && isDenied(text)
      if (no || (days.includes(column) ? /\d/u.test(text) : saysLeft(text)))
        return { text, letters: column.letters, header: column.path.join('/') }
    }
    return undefined
  }
}

/** 是否在编 否 beside 行政编制. Where no 编制 is named, how they are employed has been asked. */
function deniedQuota({ values }: DraftRecord): LeavingCell | undefined {
  const [mark, category] = [values.get('inQuota'), values.get('category')]
  if (mark === undefined || readStandingWord(shownText(category?.cell))?.kind !== 'quota') return undefined
  const text = shownText(mark.cell).trim()
  return isDenied(text) ? { text, letters: mark.letters, header: mark.header } : undefined
}

/** A cell merged down is of every row it covers; in a column where it stands once a group, of every row down to the next. */
function textAt({ grid }: SheetReading, row: number, index: number, from: number | null): string {
  const origin = originOf(grid, row, index)
  const own = grid.text(origin.row, origin.column)
  if (own !== '' || from === null) return own
  for (let above = row - 1; above >= from; above -= 1)
    if (grid.text(above, index) !== '') return grid.text(above, index)
  return ''
}

const STATE = /类别|状态|状况|在职|在岗|在编|情况|性质/u
/** 在职, 离退 on the first row of each group alone: nothing else stands in the column, and most of its cells are blank. */
function saysForAllBelow({ grid }: SheetReading, column: TypedColumn, rows: readonly number[]): boolean {
  if (!STATE.test(headerOf(column)) || grid.text(rows[0] ?? 0, column.index) === '') return false
  const texts = rows.map((row) => grid.text(row, column.index)).filter((text) => text !== '')
  return texts.length * 2 <= rows.length && texts.every((text) => saysLeft(text) || IN_POST.test(text))
}
const IN_POST = /^(?:在职|在岗|在编|现职|在册|正常)(?:人员|干部|职工)?(?:[（(][^（）()]*[）)])?$/u

function saysLeft(written: string): boolean {
  // 离休、退休（2人）
  const text = written.replaceAll(/[\r\n\s]/gu, '').replace(/[（(]\d{1,3}[人名个][）)]$/u, '')
  return (
    readStandingWord(text)?.kind === 'left' || LEFT.has(readRemark(text, { asOf: null, township: null })?.kind ?? '')
  )
}

function headerOf(column: TypedColumn): string {
  return headerKey(column.path.at(-1) ?? '')
}
