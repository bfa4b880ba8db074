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
  /** Fields that any row of the sheet has a value for. */
  readonly told: ReadonlySet<string>
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
  records: readonly TableRecord[],
  titles: Titles<F>,
): (record: TableRecord) => RowReader<F> {
  const told = new Set<string>()
  for (const { values } of records) for (const field of values.keys()) told.add(field)
  const places = new Map<string, Place>()
  for (const { field, letters, header } of sheet.columns) if (field !== null) places.set(field, { letters, header })
  return (record) => new RecordReader(record, titles, places, told)
}

type Titles<F extends string> = Readonly<Record<F, { readonly title: string }>>

interface Place {
  readonly letters: string
  readonly header: string
}

/** One for every row of a sheet, thousands of them: what it does it shares with the others. */
class RecordReader<F extends string> implements RowReader<F> {
  readonly sheet: string
  readonly row: number
  readonly told: ReadonlySet<string>
  readonly notes: RowNote[] = []
  readonly repairs: RepairedCell[] = []
  readonly refusals: RefusedCell[] = []
  readonly #values: TableRecord['values']
  readonly #titles: Titles<F>
  readonly #columns: ReadonlyMap<string, Place>

  constructor(
    { sheet, row, values }: TableRecord,
    titles: Titles<F>,
    columns: ReadonlyMap<string, Place>,
    told: ReadonlySet<string>,
  ) {
    this.told = told
    this.sheet = sheet
    this.row = row
    this.#values = values
    this.#titles = titles
    this.#columns = columns
    let [formula, moved] = [false, false]
    for (const { cell, from } of values.values()) {
      if (typeof cell === 'object' && cell?.formula === true) formula = true
      if (from !== null) moved = true
    }
    if (moved) this.#noteOrigins()
    if (formula) this.#noteFormulas()
  }

  #noteOrigins(): void {
    for (const [field, { from, letters }] of this.#values)
      if (from !== null && from !== '合并单元格')
        this.notes.push({
          level: 'info',
          column: letters === '' ? null : letters,
          text: `${field in this.#titles ? this.#titles[field as F].title : ''}：${from}。`,
        })
  }

  #noteFormulas(): void {
    for (const field of new Set([...this.#columns.keys(), ...this.#values.keys()])) {
      // Row numbers are often formulas; what they come to is not taken over.
      const value = field === 'sequence' ? null : this.cell(field as F)
      const column = this.#placeOf(field)?.letters ?? ''
      if (typeof value === 'object' && value?.formula === true)
        this.notes.push({ level: 'info', column, text: `${column} 列是公式，取其算出的值 ${value.shown}。` })
    }
  }

  #placeOf(field: string): Place | undefined {
    return this.#values.get(field) ?? this.#columns.get(field)
  }

  #say(field: F, text: string): string {
    return `第 ${this.row} 行 ${this.#titles[field].title}：${text}`
  }

  #tidied(field: F, tidy: (text: string) => string, why: string): string {
    const raw = this.cell(field)
    if (raw === null || raw === undefined) return ''
    if (typeof raw === 'object' && raw.kind === 'error') {
      this.refuse(field, 'cell_error', `单元格是错误值 ${raw.shown}，请改正后再导入。`)
      return ''
    }
    const from = shownText(raw)
    const to = tidy(from)
    if (to !== from.trim()) this.repair(field, from, to, why)
    return isEmptyMark(to) ? '' : to
  }

  cell(field: F): RawCell | undefined {
    return this.#values.get(field)?.cell
  }

  has(field: F): boolean {
    return this.#placeOf(field) !== undefined
  }

  header(field: F): string {
    return this.#placeOf(field)?.header ?? ''
  }

  /** A value that a heading gives stands in no column; what is said of it stands at the field's own. */
  letters(field: F): string {
    const own = this.#values.get(field)?.letters ?? ''
    return own === '' ? (this.#columns.get(field)?.letters ?? '') : own
  }

  text(field: F): string {
    return this.#tidied(field, tidyText, '全角字符和多余空格已改正。')
  }

  name(field: F): string {
    return this.#tidied(field, field === 'name' ? tidyPersonName : tidyName, '全角字符、中间的空格和间隔号已改正。')
  }

  lines(field: F): string {
    return this.#tidied(field, tidyLines, '全角字符和多余空格已改正。')
  }

  documentNumber(field: F): string {
    return this.#tidied(field, tidyDocumentNumber, '文号写法已统一。')
  }

  repair(field: F, from: string, to: string, why: string): void {
    this.repairs.push({
      sheet: this.sheet,
      row: this.row,
      column: this.letters(field),
      from,
      to,
      message: this.#say(field, why),
    })
  }

  refuse(field: F, code: RefusalCode, message: string): void {
    this.refusals.push({
      sheet: this.sheet,
      row: this.row,
      column: this.letters(field),
      code,
      message: this.#say(field, message),
    })
  }

  note(level: RowNote['level'], field: F | null, text: string): void {
    this.notes.push({ level, column: field === null ? null : this.letters(field), text })
  }
}

function tidyLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => tidyText(line))
    .join('\n')
    .trim()
}
