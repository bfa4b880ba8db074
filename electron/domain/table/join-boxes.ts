import { shownText, type RawCell, type RawSheet } from './raw-workbook.ts'

/* 身份证号 with a box for every digit: the boxes are one value. */

const FEWEST = 15

/** The sheet with every run of at least fifteen single digits beside one another (the last may be X) in the first of its cells; itself where it has none. */
export function joinBoxes(sheet: RawSheet): RawSheet {
  let joined = false
  const rows = sheet.rows.map((row) => {
    const runs = runsOf(row)
    if (runs.length === 0) return row
    joined = true
    const next = [...row]
    for (const [first, last] of runs) {
      next[first] = row
        .slice(first, last + 1)
        .map((cell) => shownText(cell).trim())
        .join('')
      next.fill(null, first + 1, last + 1)
    }
    return next
  })
  return joined ? { ...sheet, rows } : sheet
}

/** Where such runs begin and end. Numbers that count on, 1 2 3, are of columns; those of nobody have eighteen of them. */
function runsOf(row: readonly RawCell[]): readonly (readonly [number, number])[] {
  if (row.length < FEWEST || !holdsBoxes(row)) return NONE
  const runs: [number, number][] = []
  for (let at = 0; at < row.length; at += 1) {
    let end = at
    while (end < row.length && isDigit(row[end] ?? null, end > at)) end += 1
    const length = end - at
    if (length === FEWEST || length === 18) runs.push([at, end - 1])
    if (length > 0) at = end
  }
  return runs
}

const NONE: readonly never[] = []

/** Cells enough of a single sign, blanks around it aside. */
function holdsBoxes(row: readonly RawCell[]): boolean {
  let single = 0
  for (const cell of row) if (cell !== null && shownText(cell).trim().length === 1) single += 1
  return single >= FEWEST
}

function isDigit(cell: RawCell, mayBeX: boolean): boolean {
  const text = shownText(cell).trim()
  return /^\d$/u.test(text) || (mayBeX && /^[xX×]$/u.test(text))
}
