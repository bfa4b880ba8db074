import { cell, rowOf, sum } from '../report/sheet-rows.ts'
import type { SheetModel, SheetRow } from '../report/sheet-model.ts'
import { TYPE_SIZES } from '../report/text-metrics.ts'
import { QUOTA_FIELDS, ROSTER_FIELDS } from '../table/fields.ts'
import { shownText } from '../table/raw-workbook.ts'
import type { RecognisedWorkbook } from '../table/recognised-workbook.ts'
import type { TableRecord } from '../table/table-types.ts'
import type { RefusedCell } from './import-notes.ts'

/*
 * Refused rows as a table of their own, to be put right in WPS and dropped again: each with the office and the 编制 it was read with, also where
 * they came from a heading, and with the reason in the last column.
 */

/** What the last column is called; no field bears the name, so it is read over when the table comes back. */
export const REASON_TITLE = '原因'

export interface RefusedTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const ALWAYS: Readonly<Record<'people' | 'quotas', readonly string[]>> = {
  people: ['unit', 'name', 'category', 'idNumber'],
  quotas: ['unit', 'category'],
}

/** The refused rows of people and of approved numbers, apart; a kind without any is left out. */
export function refusedTables(workbook: RecognisedWorkbook, refused: readonly RefusedCell[]): readonly RefusedTable[] {
  const reasons = Map.groupBy(refused, ({ sheet, row }) => `${sheet}\n${row}`)
  return (['quotas', 'people'] as const).flatMap((kind) => {
    const records = workbook.sheets.flatMap((sheet) =>
      sheet[kind].filter((record) => reasons.has(`${record.sheet}\n${record.row}`)),
    )
    return records.length === 0 ? [] : [tableOf(kind, records, reasons)]
  })
}

function tableOf(
  kind: 'people' | 'quotas',
  records: readonly TableRecord[],
  reasons: ReadonlyMap<string, readonly RefusedCell[]>,
): RefusedTable {
  const titles = new Map<string, string>(
    Object.entries(kind === 'people' ? ROSTER_FIELDS : QUOTA_FIELDS).map(([field, { title }]) => [field, title]),
  )
  const used = new Set([...ALWAYS[kind], ...records.flatMap(({ values }) => [...values.keys()])])
  const fields = [...titles.keys()].filter((field) => used.has(field) && field !== 'sequence')
  return {
    header: [...fields.map((field) => titles.get(field) ?? field), REASON_TITLE],
    rows: records.map((record) => {
      const own = reasons.get(`${record.sheet}\n${record.row}`) ?? []
      return [...fields.map((field) => textOf(record, field, own)), own.map(({ message }) => message).join(' ')]
    }),
  }
}

/** A number that lost its last digits stays empty: written as text it would pass for a true one. */
function textOf({ values }: TableRecord, field: string, reasons: readonly RefusedCell[]): string {
  const lost = field === 'idNumber' && reasons.some(({ code }) => code === 'id_number_numeric')
  return lost ? '' : shownText(values.get(field)?.cell)
}

const ROOM = 841.89 - 72

/** The tables below one another on one sheet. */
export function refusedSheet(tables: readonly RefusedTable[]): SheetModel {
  const columns = Math.max(...tables.map(({ header }) => header.length))
  const shares = Array.from({ length: columns }, (_, place) => (place === columns - 1 ? 3 : 1))
  const widths = shares.map((share) => (share / sum(shares)) * ROOM)
  const line = (texts: readonly string[], style: 'tableHeader' | 'tableText'): SheetRow =>
    rowOf(
      texts.map((text, place) => cell(place, 1, text, style)),
      widths,
    )
  return {
    name: '被拒绝的行',
    paper: 'A4',
    orientation: 'landscape',
    margins: { top: 40, right: 36, bottom: 40, left: 36 },
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: 0, last: 0 },
    rows: tables.flatMap(({ header, rows }, place) => [
      ...(place === 0 ? [] : [line([], 'tableText')].map((row) => ({ ...row, height: 12 }))),
      line(header, 'tableHeader'),
      ...rows.map((texts) => line(texts, 'tableText')),
    ]),
    footerNote: '改好后存盘，拖回“导入”即可；“原因”一列不用删',
  }
}
