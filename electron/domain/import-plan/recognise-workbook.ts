import { firstDayOf, isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'
import { classifyRows } from './classify-rows.ts'
import { fieldForHeader, isField, type SheetPurpose } from './fields.ts'
import { findHeader, readBlock, type HeaderBlock } from './find-header.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from './raw-workbook.ts'
import type { RecognisedSheet, RecognisedWorkbook, SheetColumn, SheetMapping } from './recognised-workbook.ts'

/** Finds what every sheet is for, where its header is and which column holds what. Hand mappings win over what was found. */
export function recogniseWorkbook(raw: RawWorkbook, mappings: readonly SheetMapping[]): RecognisedWorkbook {
  return {
    sheets: raw.sheets.map((sheet) => recogniseSheet(sheet, mappings.find((mapping) => mapping.sheet === sheet.name))),
    reportDate: findReportDate(raw),
    township: findTownship(raw),
  }
}

function recogniseSheet(sheet: RawSheet, mapping: SheetMapping | undefined): RecognisedSheet {
  const wanted = mapping?.purpose
  if (wanted === 'ignored' || (sheet.hidden && wanted === undefined)) return ignored(sheet, sheet.hidden ? '隐藏的工作表，未导入' : '已选择不导入')
  const given = mapping?.headerRow === undefined ? {} : { at: mapping.headerRow - 1 }
  const found = findHeader(sheet, { ...given, ...(wanted === undefined ? {} : { purpose: wanted }) })
  const header = found ?? headerByHand(sheet, mapping)
  const purpose = wanted ?? found?.purpose ?? (header === null ? 'ignored' : 'roster')
  if (header === null || purpose === 'ignored') return ignored(sheet, '没有认出表头')
  const columns = readColumns(sheet, header, purpose, mapping)
  return {
    name: sheet.name,
    purpose,
    headerRows: Array.from({ length: header.last - header.first + 1 }, (_, index) => header.first + index + 1),
    columns,
    rows: classifyRows(sheet.rows, header, columns),
    source: sheet,
  }
}

/** Where nothing was recognised, a header row or columns given by hand still make a header. */
function headerByHand(sheet: RawSheet, mapping: SheetMapping | undefined): HeaderBlock | null {
  if (mapping === undefined || (mapping.headerRow === undefined && mapping.columns === undefined)) return null
  const row = (mapping.headerRow ?? 1) - 1
  return row < sheet.rows.length ? readBlock(sheet, row, row) : null
}

/** A sheet that is left out still shows its columns, so that they can be named by hand. */
function ignored(sheet: RawSheet, why: string): RecognisedSheet {
  const widest = sheet.rows.slice(0, 10).reduce((best, row, index) => (filled(row) > filled(sheet.rows[best] ?? []) ? index : best), 0)
  const columns = sheet.rows.length === 0 ? [] : columnsOf(sheet, readBlock(sheet, widest, widest), () => null)
  return { name: sheet.name, purpose: 'ignored', headerRows: [], columns, rows: sheet.rows.map((row, index) => ({ row: index + 1, role: filled(row) === 0 ? 'blank' : 'title', why })), source: sheet }
}

function filled(row: readonly unknown[]): number {
  return row.filter((cell) => cell !== null).length
}

function readColumns(sheet: RawSheet, header: HeaderBlock, purpose: SheetPurpose, mapping: SheetMapping | undefined): readonly SheetColumn[] {
  const taken = new Set<string>()
  const byHand = mapping?.columns ?? {}
  for (const field of Object.values(byHand)) if (field !== null) taken.add(field)
  return columnsOf(sheet, header, (path, letters) => {
    const chosen = byHand[letters]
    if (chosen !== undefined) return chosen !== null && isField(purpose, chosen) ? chosen : null
    const field = fieldForHeader(purpose, path)
    // Two columns of one name: the first is meant, unless the clerk says otherwise.
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

function columnsOf(sheet: RawSheet, header: HeaderBlock, fieldOf: (path: readonly string[], letters: string) => string | null): readonly SheetColumn[] {
  const below = sheet.rows.slice(header.last + 1, header.last + 200)
  const width = Math.max(header.paths.length, ...below.map((row) => row.length), 0)
  return Array.from({ length: width }, (_, index) => {
    const letters = columnLetters(index)
    const path = header.paths[index] ?? []
    const sample: string[] = []
    for (const row of below) {
      const text = shownText(row[index])
      if (text !== '' && sample.length < 3) sample.push(text)
    }
    return { index, letters, header: path.join('/'), field: fieldOf(path, letters), sample }
  })
}

/** What stands around the tables; a label with its value in the next cell that has one reads as one text. */
function* titleTexts(raw: RawWorkbook): Generator<string> {
  for (const sheet of raw.sheets) {
    for (const row of [...sheet.rows.slice(0, 6), ...sheet.rows.slice(-4)]) {
      for (const [place, cell] of row.entries()) {
        if (typeof cell !== 'string') continue
        const text = cell.replaceAll(/\s+/g, '')
        const value = /[:：]$/u.test(text) ? shownText(row.slice(place + 1).find((next) => next !== null)).replaceAll(/\s+/g, '') : ''
        // The next label is no value.
        yield value === '' || /[:：]/u.test(value) ? text : `${text}${value}`
      }
    }
  }
}

function findReportDate(raw: RawWorkbook): MonthOrDate | null {
  for (const text of titleTexts(raw)) {
    const match = /(?:填报日期|填报时间|填表日期|截至|截止)[:：为]?(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](?:(\d{1,2})日?)?)?/u.exec(text)
    if (match === null) continue
    const month = `${match[1]}-${String(match[2]).padStart(2, '0')}`
    const day = match[3] === undefined ? null : `${month}-${match[3].padStart(2, '0')}`
    if (day !== null && isPlainDate(day)) return day
    if (isPlainMonth(month)) return month
  }
  return null
}

function findTownship(raw: RawWorkbook): string | null {
  for (const text of titleTexts(raw)) {
    const name = /填报单位[（(盖章）)]*[:：](.+?)(?:[（(]盖?章[）)])?$/u.exec(text)?.[1]?.replace(/(?:人民政府|党委|委员会).*$/u, '')
    if (name !== undefined && name !== '') return name
  }
  return null
}

/** The day an import counts from: what the sheets say, else the day given. */
export function referenceDay(workbook: RecognisedWorkbook, today: string): string {
  return workbook.reportDate === null ? today : firstDayOf(workbook.reportDate)
}
