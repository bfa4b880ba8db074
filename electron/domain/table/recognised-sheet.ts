import { columnLetters, shownText, type RawSheet } from './raw-workbook.ts'
import type { ClassifiedRow, RecognisedSheet, SheetColumn } from './recognised-workbook.ts'
import { groupsOf } from './place-by-hand.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import type { TableRecord } from './table-types.ts'
import type { SheetReading } from './sheet-reading.ts'

/* A sheet as the wizard shows it, once everything about it is decided. */

/** `notTaken`: why nothing of a row (0-based) comes in. */
export function sheetOf(
  reading: SheetReading,
  people: readonly DraftRecord[],
  quotas: readonly TableRecord[],
  key: string,
  notTaken: ReadonlyMap<number, string>,
): RecognisedSheet {
  const { source, turned } = reading
  const place = (row: number) => (turned ? 0 : row)
  const roster = people.map((record): TableRecord => ({
    sheet: source.name,
    row: turned ? record.row + 1 : record.row + 1,
    values: turned ? turnedValues(record) : record.values,
    section: record.group.unit?.title.written ?? '',
  }))
  return {
    name: source.name,
    purpose: reading.purpose,
    headerRows: turned ? [] : reading.headerRows.map((row) => place(row) + 1),
    columns: reading.purpose === 'ignored' || turned || reading.cards ? bareColumns(source) : columnsOf(reading),
    rows: rowsOf(reading, notTaken),
    source,
    people: roster,
    quotas,
    groups: groupsOf(people, key),
  }
}

/** Where people stand in columns, a value's column is the person's. */
function turnedValues(record: DraftRecord): TableRecord['values'] {
  return new Map([...record.values].map(([field, value]) => [field, { ...value, letters: columnLetters(record.row) }]))
}

function rowsOf(reading: SheetReading, notTaken: ReadonlyMap<number, string>): readonly ClassifiedRow[] {
  const { source, turned, purpose } = reading
  return source.rows.map((cells, index): ClassifiedRow => {
    const row = index + 1
    const empty = cells.every((cell) => compact(shownText(cell)) === '')
    if (empty) return { row, role: 'blank', why: null }
    if (purpose === 'ignored') return { row, role: 'title', why: reading.why }
    if (turned) return { row, role: 'header', why: null }
    const role = reading.roles.get(index)
    if (role === undefined) return { row, role: 'title', why: '表格以外' }
    return {
      row,
      role: role.role === 'section' ? 'title' : role.role,
      why: role.role === 'section' ? '分组标题行' : (role.why ?? notTaken.get(index) ?? null),
    }
  })
}

function columnsOf(reading: SheetReading): readonly SheetColumn[] {
  const below = reading.source.rows.slice((reading.headerRows.at(-1) ?? -1) + 1).slice(0, 200)
  return reading.columns.map(({ index, letters, path, field }) => ({
    index,
    letters,
    header: path.join('/'),
    field,
    sample: samplesOf(below, index),
  }))
}

/** A sheet that is left out still shows its columns, so that they can be named by hand. */
export function bareColumns(sheet: RawSheet): readonly SheetColumn[] {
  const filled = (row: readonly unknown[] | undefined) => (row ?? []).filter((cell) => cell !== null).length
  const widest = sheet.rows
    .slice(0, 10)
    .reduce((best, row, index) => (filled(row) > filled(sheet.rows[best]) ? index : best), 0)
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  return Array.from({ length: width }, (_, index) => ({
    index,
    letters: columnLetters(index),
    header: compact(shownText(sheet.rows[widest]?.[index])),
    field: null,
    sample: samplesOf(sheet.rows.slice(widest + 1, widest + 200), index),
  }))
}

function samplesOf(rows: RawSheet['rows'], index: number): readonly string[] {
  const sample: string[] = []
  for (const row of rows) {
    const text = shownText(row[index])
    if (text !== '') sample.push(text)
    if (sample.length === 3) break
  }
  return sample
}
