/*
 * How a text file sets its columns apart: by a mark, or by blanks so that they stand below one another.
 */

const MARKS = [',', '\t', ';', '|', '，', '；'] as const
/** Lines that are looked at. */
const SAMPLE = 60

/** What stands between the cells of a text. `blanks`: two or more of them, or one wide one. */
export type Separator = (typeof MARKS)[number] | 'blanks'

/** The mark that parts most lines into the same number of cells; blanks where no mark does. */
export function findSeparator(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE)
  const marked = MARKS.map((mark) => ({ mark, ...steadiness(lines, (line) => line.split(mark).length) }))
  const best = marked.toSorted((a, b) => b.lines * b.cells - a.lines * a.cells)[0]
  const spaced = steadiness(lines, (line) => splitByBlanks(line).length)
  if (best === undefined || best.lines * 2 < lines.length) {
    if (spaced.cells >= 3 && spaced.lines * 2 > lines.length) return 'blanks'
  }
  return best === undefined || best.lines === 0 ? ',' : best.mark
}

/** The commonest number of cells over one, and how many lines have about as many. */
function steadiness(
  lines: readonly string[],
  count: (line: string) => number,
): { readonly cells: number; readonly lines: number } {
  const counts = lines.map(count).filter((cells) => cells > 1)
  const common = [...Map.groupBy(counts, (cells) => cells)].toSorted(([, a], [, b]) => b.length - a.length)[0]
  if (common === undefined) return { cells: 0, lines: 0 }
  const [cells] = common
  return { cells, lines: counts.filter((one) => one >= Math.min(cells, 3)).length }
}

/** 姓名  单位  编制: cells apart by two blanks, a tab or a wide blank. A blank inside a name of two characters is none. */
export function splitByBlanks(line: string): readonly string[] {
  return line
    .trim()
    .replaceAll(/(?<![\p{sc=Han}])(\p{sc=Han})[\u3000 ]{1,2}(\p{sc=Han})(?![\p{sc=Han}])/gu, '$1$2')
    .split(/ {2,}|\t+|\u3000+/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}

/** Where the cells of aligned lines begin, in columns of half-width letters; a blank cell is left where nothing begins. */
export function readAligned(text: string): readonly (readonly (string | null)[])[] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '')
  const common = steadiness(lines.slice(0, SAMPLE), (line) => splitByBlanks(line).length).cells
  const whole = lines.map(placedCells).filter((cells) => cells.length === common)
  const starts = Array.from({ length: common }, (_, column) => whole.map((cells) => cells[column]?.at ?? 0))
  return lines.map((line) => {
    const cells = placedCells(line)
    if (cells.length === common || cells.length === 1 || common === 0) return cells.map(({ text: cell }) => cell)
    const row: (string | null)[] = Array.from({ length: Math.max(common, cells.length) }, () => null)
    let from = 0
    for (const cell of cells) {
      const column = nearest(starts, cell.at, from)
      row[column] = cell.text
      from = column + 1
    }
    return row
  })
}

function nearest(starts: readonly (readonly number[])[], at: number, from: number): number {
  let best = from
  let distance = Number.POSITIVE_INFINITY
  for (let column = from; column < starts.length; column += 1) {
    const own = Math.min(...(starts[column] ?? []).map((start) => Math.abs(start - at)))
    if (own < distance) [best, distance] = [column, own]
  }
  return best
}

interface PlacedText {
  readonly text: string
  /** Columns of half-width letters in front of it. */
  readonly at: number
}

function placedCells(line: string): readonly PlacedText[] {
  const cells: PlacedText[] = []
  let from = 0
  for (const text of splitByBlanks(line)) {
    const found = line.indexOf(text.slice(0, 1), from)
    const start = found === -1 ? from : found
    cells.push({ text, at: widthOf(line.slice(0, start)) })
    from = start + text.length
  }
  return cells
}

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, letter) => width + (/[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(letter) ? 2 : 1),
    0,
  )
}
