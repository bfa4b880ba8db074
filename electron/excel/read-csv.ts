import type { RawWorkbook } from '../domain/import-plan/raw-workbook.ts'
import { ExcelError } from './excel-error.ts'
import { checkedRows } from './sheet-limits.ts'

/**
 * Reads comma- or tab-separated text. UTF-8 if it is valid UTF-8, else GB18030, as Chinese Excel and WPS write it.
 * Every cell stays the text it is: nothing becomes a number, so ID numbers and leading zeros are safe.
 */
export function readCsv(name: string, bytes: Uint8Array): RawWorkbook {
  const rows = splitCsv(decodeText(bytes))
  return { format: 'csv', sheets: [{ name: name.replace(/\.[^.]*$/, '') || 'CSV', hidden: false, rows: checkedRows(rows), merges: [] }] }
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the other encoding Chinese programs write.
  }
  const text = new TextDecoder('gb18030').decode(bytes)
  if (text.includes('\ufffd')) throw new ExcelError('file_damaged', { problem: '文字编码既不是 UTF-8 也不是 GB18030' })
  return text
}

/** RFC 4180: quoted cells may hold separators, line ends and doubled quotes. The separator is the commoner of comma, tab and semicolon in the first lines. */
function splitCsv(text: string): (string | null)[][] {
  const separator = mostCommon(text.slice(0, 4000))
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
function tail(text: string, from: number, separator: string, content: string): { readonly text: string; readonly end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: content + text.slice(from, end), end }
}

function mostCommon(sample: string): string {
  const counts = [',', '\t', ';'].map((separator) => ({ separator, count: sample.split(separator).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}
