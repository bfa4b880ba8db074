import { couldBeName } from './name-like.ts'
import { columnLetters, shownText, type RawCell, type RawSheet } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'

/* 姓名：许小芹 in one cell: label and value in cells of their own, so that a card is read alike however it was typed. */

export interface SpreadSheet {
  readonly sheet: RawSheet
  /** The letters of the cell a value was typed in. */
  readonly lettersOf: (column: number) => string
}

/** Behind a blank or a mark a further label may follow: 姓名：许小芹 性别：女. */
const NEXT = /[\s；;，,]+(?=[\p{sc=Han}\s]{2,8}[:：])/u
/** More labels than that in one cell are a text. */
const MOST = 6

/** The sheet with such cells taken apart; null where none of them names somebody. */
export function spreadLabels(source: RawSheet): SpreadSheet | null {
  if (!holds(source, namesSomebody) || holds(source, (cell) => compact(shownText(cell)) === '姓名')) return null
  const rows = source.rows.map((row) => row.map(piecesOf))
  const room = Math.max(2, ...rows.flatMap((row) => row.map((pieces) => pieces.length)))
  return {
    sheet: {
      ...source,
      rows: rows.map((row) =>
        row.flatMap((pieces) => Array.from({ length: room }, (_, place): RawCell => pieces[place] ?? null)),
      ),
      merges: source.merges.map(({ top, left, bottom, right }) => ({
        top,
        bottom,
        left: left * room,
        right: right * room + room - 1,
      })),
    },
    lettersOf: (column) => columnLetters(Math.floor(column / room)),
  }
}

function holds({ rows }: RawSheet, what: (cell: RawCell) => boolean): boolean {
  return rows.some((row) => row.some((cell) => cell !== null && what(cell)))
}

function namesSomebody(cell: RawCell): boolean {
  if (!shownText(cell).includes('姓')) return false
  return piecesOf(cell).some((piece, place, all) => piece === '姓名' && couldBeName(compact(shownText(all[place + 1]))))
}

/** Label, value, label, value; a cell without a label stays one piece. */
function piecesOf(cell: RawCell): readonly RawCell[] {
  const shown = shownText(cell)
  if (!/[:：]/u.test(shown)) return [cell]
  const written = shown.trim()
  const parts = written.split(NEXT)
  if (parts.length > MOST) return [cell]
  return parts.flatMap((part) => {
    const said = /^(?<label>[^:：]{1,12})[:：](?<value>.*)$/su.exec(part.trim())?.groups
    return said === undefined ? [part] : [compact(said['label'] ?? ''), said['value']?.trim() || null]
  })
}
