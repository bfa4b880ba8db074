import { columnLetters, shownText, type RawCell, type RawSheet } from '../import-plan/raw-workbook.ts'
import { readMonthOrDate } from '../import-plan/read-date.ts'
import { isEmptyMark, tidyDocumentNumber, tidyName, tidyNumber, tidyText } from '../import-plan/text-repair.ts'
import { firstDayOf, type PlainDate } from '../model/plain-date.ts'

/* A sheet of records: a header with the field's titles, one record a row. */

/** A field as a kind declares it. */
export interface SheetField {
  readonly name: string
  readonly title: string
  readonly type: 'text' | 'number' | 'integer' | 'day' | 'month' | 'choice' | 'yesNo' | 'unit'
  readonly required?: true
  readonly choices?: Readonly<Record<string, string>>
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
  readonly sheet: RawSheet
  /** 0-based. */
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

const SEARCHED_ROWS = 15
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  name: ['姓名', '人员', '人员姓名'], idNumber: ['身份证号', '身份证号码', '公民身份号码', '身份证'], unit: ['机构', '机构名称', '单位', '单位名称', '所在机构', '科室'], documentNumber: ['文号', '依据文号', '批准文号', '依据文件'],
}
const NO_DAY = ['起始日期', '日期', '自', '起']

/** The kind and header of a sheet: the row that names most fields of one kind, and all it needs. Null: no sheet of records. */
export function recogniseRecords(sheet: RawSheet, kinds: readonly SheetKind[]): RecordSheet | null {
  let best: (RecordSheet & { readonly score: number }) | null = null
  for (let headerRow = 0; headerRow < Math.min(sheet.rows.length, SEARCHED_ROWS); headerRow += 1) {
    const headers = (sheet.rows[headerRow] ?? []).map((cell) => shownText(cell).replaceAll(/\s+/g, ''))
    for (const kind of kinds) {
      const columns = headers.map((header, index) => ({ index, header, field: fieldOf(header, kind) }))
      const score = scoreOf(columns, kind)
      if (score > 0 && (best === null || score > best.score)) best = { kind, sheet, headerRow, columns, score }
    }
  }
  return best
}

function fieldOf(header: string, kind: SheetKind): string | null {
  if (header === '') return null
  const field = kind.fields.find((one) => one.title === header || one.also?.includes(header) === true)
  if (field !== undefined) return field.name
  if (header === kind.from || (NO_DAY.includes(header) && kind.from !== header)) return 'from'
  if (kind.to !== null && header === kind.to) return 'to'
  return Object.keys(IDENTITY).find((name) => IDENTITY[name]?.includes(header) === true) ?? null
}

function scoreOf(columns: readonly SheetColumn[], kind: SheetKind): number {
  const found = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])))
  const needed = [...kind.fields.filter((field) => field.required === true).map((field) => field.name), ...(kind.subject === 'person' ? ['name'] : []), ...(kind.subject === 'unit' ? ['unit'] : [])]
  if (!needed.every((name) => found.has(name) || (name === 'name' && found.has('idNumber')))) return 0
  const own = kind.fields.filter((field) => found.has(field.name)).length
  return own === 0 ? 0 : own * 10 + found.size
}

/** Every row below the header, read; blank rows and 合计 rows are passed over. `defaultDay`: where a sheet has no day of its own. */
export function readRecordRows(found: RecordSheet, defaultDay: PlainDate): readonly RecordRow[] {
  return found.sheet.rows.slice(found.headerRow + 1).flatMap((cells, offset) => {
    const texts = cells.map((cell) => shownText(cell).trim())
    if (texts.every((text) => text === '') || /^(合计|小计|总计|填表人|单位负责人)/.test(texts.find((text) => text !== '') ?? '')) return []
    return [readRow(found, cells, found.headerRow + 2 + offset, defaultDay)]
  })
}

function readRow(found: RecordSheet, cells: readonly RawCell[], row: number, defaultDay: PlainDate): RecordRow {
  const problems: CellProblem[] = []
  const at = (field: string) => found.columns.find((column) => column.field === field)
  const cellOf = (field: string) => { const column = at(field); return column === undefined ? null : (cells[column.index] ?? null) }
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
  if (typeof idCell === 'object' && idCell !== null) refuse('idNumber', 'id_number_numeric', '身份证号存成了数字，后几位已丢失。请改成文本重填')
  const content = Object.fromEntries(found.kind.fields.map((field) => [field.name, valueOf(field, cellOf(field.name), (code, problem) => refuse(field.name, code, problem))]))
  const given = at('from') === undefined ? defaultDay : day('from')
  if (given === null && problems.length === 0) refuse('from', 'date_missing', `没有${found.kind.from}，请写成 2026-11-22`)
  return { row, name: words('name'), idNumber: typeof idCell === 'string' ? tidyNumber(idCell) : '', unit: words('unit'), from: given, to: found.kind.to === null ? null : day('to'), documentNumber: tidyDocumentNumber(shownText(cellOf('documentNumber'))), content, problems }
}

function valueOf(field: SheetField, cell: RawCell, refuse: (code: string, problem: string) => void): string | number | boolean | null {
  const shown = tidyText(shownText(cell))
  if (shown === '' || (field.type !== 'yesNo' && isEmptyMark(shown))) {
    if (field.required === true) refuse('required', '不能为空')
    return null
  }
  switch (field.type) {
    case 'text':
    case 'unit':
      return shown
    case 'integer':
    case 'number': {
      const value = typeof cell === 'object' && cell !== null && cell.kind === 'number' ? cell.value : Number(tidyNumber(shown).replace(/[天名人元年个]$/u, ''))
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

/** A choice by its words, by the words without what stands in brackets, or by its code. */
function chosen(field: SheetField, shown: string, refuse: (code: string, problem: string) => void): string | null {
  const entries = Object.entries(field.choices ?? {})
  const plain = (words: string) => words.replaceAll(/[（(].*?[)）]/gu, '')
  const inside = (words: string) => /[（(](.*?)[)）]/u.exec(words)?.[1]
  const found = entries.find(([code, words]) => words === shown || code === shown) ?? entries.find(([, words]) => plain(words) === plain(shown) || inside(words) === shown)
  if (found !== undefined) return found[0]
  refuse('choice_unknown', `“${shown}”不在可选范围内：${entries.map(([, words]) => words).join('、')}`)
  return null
}
