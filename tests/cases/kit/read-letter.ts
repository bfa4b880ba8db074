import { CFB, utils, type WorkSheet } from 'xlsx'

/* The tables of a letter (.docx) as sheets 表格1, 表格2 …: text by grid column and row, read by itself and not by the product. */

const inner = (xml: string, name: string): readonly string[] => {
  // Tables of forms do not lie in one another here: the first end is the own one.
  const found: string[] = []
  const open = new RegExp(`<w:${name}(?:\\s[^>]*)?>`, 'g')
  for (let start = open.exec(xml); start !== null; start = open.exec(xml)) {
    const end = xml.indexOf(`</w:${name}>`, start.index)
    if (end < 0) break
    found.push(xml.slice(start.index + start[0].length, end))
    open.lastIndex = end
  }
  return found
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

export function readLetter(bytes: Uint8Array): ReadonlyMap<string, WorkSheet> {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const at = file.FullPaths.findIndex((path: string) => path.endsWith('word/document.xml'))
  const xml = Buffer.from((file.FileIndex[at]?.content ?? []) as Uint8Array).toString('utf8')
  return new Map(
    inner(xml, 'tbl').map((table, at) => {
      const rows = inner(table, 'tr').map((row) => {
        const line: string[] = []
        for (const cell of inner(row, 'tc')) {
          const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
          line.push(inner(cell, 't').map(plain).join(''), ...Array.from({ length: span - 1 }, () => ''))
        }
        return line
      })
      return [`表格${at + 1}`, utils.aoa_to_sheet(rows)] as const
    }),
  )
}
