import { firstDayOf, isPlainDate, isPlainMonth, type MonthOrDate } from '../model/plain-date.ts'
import { shownText, type RawWorkbook } from './raw-workbook.ts'

/** What stands around the tables; a label with its value in the next cell that has one reads as one text. */
function* titleTexts(raw: RawWorkbook): Generator<string> {
  for (const sheet of raw.sheets) {
    for (const row of [...sheet.rows.slice(0, 6), ...sheet.rows.slice(-4)]) {
      for (const [place, cell] of row.entries()) {
        if (typeof cell !== 'string') continue
        const text = cell.replaceAll(/\s+/g, '')
        const value = /[:：]$/u.test(text)
          ? shownText(row.slice(place + 1).find((next) => next !== null)).replaceAll(/\s+/g, '')
          : ''
        // The next label is no value.
        yield value === '' || /[:：]/u.test(value) ? text : `${text}${value}`
      }
    }
  }
}

export function findReportDate(raw: RawWorkbook): MonthOrDate | null {
  for (const text of titleTexts(raw)) {
    const match =
      /(?:填报日期|填报时间|填表日期|截至|截止)[:：为]?(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](?:(\d{1,2})日?)?)?/u.exec(
        text,
      )
    if (match === null) continue
    const month = `${match[1]}-${String(match[2]).padStart(2, '0')}`
    const day = match[3] === undefined ? null : `${month}-${match[3].padStart(2, '0')}`
    if (day !== null && isPlainDate(day)) return day
    if (isPlainMonth(month)) return month
  }
  return null
}

export function findTownship(raw: RawWorkbook): string | null {
  for (const text of titleTexts(raw)) {
    const name = /填报单位[（(盖章）)]*[:：](.+?)(?:[（(]盖?章[）)])?$/u
      .exec(text)?.[1]
      ?.replace(/(?:人民政府|党委|委员会).*$/u, '')
    if (name !== undefined && name !== '') return name
  }
  return null
}

/** The day an import counts from: what the sheets say, else the day given. */
export function referenceDay(workbook: { readonly reportDate: MonthOrDate | null }, today: string): string {
  return workbook.reportDate === null ? today : firstDayOf(workbook.reportDate)
}
