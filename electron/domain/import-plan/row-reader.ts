import type { RefusalCode, RefusedCell, RepairedCell, RowNote } from './import-notes.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import type { RecognisedSheet } from './recognised-workbook.ts'
import { isEmptyMark, tidyDocumentNumber, tidyName, tidyText } from './text-repair.ts'

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
  readonly documentNumber: (field: F) => string
  readonly repair: (field: F, from: string, to: string, why: string) => void
  /** `message` is completed to “第 17 行 身份证号：…”. */
  readonly refuse: (field: F, code: RefusalCode, message: string) => void
  readonly note: (level: RowNote['level'], field: F | null, text: string) => void
  readonly notes: readonly RowNote[]
  readonly repairs: readonly RepairedCell[]
  readonly refusals: readonly RefusedCell[]
}

/** Fields whose merged cells mean the same for every row they span. */
const SPANNING = new Set(['unit', 'category', 'nameplates', 'unitKind', 'document', 'managingBody', 'funding', 'effectiveOn'])

/** A maker of readers for a sheet's data rows. `titles` name the fields in messages. */
export function rowReaders<F extends string>(sheet: RecognisedSheet, titles: Readonly<Record<F, { readonly title: string }>>): (row: number) => RowReader<F> {
  const places = new Map<string, { readonly index: number; readonly letters: string; readonly header: string }>()
  for (const { field, index, letters, header } of sheet.columns) if (field !== null) places.set(field, { index, letters, header })
  const spans = spannedCells(sheet)
  const cellAt = (row: number, field: F): RawCell | undefined => {
    const place = places.get(field)
    if (place === undefined) return undefined
    const own = sheet.source.rows[row - 1]?.[place.index]
    if ((own !== null && own !== undefined) || !SPANNING.has(field)) return own
    return spans.get(`${row - 1}:${place.index}`)
  }
  return (row) => createReader(sheet.name, row, titles, places, (field) => cellAt(row, field))
}

function createReader<F extends string>(
  sheet: string,
  row: number,
  titles: Readonly<Record<F, { readonly title: string }>>,
  places: ReadonlyMap<string, { readonly letters: string; readonly header: string }>,
  cell: (field: F) => RawCell | undefined,
): RowReader<F> {
  const notes: RowNote[] = []
  const repairs: RepairedCell[] = []
  const refusals: RefusedCell[] = []
  const letters = (field: F) => places.get(field)?.letters ?? ''
  const say = (field: F, text: string) => `第 ${row} 行 ${titles[field].title}：${text}`
  const repair = (field: F, from: string, to: string, why: string) => void repairs.push({ sheet, row, column: letters(field), from, to, message: say(field, why) })
  const refuse = (field: F, code: RefusalCode, message: string) => void refusals.push({ sheet, row, column: letters(field), code, message: say(field, message) })
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
  for (const [field, place] of places) {
    // Row numbers are often formulas; what they come to is not taken over.
    const value = field === 'sequence' ? null : cell(field as F)
    if (typeof value === 'object' && value?.formula === true) notes.push({ level: 'info', column: place.letters, text: `${place.letters} 列是公式，取其算出的值 ${value.shown}。` })
  }
  return {
    sheet, row, letters, cell, repair, refuse, notes, repairs, refusals,
    has: (field) => places.has(field),
    header: (field) => places.get(field)?.header ?? '',
    text: (field) => tidied(field, tidyText, '全角字符和多余空格已改正。'),
    name: (field) => tidied(field, tidyName, '全角字符和中间的空格已改正。'),
    documentNumber: (field) => tidied(field, tidyDocumentNumber, '文号写法已统一。'),
    note: (level, field, text) => void notes.push({ level, column: field === null ? null : letters(field), text }),
  }
}

/** Cells below the header that a merged area covers, by “row:column” (0-based). */
function spannedCells(sheet: RecognisedSheet): ReadonlyMap<string, RawCell> {
  const spans = new Map<string, RawCell>()
  const below = sheet.headerRows.at(-1) ?? 0
  for (const merge of sheet.source.merges) {
    if (merge.top < below || merge.bottom === merge.top) continue
    const value = sheet.source.rows[merge.top]?.[merge.left] ?? null
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, sheet.source.rows.length); row += 1) spans.set(`${row}:${merge.left}`, value)
  }
  return spans
}
