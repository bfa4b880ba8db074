import { pattern } from '../../vocabulary/pattern.ts'
import { shownText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'

/* 注：行—行政编制 事—事业编制: a line around the table that says what its short words mean. A column that holds nothing else means the words. */

const PAIR = new RegExp(
  pattern`
    (?<![\p{sc=Han}\w])(?<short>[\p{sc=Han}A-Za-z]{1,2}|\d{1,2})(?:—|－|–|-|=|＝|指|表示|代表|[:：]){1,2}
    (?<word>\p{sc=Han}[\p{sc=Han}（）()]{1,13}?)(?=[\s,，;；、。.]|$)
  `,
  'gu',
)
const FEWEST_PAIRS = 2
/** A code in fewer rows may be a word by itself. */
const FEWEST_ROWS = 3

/** What a line of text lists; null: it lists nothing, or one word twice. */
function legendIn(text: string): ReadonlyMap<string, string> | null {
  const plain = text.normalize('NFKC').replace(/^\s*(?:注|备注|说明)\s*[:：]?/u, ' ')
  const pairs = [...plain.matchAll(PAIR)].map(({ groups: { short = '', word = '' } = {} }) => [short, word] as const)
  const legend = new Map(pairs)
  const shortens = pairs.every(([short, word]) => short.length < word.length)
  return legend.size >= FEWEST_PAIRS && legend.size === pairs.length && shortens ? legend : null
}

/** The workbook with the short words a note of their own sheet explains as what they stand for; itself where none does. */
export function decodeByNotes(raw: RawWorkbook): RawWorkbook {
  const sheets = raw.sheets.map((sheet) => {
    const legends = sheet.rows.flatMap((row, at) => {
      const column = onlyFilled(row)
      const legend = column === null ? null : legendIn(shownText(row[column]))
      return legend === null || column === null ? [] : [{ row: at, column, legend }]
    })
    return legends.reduce(decodeSheet, sheet)
  })
  return sheets.every((sheet, at) => sheet === raw.sheets[at]) ? raw : { ...raw, sheets }
}

/** The only cell of a row with something in it. Nearly every row of a list has more: two of them are looked at. */
function onlyFilled(row: readonly RawCell[]): number | null {
  const isFilled = (cell: RawCell) => compact(shownText(cell)) !== ''
  const first = row.findIndex(isFilled)
  return first < 0 || row.some((cell, place) => place > first && isFilled(cell)) ? null : first
}

interface Legend {
  readonly row: number
  readonly column: number
  readonly legend: ReadonlyMap<string, string>
}

function decodeSheet(sheet: RawSheet, { row: told, column: at, legend }: Legend): RawSheet {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    isCoded(sheet, column, legend),
  )
  if (columns.length === 0) return sheet
  const rows = sheet.rows.map((row, index) => {
    // 行：行政编制 without 注 before it is a note as well, and nobody's name.
    if (index === told) return textOf(row[at]).startsWith('注') ? row : row.with(at, `注：${shownText(row[at]).trim()}`)
    return columns.reduce<readonly RawCell[]>((cells, column) => {
      const word = legend.get(textOf(cells[column]))
      return word === undefined ? cells : cells.with(column, word)
    }, row)
  })
  return { ...sheet, rows }
}

/** From the first row with a short word to the last there is nothing else, and more than one of them. */
function isCoded({ rows }: RawSheet, column: number, legend: ReadonlyMap<string, string>): boolean {
  const texts = rows.map((row) => textOf(row[column]))
  const first = texts.findIndex((text) => legend.has(text))
  const last = texts.findLastIndex((text) => legend.has(text))
  const within = texts.slice(first, last + 1).filter((text) => text !== '')
  return (
    first >= 0 &&
    within.length >= FEWEST_ROWS &&
    new Set(within).size >= FEWEST_PAIRS &&
    within.every((text) => legend.has(text))
  )
}

const textOf = (cell: RawCell | undefined) => compact(shownText(cell ?? null)).normalize('NFKC')
