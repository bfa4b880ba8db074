import { shownText, type RawSheet } from './raw-workbook.ts'

/* ☑行政编制 □机关工勤编制 □事业编制: a printed form's choice in one cell is the word that is ticked. */

const TICKED = '☑☒✓✔√■●◉▣⊠⊙'
const EMPTY = '□○◯☐◻▢'
/** （√）, [ ]: a box of brackets. */
const BOX = new RegExp(
  `[（([【]\\s*[${TICKED}${EMPTY}]?\\s*[)）\\]】](?=\\s*\\p{sc=Han}|\\s*$|\\s+)|[${EMPTY}][${TICKED}]|[${TICKED}][${EMPTY}]|[${TICKED}${EMPTY}]`,
  'gu',
)
/** □行政编制√: the box is printed, the tick written behind the word. */
const TICK_BEHIND = new RegExp(`[${EMPTY}](?<word>\\p{sc=Han}[^\\s${EMPTY}${TICKED}]*)[${TICKED}](?![${EMPTY}])`, 'gu')
const HAS_TICK = new RegExp(`[${TICKED}]`, 'u')

/** The one word ticked among several; null where the text is no such choice, or not exactly one of its words is ticked. */
export function tickedWord(written: string): string | null {
  if (!HAS_TICK.test(written)) return null
  const text = written.replaceAll(TICK_BEHIND, '☑$<word>')
  const boxes = [...text.matchAll(BOX)]
  if (boxes.length < 2) return null
  const inFront = text.slice(0, boxes[0]?.index).trim() === ''
  const words = boxes.map((box, at) => {
    const from = inFront
      ? box.index + box[0].length
      : at === 0
        ? 0
        : (boxes[at - 1]?.index ?? 0) + (boxes[at - 1]?.[0].length ?? 0)
    const to = inFront ? (boxes[at + 1]?.index ?? text.length) : box.index
    return {
      word: text.slice(from, to).replaceAll(/^[\s、，,;；/]+|[\s、，,;；/]+$/gu, ''),
      ticked: HAS_TICK.test(box[0]),
    }
  })
  const [only, ...more] = words.filter(({ ticked }) => ticked)
  const isChoice = words.every(({ word }) => /^\p{sc=Han}[^。！？]{0,19}$/u.test(word))
  return isChoice && only !== undefined && more.length === 0 ? only.word : null
}

/** The sheet with every such cell saying its ticked word; itself where there is none. */
export function withTickedWords(sheet: RawSheet): RawSheet {
  let changed = false
  const rows = sheet.rows.map((row) => {
    const at = row.findIndex((cell) => tickedIn(cell) !== null)
    if (at < 0) return row
    changed = true
    return row.map((cell) => tickedIn(cell) ?? cell)
  })
  return changed ? { ...sheet, rows } : sheet
}

const tickedIn = (cell: RawSheet['rows'][number][number]) =>
  typeof cell === 'string' && cell.length > 3 ? tickedWord(shownText(cell)) : null
