import { ExcelError, type ExcelErrorCode } from './excel-error.ts'
import { decodeText, isPlainText } from './text-encoding.ts'

/*
 * What a file without a workbook's signature is. Web systems write HTML or SpreadsheetML 2003 and call it .xls; a scan or a letter is
 * refused under its own name, so that the clerk knows which file she took.
 */

export type TextFormat = 'csv' | 'html' | 'xml'

const SIGNATURES: readonly (readonly [string, ExcelErrorCode])[] = [
  ['%PDF', 'file_pdf'],
  ['\u0089PNG', 'file_picture'],
  ['\u00ff\u00d8\u00ff', 'file_picture'],
  ['GIF8', 'file_picture'],
  ['BM', 'file_picture'],
  ['II*\u0000', 'file_picture'],
  ['MM\u0000*', 'file_picture'],
  ['{\\rtf', 'file_document'],
]

/** @throws ExcelError `file_pdf`, `file_picture`, `file_document` by the first bytes. */
export function refuseByBeginning(file: Buffer): void {
  const head = file.subarray(0, 16).toString('latin1')
  for (const [signature, code] of SIGNATURES)
    if (head.startsWith(signature) && (signature !== 'BM' || file.readUInt32LE(6) === 0)) throw new ExcelError(code)
  if (head.startsWith('RIFF') && head.includes('WEBP')) throw new ExcelError('file_picture')
  if (/^ftyp(?:hei|mif|avif)/.test(head.slice(4))) throw new ExcelError('file_picture')
}

/** Several rows of several values. */
const TABBED = /^(?:[^\n]*\n)*?[^\n\t]*\t[^\n]*\n(?:[^\n]*\n)*?[^\n\t]*\t/u

/**
 * What text is: a page with a table, an Excel 2003 sheet in XML, or separated values, which a name ending in .csv, .txt or .tsv makes
 * believable, or tabs.
 * @throws ExcelError `file_unsupported`, `file_damaged`.
 */
export function textFormat(name: string, file: Buffer): TextFormat {
  let text: string
  try {
    text = decodeText(file)
  } catch (error) {
    // A program or a cut-off picture is no text in a lost encoding.
    throw /\.(?:csv|txt|tsv)$/i.test(name) && isPlainText(file.toString('latin1'))
      ? error
      : new ExcelError('file_unsupported')
  }
  if (!isPlainText(text)) throw new ExcelError('file_unsupported')
  const head = text.slice(0, 4096).trimStart()
  if (head.startsWith('<')) {
    if (/<(?:\w+:)?Workbook[\s>]/u.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet'))
      return 'xml'
    if (/<table[\s>]/iu.test(text)) return 'html'
    throw new ExcelError('file_unsupported')
  }
  if (/\.(?:csv|txt|tsv)$/i.test(name)) return 'csv'
  // Old systems and Excel itself write text between tabs and call it a workbook.
  if (/\.(?:xls|et)$/i.test(name) && TABBED.test(head)) return 'csv'
  throw new ExcelError('file_unsupported')
}
