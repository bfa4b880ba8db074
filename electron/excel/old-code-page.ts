import { CFB, type WorkBook } from 'xlsx'

/*
 * Workbooks of Excel 5.0/95, which old personnel systems still export, hold Chinese text as the bytes of code page 936. The reading library takes
 * each byte for a letter of its own: 姓名 comes out as ÐÕÃû. Newer workbooks hold Unicode and are left as they are.
 */

// eslint-disable-next-line no-control-regex -- bytes are what is looked for
const BYTES = /^[\u0000-\u00ff]*$/u
const HIGH = /[\u0080-\u00ff]/u

/** True for a workbook of Excel 5.0/95 by its one stream; `bytes` of any file. */
function isOld(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return false
  const { FileIndex } = CFB.read(bytes, { type: 'array' }) as {
    readonly FileIndex: readonly { readonly name: string }[]
  }
  const names = FileIndex.map(({ name }) => name)
  return names.includes('Book') && !names.includes('Workbook')
}

/** The workbook with such texts read as Chinese, in place; one with a single text that is none of them stays untouched. */
export function withChineseText(book: WorkBook, bytes: Uint8Array): WorkBook {
  if (!isOld(bytes)) return book
  const cells = Object.values(book.Sheets).flatMap((sheet) => {
    const rows: unknown =
      sheet['!data'] ?? Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell]))
    return (rows as readonly (readonly unknown[] | object)[]).flat().filter(isCell)
  })
  const texts = [...book.SheetNames, ...cells.flatMap(({ v }) => (typeof v === 'string' ? [v] : []))]
  if (!texts.some((text) => HIGH.test(text)) || !texts.every((text) => BYTES.test(text))) return book
  const read = new Map<string, string>()
  for (const text of new Set(texts)) {
    const chinese = decoded(text)
    if (chinese === null) return book
    read.set(text, chinese)
  }
  for (const cell of cells) {
    if (typeof cell.v !== 'string') continue
    const text = read.get(cell.v) ?? cell.v
    if (cell.w === cell.v) cell.w = text
    cell.v = text
    delete cell.h
    delete cell.r
  }
  const names = book.SheetNames.map((name) => read.get(name) ?? name)
  const sheets = book.SheetNames.map((name) => book.Sheets[name])
  book.Sheets = Object.fromEntries(names.flatMap((name, at) => (sheets[at] === undefined ? [] : [[name, sheets[at]]])))
  book.SheetNames = names
  return book
}

interface Cell {
  v?: unknown
  w?: unknown
  h?: unknown
  r?: unknown
}

function isCell(one: unknown): one is Cell {
  return typeof one === 'object' && one !== null && 'v' in one
}

/** Null: these bytes are no text of code page 936. */
function decoded(text: string): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}
