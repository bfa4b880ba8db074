import ExcelJS from 'exceljs'

export type BlankRow = Readonly<Record<string, string | number>>

/** A blank of ours with rows typed in under the headers, column by title; every other cell as it was. */
export async function fillBlank(
  blank: Buffer,
  sheets: Readonly<Record<string, readonly BlankRow[]>>,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(blank as unknown as ExcelJS.Buffer)
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.getWorksheet(name)!
    const header = [2, 3].find((row) => sheet.getRow(row).getCell(2).text !== '')!
    const columnOf = new Map<string, number>()
    sheet.getRow(header).eachCell((cell, column) => columnOf.set(cell.text, column))
    for (const [index, row] of rows.entries())
      for (const [title, value] of Object.entries(row)) {
        const column = columnOf.get(title)
        if (column === undefined) throw new Error(`no column ${title}`)
        sheet.getRow(header + 1 + index).getCell(column).value = value
      }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
