import { isIdText } from './column-profile.ts'
import { isAboutOthers } from './header-match.ts'
import { readCountText } from './count-text.ts'
import { isAside } from './row-roles.ts'
import { looksLikeName } from './name-like.ts'
import { shownText } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'
import { isOfNames, NAMES_CHOICES, NAMES_TOO } from './people-beside-quotas.ts'
import { fieldNamed } from './table-fields.ts'
import { LEAVE_OUT, type TypedColumn } from './table-types.ts'
import { rowsText, type QuestionDesk } from './question-desk.ts'
import { INSTRUCTIONS } from './instruction-sheets.ts'
import { LOST_CARD } from './cards-or-table.ts'
import type { SheetReading } from './sheet-reading.ts'

/* What holds people and was not read. An import that leaves it out says so first. */

const COLUMN_CHOICES = [
  { value: LEAVE_OUT, text: '不是要导入的，不用' },
  { value: 'name', text: '姓名' },
  { value: 'idNumber', text: '身份证号' },
]

/** Asks about columns, rows and whole sheets that hold names or ID numbers and are not used. */
export function askUnread(reading: SheetReading, key: string, desk: QuestionDesk): void {
  const { source, grid } = reading
  if (reading.purpose === 'ignored') {
    if (reading.why === '已选择不导入' || reading.why === INSTRUCTIONS) return
    const rows = rowsWith(reading, () => true)
    if (rows.length === 0 && !holdsNames(reading)) {
      if (!source.hidden && holdsQuotas(reading)) desk.note(`“${source.name}”像是编制表，但没有认出表头，没有读。`)
      return
    }
    if (source.hidden) {
      desk.note(`隐藏的工作表“${source.name}”里有人员，没有导入。`)
      return
    }
    desk.ask({
      id: `unread:${key}`,
      kind: 'unread',
      sheet: source.name,
      column: null,
      text: `“${source.name}”里有${rows.length > 0 ? '身份证号' : '人名'}，但没有认出表头，没有读。不导入这张表吗？`,
      choices: [{ value: LEAVE_OUT, text: '不导入这张表' }],
      suggested: null,
      free: false,
    })
    return
  }
  for (const column of reading.columns)
    if (reading.purpose === 'roster') askColumn(reading, key, column, desk)
    else askNamesBeside(reading, key, column, desk)
  const lost = lostRows(reading)
  const withNumbers = lost.some((row) =>
    reading.grid.filled(row).some((column) => isIdText(reading.grid.text(row, column))),
  )
  if (lost.length > 0)
    desk.ask({
      id: `unread:${key}:${rowsText(lost.map((row) => row + 1))}`,
      kind: 'unread',
      sheet: source.name,
      column: null,
      text: `“${source.name}”${rowsText(lost.map((row) => row + 1))}有${withNumbers ? '身份证号' : '人名'}，但不像名册里的行，没有读。不导入吗？`,
      choices: [{ value: LEAVE_OUT, text: '不导入这些行' }],
      suggested: null,
      free: false,
    })
  if (grid.sheet.hiddenRows !== undefined) {
    const hidden = new Set(grid.sheet.hiddenRows)
    const people = reading.people.filter((record) => hidden.has(record.row)).map((record) => record.row + 1)
    if (people.length > 0) desk.note(`“${source.name}”${rowsText(people)}在表里是隐藏的（或被筛选掉了），也一并读了。`)
  }
}

/** Rows with an ID number of which nobody was read. Of cards and turned tables only the numbers are counted: rows are no people there. */
function lostRows(reading: SheetReading): readonly number[] {
  if (reading.purpose === 'quotas') return []
  if (reading.cards || reading.turned) {
    const numbers = new Set(reading.people.map((record) => compact(shownText(record.values.get('idNumber')?.cell))))
    const bare = [...reading.roles].flatMap(([row, { why }]) => (why === LOST_CARD ? [row] : []))
    const unread = rowsWith(reading, () => true).filter((row) =>
      reading.grid.filled(row).some((column) => {
        const text = reading.grid.text(row, column)
        return isIdText(text) && text.length >= 15 && !numbers.has(text)
      }),
    )
    return [...new Set([...bare, ...unread])].toSorted((a, b) => a - b)
  }
  const read = new Set([
    ...reading.people.map((record) => record.row),
    ...reading.quotas.map((record) => record.row - 1),
  ])
  const roleOf = (row: number) => reading.roles.get(row)
  const named = new Set(reading.columns.flatMap(({ field, index }) => (field === 'name' ? [index] : [])))
  const lostName = (row: number) =>
    isOutside(roleOf(row)) && reading.grid.filled(row).length > 1 && hasName(reading, row, named)
  const lost: number[] = rowsWith(
    reading,
    (row) => !read.has(row) && roleOf(row)?.role !== 'header' && roleOf(row)?.why !== '填写示例',
  )
  for (let row = 0; row < reading.grid.height; row += 1)
    if (!read.has(row) && !lost.includes(row) && lostName(row)) lost.push(row)
  return lost.toSorted((a, b) => a - b)
}

/** Rows no table took: above the first header, or between tables. */
function isOutside(role: { readonly why: string | null } | undefined): boolean {
  return role === undefined || role.why === '表头以上的标题行'
}

/** A name where other rows have theirs, and nobody’s label beside it. */
function hasName({ grid }: SheetReading, row: number, columns: ReadonlySet<number>): boolean {
  const texts = grid.filled(row).map((column) => grid.text(row, column))
  if (isAside(texts) || texts.some((text) => /[:：]/u.test(text))) return false
  return [...columns].some((column) => looksLikeName(grid.text(row, column)))
}

function askColumn(reading: SheetReading, key: string, column: TypedColumn, desk: QuestionDesk): void {
  if (column.field !== null || column.by === 'hand') return
  const { profile } = column
  const numbers = profile.idNumber >= 0.5
  const names = profile.filled >= 2 && profile.name >= 0.7 && profile.distinct >= 0.5
  if (!numbers && !names) return
  const header = column.path.join('/')
  // Beside a cell of several names 负责人 is one of the people.
  const oneOfThem = reading.columns.some(({ field }) => field === 'names')
  if (isAboutOthers(column.path) && !oneOfThem) {
    desk.note(`“${reading.source.name}”${column.letters} 列“${header}”是旁人的，没有用。`)
    return
  }
  desk.ask({
    id: `column:${key}:${column.letters}`,
    kind: 'column',
    sheet: reading.source.name,
    column: column.letters,
    text: `“${reading.source.name}”${column.letters} 列${header === '' ? '（没有表头）' : `“${header}”`}里是${numbers ? '身份证号' : '人名'}，没有用上。这一列是什么？`,
    choices: COLUMN_CHOICES,
    suggested: null,
    free: false,
  })
}

/** 其他人员 beside the approved numbers of an office: a table of numbers leaves its people out only on her word. */
function askNamesBeside(reading: SheetReading, key: string, column: TypedColumn, desk: QuestionDesk): void {
  if (!isOfNames(column)) return
  const where = `“${reading.source.name}”${column.letters} 列“${column.path.join('/')}”`
  if (isAboutOthers(column.path)) {
    desk.note(`${where}写着人名，这张表按编制数读，没有收人。`)
    return
  }
  desk.ask({
    id: `column:${key}:${column.letters}`,
    kind: 'column',
    sheet: reading.source.name,
    column: column.letters,
    text: `${where}里是人名，这张表按编制数读。这些人也导入吗？`,
    choices: NAMES_CHOICES,
    suggested: NAMES_TOO,
    free: false,
  })
}

function rowsWith(reading: SheetReading, wanted: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < reading.grid.height; row += 1)
    if (
      wanted(row) &&
      reading.grid
        .filled(row)
        .some((column) => isIdText(reading.grid.text(row, column)) && reading.grid.text(row, column).length >= 15)
    )
      rows.push(row)
  return rows
}

/** 核定编制 over counts that nobody could read. */
function holdsQuotas({ grid }: SheetReading): boolean {
  let [head, counts] = [false, 0]
  for (let row = 0; row < Math.min(grid.height, 60); row += 1)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column)
      if (text.length <= 12 && /核定|编制数|编制核定|核编/u.test(text)) head = true
      else if (head && readCountText(text) !== null) counts += 1
    }
  return head && counts >= 2
}

/** Names where numbers are missing: a sheet nobody could read, with a column of them. */
function holdsNames(reading: SheetReading): boolean {
  for (let column = 0; column < reading.grid.width; column += 1) {
    // Each once: 花名册 forty times over is a word, and 花 a surname.
    const names = new Set<string>()
    let filled = 0
    for (let row = 0; row < Math.min(reading.grid.height, 200); row += 1) {
      const text = reading.grid.text(row, column)
      if (text === '' || isAside([text]) || /[:：]/u.test(text)) continue
      // 籍贯 and 党龄 begin with surnames; a list of a table's columns is no list of people.
      if (fieldNamed('roster', text) !== null) continue
      filled += 1
      if (looksLikeName(text)) names.add(text)
    }
    if (names.size >= 3 && names.size >= filled * 0.6) return true
  }
  return false
}
