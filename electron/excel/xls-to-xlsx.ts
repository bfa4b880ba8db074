import { read, write } from 'xlsx'
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
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer)
  } catch (error) {
    throw new ExcelError('file_damaged', { problem: '旧版 .xls 转换不了，请在 WPS 里另存为 .xlsx' }, error)
  }
}
