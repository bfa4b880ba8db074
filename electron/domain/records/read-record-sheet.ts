import { readChoice } from '../../vocabulary/records.ts'
import { isDitto } from '../table/column-profile.ts'
import { columnLetters, shownText, type RawCell } from '../table/raw-workbook.ts'
import { isAside } from '../table/row-roles.ts'
import { originOf, type SheetGrid } from '../table/sheet-grid.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import { isEmptyMark, tidyDocumentNumber, tidyName, tidyNumber, tidyText } from '../table/text-repair.ts'
import { firstDayOf, type PlainDate } from '../model/plain-date.ts'

/* A sheet of records, one a row, read by what reads every table: the grid with its merged cells, totals and signatures told from data. */

/** A field as a kind declares it. */
export interface SheetField {
  readonly name: string
  readonly title: string
  readonly type: 'text' | 'lines' | 'number' | 'integer' | 'day' | 'month' | 'choice' | 'yesNo' | 'unit'
  readonly required?: true
  readonly choices?: Readonly<Record<string, string>>
  readonly words?: Readonly<Record<string, readonly string[]>>
  readonly also?: readonly string[]
}

/** What a kind's sheet may have beside its fields. `from` and `to` are called differently by every kind. */
export interface SheetKind {
  readonly kind: string
  readonly subject: 'township' | 'unit' | 'person' | 'personOrNobody' | 'personOrUnit'
  readonly from: string
  readonly to: string | null
  readonly fields: readonly SheetField[]
}

export interface SheetColumn {
  readonly index: number
  readonly header: string
  /** `name`, `idNumber`, `unit`, `from`, `to`, `documentNumber`, or a field's name; null: not known. */
  readonly field: string | null
}

export interface RecordSheet {
  readonly kind: SheetKind
  readonly grid: SheetGrid
  /** 0-based, the last of the header's rows. */
  readonly headerRow: number
  readonly columns: readonly SheetColumn[]
}

export interface CellProblem {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly message: string
}

export interface RecordRow {
  /** 1-based, as the sheet shows it. */
  readonly row: number
  readonly name: string
  readonly idNumber: string
  readonly unit: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly documentNumber: string
  readonly content: Readonly<Record<string, string | number | boolean | null>>
  readonly problems: readonly CellProblem[]
}

/** Said once for several rows: a merged cell, or 〃. */
const SPANNING = new Set(['name', 'idNumber', 'unit', 'from', 'documentNumber'])

/**
 * Every row below the header, read; blank rows, totals, signatures, notes and the header again are passed over. A cell merged down and 〃
 * mean the value above. `defaultDay`: where a sheet has no day of its own.
 */
export function readRecordRows(found: RecordSheet, defaultDay: PlainDate): readonly RecordRow[] {
  const { grid, headerRow, columns } = found
  const heads = new Set(columns.flatMap(({ header }) => (header === '' ? [] : [header])))
  const rows: RecordRow[] = []
  let above: readonly RawCell[] = []
  for (let row = headerRow + 1; row < grid.height; row += 1) {
    const texts = grid.filled(row).map((column) => grid.text(row, column))
    if (texts.length === 0 || isAside(texts) || texts.every((text) => heads.has(text))) continue
    const cells = columns.map(({ index, field }) => cellAt(found, row, index, SPANNING.has(field ?? ''), above))
    above = cells
    rows.push(readRow(found, cells, row + 1, defaultDay))
  }
  return rows
}

function cellAt(
  { grid, headerRow }: RecordSheet,
  row: number,
  column: number,
  spans: boolean,
  above: readonly RawCell[],
): RawCell {
  const text = grid.text(row, column)
  if (isDitto(text)) return above[column] ?? grid.cell(row, column)
  if (text !== '' || !spans) return grid.cell(row, column)
  const origin = originOf(grid, row, column)
  return origin.row > headerRow && origin.column === column ? grid.cell(origin.row, origin.column) : null
}

function readRow(found: RecordSheet, cells: readonly RawCell[], row: number, defaultDay: PlainDate): RecordRow {
  const problems: CellProblem[] = []
  const at = (field: string) => found.columns.find((column) => column.field === field)
  const cellOf = (field: string) => {
    const column = at(field)
    return column === undefined ? null : (cells[column.index] ?? null)
  }
  const words = (field: string) => tidyName(shownText(cellOf(field)))
  const refuse = (field: string, code: string, problem: string) => {
    const column = at(field)
    const letters = column === undefined ? '' : columnLetters(column.index)
    problems.push({ row, column: letters, code, message: `第 ${row} 行 ${column?.header ?? field}：${problem}` })
  }
  const day = (field: string): PlainDate | null => {
    const reading = readMonthOrDate(cellOf(field), false)
    if (reading.kind === 'refused') refuse(field, reading.code, reading.message)
    return reading.kind === 'value' ? firstDayOf(reading.value) : null
  }
  const idCell = cellOf('idNumber')
  if (typeof idCell === 'object' && idCell !== null)
    refuse('idNumber', 'id_number_numeric', '身份证号存成了数字，后几位已丢失。请改成文本重填')
  const content = Object.fromEntries(
    found.kind.fields.map((field) => [
      field.name,
      readRecordValue(field, cellOf(field.name), (code, problem) => refuse(field.name, code, problem)),
    ]),
  )
  const given = at('from') === undefined ? defaultDay : day('from')
  if (given === null && problems.length === 0)
    refuse('from', 'date_missing', `没有${found.kind.from}，请写成 2026-11-22`)
  return {
    row,
    name: words('name'),
    idNumber: typeof idCell === 'string' ? tidyNumber(idCell) : '',
    unit: words('unit'),
    from: given,
    to: found.kind.to === null ? null : day('to'),
    documentNumber: tidyDocumentNumber(shownText(cellOf('documentNumber'))),
    content,
    problems,
  }
}

/** One value as it was typed or stands in a cell; null where it says nothing. `refuse` is told what cannot be read. */
export function readRecordValue(
  field: SheetField,
  cell: RawCell,
  refuse: (code: string, problem: string) => void,
): string | number | boolean | null {
  const shown = field.type === 'lines' ? shownText(cell).trim() : tidyText(shownText(cell))
  if (shown === '' || (field.type !== 'yesNo' && isEmptyMark(shown))) {
    if (field.required === true) refuse('required', '不能为空')
    return null
  }
  switch (field.type) {
    case 'text':
    case 'lines':
    case 'unit':
      return shown
    case 'integer':
    case 'number': {
      const value =
        typeof cell === 'object' && cell !== null && cell.kind === 'number'
          ? cell.value
          : Number(tidyNumber(shown).replace(/[天名人元年个]$/u, ''))
      if (Number.isFinite(value)) return value
      refuse('number_unreadable', `“${shown}”不是数`)
      return null
    }
    case 'day':
    case 'month': {
      const reading = readMonthOrDate(cell, field.type === 'month')
      if (reading.kind === 'refused') refuse(reading.code, reading.message)
      if (reading.kind !== 'value') return null
      return field.type === 'day' ? firstDayOf(reading.value) : reading.value
    }
    case 'yesNo':
      if (/^(是|有|√|✓|对|Y|y|1)$/u.test(shown)) return true
      if (/^(否|无|没有|×|N|n|0|[-—/])$/u.test(shown)) return false
      refuse('yes_no', `“${shown}”应填是或否`)
      return null
    case 'choice':
      return chosen(field, shown, refuse)
  }
}

/** A choice by its words, its other words, or its code. */
function chosen(field: SheetField, shown: string, refuse: (code: string, problem: string) => void): string | null {
  const code = readChoice(field, shown)
  if (code === null)
    refuse('choice_unknown', `“${shown}”不在可选范围内：${Object.values(field.choices ?? {}).join('、')}`)
  return code
}
