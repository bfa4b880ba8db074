import { read, utils, write, type WorkSheet } from 'xlsx'
import { ExcelError } from './excel-error.ts'
import { withChineseText } from './old-code-page.ts'

/**
 * An old .xls as .xlsx: values, merged areas and column widths. Its fonts, lines and print set-up are lost, for the reading library does not keep
 * them; whoever fills such a form is told so and asked to save it as .xlsx in her own office program first.
 */
export function asXlsx(bytes: Uint8Array): Uint8Array {
  try {
    const book = withChineseText(
      read(bytes, { type: 'array', cellStyles: true, cellNF: true, cellFormula: true }),
      bytes,
    )
    for (const sheet of Object.values(book.Sheets)) claimOnlyCells(sheet)
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer)
  } catch (error) {
    throw new ExcelError('file_damaged', { problem: '旧版 .xls 转换不了，请在 WPS 里另存为 .xlsx' }, error)
  }
}

/** A sheet is written from end to end of what it says it holds, be that four thousand million rows: it says what it does hold. */
function claimOnlyCells(sheet: WorkSheet): void {
  const places = Object.keys(sheet)
    .filter((at) => !at.startsWith('!'))
    .map((at) => utils.decode_cell(at))
  const merged = (sheet['!merges'] ?? []).map(({ s }) => s)
  const last = [...places, ...merged].reduce((most, { r, c }) => ({ r: Math.max(most.r, r), c: Math.max(most.c, c) }), {
    r: 0,
    c: 0,
  })
  const said = utils.decode_range(sheet['!ref'] ?? 'A1')
  sheet['!ref'] = utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: Math.min(said.e.r, last.r), c: Math.min(said.e.c, last.c) },
  })
}
