/* Blocks of cells as text, as WPS and Excel put them on the clipboard and take them from it. */

/** Lines of cells; a cell with a tab, a line break or a quote in it stands in quotes. */
export function writeTsv(block: readonly (readonly string[])[]): string {
  return block.map((line) => line.map(quoted).join('\t')).join('\r\n')
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same as a table. `mso-number-format`: an ID number stays text, and 00123 stays 00123. */
export function writeHtml(block: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td style="mso-number-format:'\\@'">${escaped(text).replaceAll(/\r?\n/g, '<br style="mso-data-placement:same-cell">')}</td>`
  return `<table>${block.map((line) => `<tr>${line.map(cell).join('')}</tr>`).join('')}</table>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Takes such text apart: quotes may hold tabs and line breaks. One line break at the end is the end of the last line. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    line.push(cell)
    const stop = text[end]
    at = end + 1
    if (stop === '\t') continue
    lines.push(line)
    line = []
    if (stop === '\r' && text[at] === '\n') at += 1
    if (stop === undefined || at === text.length) break
  }
  return lines
}

interface ReadCell {
  readonly cell: string
  /** Where it stopped: at a tab, a line break or the end. */
  readonly end: number
}

function plainCell(text: string, start: number): ReadCell {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { cell: text.slice(start, end), end }
}

/** A quote that does not close, or closes in the middle of a cell, is a plain character. */
function quotedCell(text: string, start: number): ReadCell {
  let cell = ''
  let at = start + 1
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else {
      const stop = text[at + 1]
      return stop === undefined || stop === '\t' || stop === '\n' || stop === '\r'
        ? { cell, end: at + 1 }
        : plainCell(text, start)
    }
    at += 1
  }
  return plainCell(text, start)
}
