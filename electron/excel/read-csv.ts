import type { RawWorkbook } from '../domain/table/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import { checkedRows } from './sheet-limits.ts'
import { findSeparator, readAligned } from './text-columns.ts'
import { decodeText } from './text-encoding.ts'

/**
 * Reads text that commas, tabs, semicolons, bars or blanks set apart. UTF-8, GB18030 or UTF-16, as Chinese Excel and WPS write it.
 * Every cell stays the text it is: nothing becomes a number, so ID numbers and leading zeros are safe.
 */
export function readCsv(name: string, bytes: Uint8Array): RawWorkbook {
  const rows = splitCsv(decodeText(bytes).replace(/^\ufeff/u, ''))
  return {
    format: 'csv',
    sheets: [{ name: name.replace(/\.[^.]*$/, '') || 'CSV', hidden: false, rows: checkedRows(rows), merges: [] }],
  }
}

/** RFC 4180: quoted cells may hold separators, line ends and doubled quotes. Text that blanks align is read by where its cells stand. */
function splitCsv(text: string): (string | null)[][] {
  const separator = findSeparator(text)
  if (separator === 'blanks') return readAligned(text).map((row) => [...row])
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  let at = 0
  while (at < text.length) {
    const cell = readCell(text, at, separator)
    row.push(cell.text === '' ? null : cell.text)
    at = cell.end
    const next = text[at]
    if (next === separator) {
      at += 1
      if (at === text.length) row.push(null)
      continue
    }
    rows.push(row)
    row = []
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function readCell(text: string, start: number, separator: string): { readonly text: string; readonly end: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
    return { text: text.slice(start, end), end }
  }
  let content = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) throw new ExcelError('file_damaged', { problem: '引号没有配对' })
    content += text.slice(from, quote)
    if (text[quote + 1] !== '"') return tail(text, quote + 1, separator, content)
    content += '"'
    from = quote + 2
  }
}

/** What stands between a closing quote and the separator belongs to the cell, as Excel reads it. */
function tail(
  text: string,
  from: number,
  separator: string,
  content: string,
): { readonly text: string; readonly end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: content + text.slice(from, end), end }
}
