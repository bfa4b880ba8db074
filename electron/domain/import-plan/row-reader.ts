import type { RefusalCode, RefusedCell, RepairedCell, RowNote } from './import-notes.ts'
import { shownText, type RawCell } from '../table/raw-workbook.ts'
import type { RecognisedSheet } from '../table/recognised-workbook.ts'
import type { TableRecord } from '../table/table-types.ts'
import { isEmptyMark, tidyDocumentNumber, tidyName, tidyPersonName, tidyText } from '../table/text-repair.ts'

/** Reads the cells of one row by field, and keeps what was repaired, refused or worth a note. */
export interface RowReader<F extends string> {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly has: (field: F) => boolean
  /** Column letters of a field, '' when the sheet has no such column. */
  readonly letters: (field: F) => string
  readonly header: (field: F) => string
  readonly cell: (field: F) => RawCell | undefined
  /** Free text; '' when empty. */
  readonly text: (field: F) => string
  /** A name: no blanks inside. */
  readonly name: (field: F) => string
  /** Free text that keeps its lines. */
  readonly lines: (field: F) => string
  readonly documentNumber: (field: F) => string
  readonly repair: (field: F, from: string, to: string, why: string) => void
  /** `message` is completed to “第 17 行 身份证号：…”. */
  readonly refuse: (field: F, code: RefusalCode, message: string) => void
  readonly note: (level: RowNote['level'], field: F | null, text: string) => void
  readonly notes: readonly RowNote[]
  readonly repairs: readonly RepairedCell[]
  readonly refusals: readonly RefusedCell[]
}

/** A maker of readers for a sheet's records. `titles` name the fields in messages; the columns the sheet has beside them are the record's. */
export function rowReaders<F extends string>(
  sheet: Pick<RecognisedSheet, 'columns'>,
  titles: Readonly<Record<F, { readonly title: string }>>,
): (record: TableRecord) => RowReader<F> {
  const places = new Map<string, Place>()
  for (const { field, letters, header } of sheet.columns) if (field !== null) places.set(field, { letters, header })
  return (record) => createReader(record, titles, places)
}

interface Place {
  readonly letters: string
  readonly header: string
}

function createReader<F extends string>(
  { sheet, row, values }: TableRecord,
  titles: Readonly<Record<F, { readonly title: string }>>,
  columns: ReadonlyMap<string, Place>,
): RowReader<F> {
  const placeOf = (field: string): Place | undefined => values.get(field) ?? columns.get(field)
  const cell = (field: F): RawCell | undefined => values.get(field)?.cell
  const notes: RowNote[] = []
  const repairs: RepairedCell[] = []
  const refusals: RefusedCell[] = []
  // A value that a heading gives stands in no column; what is said of it stands at the field's own.
  const letters = (field: F) => [values, columns].map((places) => places.get(field)?.letters ?? '').find(Boolean) ?? ''
  const say = (field: F, text: string) => `第 ${row} 行 ${titles[field].title}：${text}`
  const repair = (field: F, from: string, to: string, why: string) =>
    void repairs.push({ sheet, row, column: letters(field), from, to, message: say(field, why) })
  const refuse = (field: F, code: RefusalCode, message: string) =>
    void refusals.push({ sheet, row, column: letters(field), code, message: say(field, message) })
  const tidied = (field: F, tidy: (text: string) => string, why: string): string => {
    const raw = cell(field)
    if (raw === null || raw === undefined) return ''
    if (typeof raw === 'object' && raw.kind === 'error') {
      refuse(field, 'cell_error', `单元格是错误值 ${raw.shown}，请改正后再导入。`)
      return ''
    }
    const from = shownText(raw)
    const to = tidy(from)
    if (to !== from.trim()) repair(field, from, to, why)
    return isEmptyMark(to) ? '' : to
  }
  for (const [field, { from, letters: column }] of values)
    if (from !== null && from !== '合并单元格')
      notes.push({
        level: 'info',
        column: column === '' ? null : column,
        text: `${field in titles ? titles[field as F].title : ''}：${from}。`,
      })
  if (hasFormula(values))
    for (const field of new Set([...columns.keys(), ...values.keys()])) {
      // Row numbers are often formulas; what they come to is not taken over.
      const value = field === 'sequence' ? null : cell(field as F)
      const column = placeOf(field)?.letters ?? ''
      if (typeof value === 'object' && value?.formula === true)
        notes.push({ level: 'info', column, text: `${column} 列是公式，取其算出的值 ${value.shown}。` })
    }
  return {
    sheet,
    row,
    letters,
    cell,
    repair,
    refuse,
    notes,
    repairs,
    refusals,
    has: (field) => placeOf(field) !== undefined,
    header: (field) => placeOf(field)?.header ?? '',
    text: (field) => tidied(field, tidyText, '全角字符和多余空格已改正。'),
    name: (field) =>
      tidied(field, field === 'name' ? tidyPersonName : tidyName, '全角字符、中间的空格和间隔号已改正。'),
    lines: (field) => tidied(field, tidyLines, '全角字符和多余空格已改正。'),
    documentNumber: (field) => tidied(field, tidyDocumentNumber, '文号写法已统一。'),
    note: (level, field, text) => void notes.push({ level, column: field === null ? null : letters(field), text }),
  }
}

function hasFormula(values: TableRecord['values']): boolean {
  for (const { cell } of values.values()) if (typeof cell === 'object' && cell?.formula === true) return true
  return false
}

function tidyLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => tidyText(line))
    .join('\n')
    .trim()
}
