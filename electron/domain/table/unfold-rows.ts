import { isIdText } from './column-profile.ts'
import { matchHeader } from './header-match.ts'
import { couldBeName } from './name-like.ts'
import { shownText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'

/*
 * Two rows a person under a head of two rows, as a narrow page is printed: 姓名 over 身份证号, 性别 over 单位. What stands in the lower row goes behind
 * the upper one; the lower row stays, blank, so that every row keeps its number.
 */

const HEADS_WITHIN = 10
const FEWEST_FIELDS = 3

/** The workbook with such sheets unfolded; itself where there is none. */
export function unfoldRows(raw: RawWorkbook): RawWorkbook {
  const sheets = raw.sheets.map(unfoldSheet)
  return sheets.every((sheet, at) => sheet === raw.sheets[at]) ? raw : { ...raw, sheets }
}

function unfoldSheet(sheet: RawSheet): RawSheet {
  const { rows, merges } = sheet
  for (let head = 0; head + 1 < Math.min(HEADS_WITHIN, rows.length); head += 1) {
    const [upper, lower] = [fieldsOf(rows[head]), fieldsOf(rows[head + 1])]
    if (!areTwoHeads(upper, lower)) continue
    const name = upper.findIndex((field) => field === 'name')
    const id = lower.findIndex((field) => field === 'idNumber')
    if (name < 0 || id < 0) continue
    const pairs = pairsBelow(rows, head + 2, name, id)
    if (pairs.length < 2) return sheet
    const width = Math.max(...rows.map((row) => row.length))
    const behind = new Map([head, ...pairs].map((row) => [row, rows[row + 1] ?? []]))
    return {
      ...sheet,
      merges: merges.filter(({ top, bottom }) => bottom === top || !behind.has(top)),
      rows: rows.map((row, at): readonly RawCell[] => {
        const more = behind.get(at)
        if (more !== undefined) return [...padded(row, width), ...more]
        return behind.has(at - 1) ? [] : row
      }),
    }
  }
  return sheet
}

const padded = (row: readonly RawCell[], width: number): readonly RawCell[] => [
  ...row,
  ...Array.from({ length: width - row.length }, () => null),
]

const textOf = (cell: RawCell | undefined) => compact(shownText(cell ?? null))

/** The field of each head by itself; null where it is none. */
const fieldsOf = (row: readonly RawCell[] | undefined): readonly (string | null)[] =>
  (row ?? []).map((cell) => {
    const text = textOf(cell)
    return text === '' || text.length > 12 ? null : (matchHeader('roster', [text])?.field ?? null)
  })

/** Each row has heads of its own, and in at least three columns there are two. */
function areTwoHeads(upper: readonly (string | null)[], lower: readonly (string | null)[]): boolean {
  const both = upper.filter((field, column) => field !== null && (lower[column] ?? null) !== null).length
  const known = new Set(upper)
  return both >= FEWEST_FIELDS && lower.every((field) => field === null || !known.has(field))
}

/** The first row of everybody: a name, and the ID number in the row below and not beside it. Empty where it is not so throughout. */
function pairsBelow(rows: readonly (readonly RawCell[])[], from: number, name: number, id: number): readonly number[] {
  const found: number[] = []
  let row = from
  while (row + 1 < rows.length) {
    const [own, below] = [rows[row] ?? [], rows[row + 1] ?? []]
    if (own.every((cell) => textOf(cell) === '')) {
      row += 1
      continue
    }
    const isPair = couldBeName(textOf(own[name])) && isIdText(textOf(below[id])) && !isIdText(textOf(own[id]))
    // What stands below the last of them is a note or a signature.
    if (!isPair) return own.some((cell) => isIdText(textOf(cell))) ? [] : found
    found.push(row)
    row += 2
  }
  return found
}
