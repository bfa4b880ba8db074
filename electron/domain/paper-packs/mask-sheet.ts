import { maskPhone } from '../identity/mask-phone.ts'
import { maskIdNumber } from '../identity/resident-id.ts'
import type { SheetModel } from '../report/sheet-model.ts'

/** An ID number of 18 digits and a mobile number, also written with blanks or hyphens; and whatever else is as long: a card, an older ID number. */
const ID_NUMBER = /(?<!\d)\d(?:[\s-]?\d){16}[\s-]?[\dXx](?!\d)/gu
const LONG = /\d{11,}/gu
const MOBILE = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu

/** A text with every ID and mobile number masked: remarks hold them where nobody expects it. */
export function maskNumbers(text: string): string {
  return text
    .replaceAll(ID_NUMBER, (number) => maskIdNumber(number.replaceAll(/[\s-]/gu, '')))
    .replaceAll(MOBILE, (number) => maskPhone(number.replaceAll(/[\s-]/gu, '')))
    .replaceAll(LONG, maskIdNumber)
}

/** The sheet with every such number in its cells masked. */
export function maskSheet(sheet: SheetModel): SheetModel {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        text: maskNumbers(cell.text),
        ...(cell.continued === undefined ? {} : { continued: maskNumbers(cell.continued) }),
      })),
    })),
  }
}
