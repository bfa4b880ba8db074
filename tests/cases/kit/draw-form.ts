import exceljs, { type DataValidation } from 'exceljs'
import { steady } from './zip.ts'

/* Blank forms, drawn with drop-downs and formulas. */

export interface FormSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null | { readonly formula: string })[])[]
  readonly merges?: readonly string[]
  readonly hidden?: true
  /** Columns nobody sees, by letter. */
  readonly hiddenColumns?: readonly string[]
  /** Drop-downs by area ("D4:D23"): the words, or a range of another sheet ("=字典!$A$1:$A$6"). */
  readonly choices?: Readonly<Record<string, readonly string[] | string>>
  /** Rows that get borders, counted from 1. */
  readonly ruled?: readonly [from: number, to: number, columns: number]
  /** The sheet is protected; an area is printed. */
  readonly guarded?: true
  readonly printed?: string
}

const THIN = { style: 'thin' } as const

export async function drawForm(...sheets: readonly FormSheet[]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.created = new Date(Date.UTC(2026, 0, 1))
  book.modified = book.created
  for (const sheet of sheets) {
    const drawn = book.addWorksheet(sheet.name, sheet.hidden === true ? { state: 'hidden' } : {})
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null && value !== '') drawn.getCell(r + 1, c + 1).value = value as string
      }),
    )
    for (const column of sheet.hiddenColumns ?? []) drawn.getColumn(column).hidden = true
    for (const area of sheet.merges ?? []) drawn.mergeCells(area)
    if (sheet.printed !== undefined) drawn.pageSetup.printArea = sheet.printed
    if (sheet.guarded === true)
      Object.assign(drawn, {
        sheetProtection: { sheet: true, objects: true, scenarios: true, selectLockedCells: false },
      })
    const [from, to, columns] = sheet.ruled ?? [1, 0, 0]
    for (let row = from; row <= to; row += 1)
      for (let column = 1; column <= columns; column += 1)
        drawn.getCell(row, column).border = { top: THIN, left: THIN, bottom: THIN, right: THIN }
    for (const [area, words] of Object.entries(sheet.choices ?? {})) {
      const formula = typeof words === 'string' ? words.slice(1) : `"${words.join(',')}"`
      const rule: DataValidation = { type: 'list', allowBlank: true, formulae: [formula] }
      const [start, end] = area.split(':')
      const [column, first, last] = [
        /[A-Z]+/.exec(start ?? '')?.[0] ?? 'A',
        Number(/\d+/.exec(start ?? '')?.[0]),
        Number(/\d+/.exec(end ?? '')?.[0]),
      ]
      for (let row = first; row <= last; row += 1) drawn.getCell(`${column}${row}`).dataValidation = rule
    }
  }
  return steady(new Uint8Array(await book.xlsx.writeBuffer()))
}
